// One e-mail handed to a mail server. It knows how far it came, so that a broken line is told apart: not gone, or perhaps gone. RFC 5321.
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Hearth.Messaging.Sending.Smtp;

/// <summary>Written by ourselves because the framework's SmtpClient reports a line that broke before the words and one that broke after them alike.</summary>
internal sealed class SmtpConversation(SmtpOptions options)
{
    private readonly TimeSpan patience = TimeSpan.FromSeconds(options.TimeoutSeconds);

    // Both together stay well inside the lease on the message.
    private static readonly TimeSpan LongestBefore = TimeSpan.FromMinutes(4);
    private TimeSpan PatienceAtTheEnd => TimeSpan.FromSeconds(Math.Min(options.TimeoutSeconds * 3, 240));

    /// <param name="from">Sender's address, checked.</param>
    /// <param name="to">Recipient's address, checked.</param>
    /// <param name="eml">The e-mail, in ASCII with CRLF.</param>
    /// <param name="stop">Heeded until the last line of the e-mail goes.</param>
    public async Task<Dispatch> SendAsync(string from, string to, string eml, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(LongestBefore);
        SmtpLine? line = null;
        try
        {
            line = await OpenAsync(limit.Token);
            if (await InvitedAsync(line, from, to, limit.Token) is { } no)
            {
                return no;
            }
            await line.WriteAsync(Stuffed(eml), limit.Token);
            // Without its last line the server may not keep the e-mail; from here on it may.
            limit.Token.ThrowIfCancellationRequested();
            return await EndAsync(line);
        }
        catch (SmtpSaysNoException no)
        {
            return new WayClosed(no.Message);
        }
        catch (OperationCanceledException)
        {
            return new WayClosed(stop.IsCancellationRequested ? "Hearth was stopping" : "The mail server is too slow");
        }
        catch (AuthenticationException)
        {
            return new WayClosed("The mail server’s certificate was not accepted");
        }
        catch (SocketException failure)
        {
            return new WayClosed($"The mail server cannot be reached ({failure.SocketErrorCode})");
        }
        catch (IOException failure)
        {
            return new WayClosed(failure is NotSmtpException ? Sentence(failure.Message) : "The line to the mail server broke");
        }
        finally
        {
            line?.Dispose();
        }
    }

    private async Task<SmtpLine> OpenAsync(CancellationToken stop)
    {
        // the e-mail and its last line go apart: the second would wait for the first to be acknowledged, 40 ms an e-mail
        var tcp = new TcpClient { NoDelay = true };
        try
        {
            await InTimeAsync(token => tcp.ConnectAsync(options.Host!, options.Port, token).AsTask(), stop);
        }
        catch
        {
            tcp.Dispose();
            throw;
        }
        var line = new SmtpLine(tcp);
        try
        {
            await GreetAsync(line, stop);
            return line;
        }
        catch
        {
            line.Dispose();
            throw;
        }
    }

    private async Task GreetAsync(SmtpLine line, CancellationToken stop)
    {
        if (options.Security == SmtpSecurity.Tls)
        {
            await InTimeAsync(token => line.EncryptAsync(options.Host!, token), stop);
        }
        Expect(220, await InTimeAsync(line.ReplyAsync, stop));
        var offers = await HelloAsync(line, stop);
        if (options.Security == SmtpSecurity.StartTls)
        {
            if (!offers.Contains("STARTTLS"))
            {
                throw new SmtpSaysNoException("The mail server offers no encryption (STARTTLS)");
            }
            Expect(220, await AskAsync(line, "STARTTLS", stop));
            await InTimeAsync(token => line.EncryptAsync(options.Host!, token), stop);
            offers = await HelloAsync(line, stop);
        }
        if (!string.IsNullOrEmpty(options.User))
        {
            await SignInAsync(line, offers, stop);
        }
    }

    private async Task<IReadOnlySet<string>> HelloAsync(SmtpLine line, CancellationToken stop)
    {
        var name = new string([.. Dns.GetHostName().Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')]);
        var reply = await AskAsync(line, $"EHLO {(name.Length == 0 ? "localhost" : name)}", stop);
        Expect(250, reply);
        return reply
            .Lines.Skip(1)
            .SelectMany(l =>
                l.ToUpperInvariant().Split(' ') is ["AUTH", .. var ways]
                    ? ways.Select(w => "AUTH " + w)
                    : [l.ToUpperInvariant().Split(' ')[0]]
            )
            .ToHashSet(StringComparer.Ordinal);
    }

    private async Task SignInAsync(SmtpLine line, IReadOnlySet<string> offers, CancellationToken stop)
    {
        if (!line.Encrypted && !(IPAddress.TryParse(options.Host, out var ip) ? IPAddress.IsLoopback(ip) : options.Host == "localhost"))
        {
            throw new SmtpSaysNoException("Hearth does not send a password in clear: set Messaging:Smtp:Security to StartTls or Tls");
        }
        static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        if (offers.Contains("AUTH PLAIN"))
        {
            Expect(235, await AskAsync(line, "AUTH PLAIN " + Base64($"\0{options.User}\0{options.Password}"), stop));
        }
        else if (offers.Contains("AUTH LOGIN"))
        {
            Expect(334, await AskAsync(line, "AUTH LOGIN", stop));
            Expect(334, await AskAsync(line, Base64(options.User!), stop));
            Expect(235, await AskAsync(line, Base64(options.Password ?? ""), stop));
        }
        else
        {
            throw new SmtpSaysNoException("The mail server offers no way to sign in that Hearth knows (PLAIN, LOGIN)");
        }
    }

    // Null when the server waits for the words.
    private async Task<Dispatch?> InvitedAsync(SmtpLine line, string from, string to, CancellationToken stop)
    {
        // What it holds against our own address, it holds against every message.
        Expect(250, await AskAsync(line, $"MAIL FROM:<{from}>", stop));
        var reply = await AskAsync(line, $"RCPT TO:<{to}>", stop);
        if (reply.Code is 250 or 251)
        {
            reply = await AskAsync(line, "DATA", stop);
            if (reply.Code == 354)
            {
                line.MustBeQuiet();
                return null;
            }
        }
        return Judge(reply) ?? new WayClosed(Words(reply));
    }

    private async Task<Dispatch> EndAsync(SmtpLine line)
    {
        try
        {
            using var patient = new CancellationTokenSource(PatienceAtTheEnd);
            await line.WriteAsync(".\r\n", patient.Token);
            var reply = await line.ReplyAsync(patient.Token);
            if (reply.Code == 250)
            {
                await ByeAsync(line);
                return new Accepted(reply.ToString());
            }
            return Judge(reply) ?? new Unknown(Words(reply));
        }
        catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException)
        {
            return new Unknown("The e-mail was handed over, but the mail server did not say whether it took it. It may have gone.");
        }
    }

    private static Dispatch? Judge(SmtpReply reply) =>
        reply.Code switch
        {
            // Shutting down; not signed in; not allowed without encryption: said of us, not of the message.
            421 or 454 or 530 or 534 or 535 or 538 => new WayClosed(Words(reply)),
            >= 400 and < 500 => new NotNow(Words(reply)),
            >= 500 and < 600 => new Refused(Words(reply)),
            _ => null,
        };

    private static async Task ByeAsync(SmtpLine line)
    {
        try
        {
            using var quick = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await line.WriteAsync("QUIT\r\n", quick.Token);
        }
        catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException)
        {
            // it has the e-mail; a goodbye changes nothing
        }
    }

    private Task<SmtpReply> AskAsync(SmtpLine line, string command, CancellationToken stop) =>
        InTimeAsync(token => line.AskAsync(command, token), stop);

    private async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(patience);
        return await step(limit.Token);
    }

    private Task InTimeAsync(Func<CancellationToken, Task> step, CancellationToken stop) =>
        InTimeAsync(
            async token =>
            {
                await step(token);
                return true;
            },
            stop
        );

    private static void Expect(int code, SmtpReply reply)
    {
        if (reply.Code != code)
        {
            throw new SmtpSaysNoException(Words(reply));
        }
    }

    private static string Words(SmtpReply reply) => $"The mail server said: {reply}";

    private static string Sentence(string words) => char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];

    // RFC 5321, 4.5.2: a line that begins with a full stop gets a second one.
    private static string Stuffed(string eml)
    {
        var stuffed = eml.Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        stuffed = stuffed.StartsWith('.') ? "." + stuffed : stuffed;
        return stuffed.EndsWith("\r\n", StringComparison.Ordinal) ? stuffed : stuffed + "\r\n";
    }
}

/// <summary>The server will not have us, whatever the message.</summary>
internal sealed class SmtpSaysNoException(string message) : Exception(message);
