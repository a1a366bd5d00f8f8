// A mail server for tests: a subset of RFC 5321 on a loopback port, which keeps what it took and misbehaves on request.
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hearth.Messaging.Tests.Support;

internal sealed record ReceivedMail(string From, string To, string Text);

internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Task listening;

    public SmtpServer()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listening = ListenAsync();
    }

    public int Port { get; }

    public ConcurrentQueue<ReceivedMail> Taken { get; } = new();

    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>What to answer to a command instead of the usual; null leaves the usual. “DATA-END” stands for the end of the words, “GREETING” for the first line.</summary>
    public Func<string, string?> Answers { get; set; } = _ => null;

    /// <summary>Runs before the server answers: to be slow, or to hang up.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Messaging:Smtp:Host"] = "127.0.0.1",
            ["Messaging:Smtp:Port"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Messaging:Smtp:Security"] = "None",
            ["Messaging:Smtp:From"] = "tell@ousebridge.example",
            ["Messaging:Smtp:TimeoutSeconds"] = "2",
        };

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await listening;
        closing.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(closing.Token);
                _ = TalkAsync(client);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // closed
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using var _ = client;
            using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            string from = "",
                to = "";
            await SayAsync("GREETING", "220 mail.example");
            while (await reader.ReadLineAsync(closing.Token) is { } line)
            {
                Commands.Enqueue(line);
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                switch (verb)
                {
                    case "EHLO":
                        await SayAsync(line, "250-mail.example\r\n250 AUTH PLAIN LOGIN");
                        break;
                    case "MAIL":
                        from = Between(line);
                        await SayAsync(line, "250 sender ok");
                        break;
                    case "RCPT":
                        to = Between(line);
                        await SayAsync(line, "250 recipient ok");
                        break;
                    case "DATA":
                        if (!(await SayAsync(line, "354 go on")).StartsWith("354", StringComparison.Ordinal))
                        {
                            break;
                        }
                        var words = new StringBuilder();
                        while (await reader.ReadLineAsync(closing.Token) is { } content && content != ".")
                        {
                            words.Append(content.StartsWith('.') ? content[1..] : content).Append("\r\n");
                        }
                        await Before("DATA-END");
                        var answer = Answers("DATA-END") ?? "250 queued as 4711";
                        if (answer.StartsWith("250", StringComparison.Ordinal) || answer.StartsWith("TAKE", StringComparison.Ordinal))
                        {
                            Taken.Enqueue(new(from, to, words.ToString()));
                        }
                        if (answer is "HANGUP" or "TAKE AND HANGUP")
                        {
                            return;
                        }
                        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), closing.Token);
                        break;
                    case "QUIT":
                        await SayAsync(line, "221 bye");
                        return;
                    default:
                        await SayAsync(line, verb == "AUTH" ? "235 welcome" : "250 ok");
                        break;
                }
            }

            async Task<string> SayAsync(string command, string usual)
            {
                await Before(command);
                var answer = Answers(command) ?? usual;
                if (answer == "HANGUP")
                {
                    throw new IOException("hung up");
                }
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), closing.Token);
                return answer;
            }
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the other side, or the test, is done
        }
    }

    private static string Between(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.LastIndexOf('>')];
}
