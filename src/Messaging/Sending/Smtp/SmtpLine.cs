// The line to a mail server: commands out, replies in, and never a reply that was not asked for. RFC 5321, 4.2.
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Hearth.Messaging.Sending.Smtp;

/// <summary>The server said something that is not SMTP, or spoke out of turn.</summary>
internal sealed class NotSmtpException(string message) : IOException(message);

/// <summary>A reply: its number, and its text on one line.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool Good => Code is >= 200 and < 400;

    public bool Passing => Code is >= 400 and < 500;

    public override string ToString()
    {
        var words = $"{Code} {string.Join(' ', Lines)}";
        return words.Length <= 200 ? words : words[..200];
    }
}

internal sealed class SmtpLine(TcpClient tcp) : IDisposable
{
    private readonly byte[] buffer = new byte[4096];
    private Stream stream = tcp.GetStream();
    private int from;
    private int to;

    public bool Encrypted => stream is SslStream;

    public async Task EncryptAsync(string host, CancellationToken stop)
    {
        // What came before encryption may have been put in by somebody in between (CVE-2011-0411).
        MustBeQuiet();
        var tls = new SslStream(stream, leaveInnerStreamOpen: false);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, stop);
        stream = tls;
    }

    public async Task<SmtpReply> AskAsync(string command, CancellationToken stop)
    {
        MustBeQuiet();
        await WriteAsync(command + "\r\n", stop);
        return await ReplyAsync(stop);
    }

    public async Task WriteAsync(string text, CancellationToken stop)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), stop);
        await stream.FlushAsync(stop);
    }

    public async Task<SmtpReply> ReplyAsync(CancellationToken stop)
    {
        List<string> lines = [];
        while (lines.Count < 100)
        {
            var line = await LineAsync(stop);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), System.Globalization.NumberStyles.None, null, out var code))
            {
                throw new NotSmtpException("what answers there is no mail server");
            }
            lines.Add(line.Length > 4 ? line[4..].Trim() : "");
            if (line.Length == 3 || line[3] == ' ')
            {
                return new SmtpReply(code, lines);
            }
        }
        throw new NotSmtpException("the mail server's answer does not end");
    }

    /// <summary>Answers that nobody asked for would be taken for the answers to what comes next.</summary>
    public void MustBeQuiet()
    {
        if (from < to || (stream is NetworkStream { DataAvailable: true }))
        {
            throw new NotSmtpException("the mail server answers out of turn");
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        tcp.Dispose();
    }

    private async Task<string> LineAsync(CancellationToken stop)
    {
        var line = new StringBuilder();
        while (line.Length < 2000)
        {
            if (from == to)
            {
                (from, to) = (0, await stream.ReadAsync(buffer, stop));
                if (to == 0)
                {
                    throw new IOException("the mail server hung up");
                }
            }
            var c = (char)buffer[from++];
            if (c == '\n')
            {
                return line.ToString();
            }
            if (c != '\r')
            {
                line.Append(c is >= ' ' and <= '~' ? c : '?');
            }
        }
        throw new NotSmtpException("the mail server's answer does not end");
    }
}
