// A mail server on this computer that takes every e-mail at once and keeps only their recipients.
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hearth.Bench.Sending;

internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Task listening;

    public MailSink()
    {
        listener.Start(512);
        listening = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How often each recipient was sent something.</summary>
    public ConcurrentDictionary<string, int> Taken { get; } = new(StringComparer.Ordinal);

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
                _ = TalkAsync(await listener.AcceptTcpClientAsync(closing.Token));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // closed
        }
    }

    // Neither sender is to wait for an acknowledgement that Linux holds back for 40 ms: that would measure the wait. The kernel forgets it again.
    private static void AcknowledgeAtOnce(Socket socket)
    {
        if (OperatingSystem.IsLinux())
        {
            socket.SetRawSocketOption(6, 12, [1, 0, 0, 0]);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using var _ = client;
            client.NoDelay = true;
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            var to = "";
            await SayAsync("220 sink.example");
            AcknowledgeAtOnce(client.Client);
            while (await reader.ReadLineAsync(closing.Token) is { } line)
            {
                AcknowledgeAtOnce(client.Client);
                switch (line.Split(' ', ':')[0].ToUpperInvariant())
                {
                    case "RCPT":
                        to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.LastIndexOf('>')];
                        await SayAsync("250 ok");
                        break;
                    case "DATA":
                        await SayAsync("354 go on");
                        while (await reader.ReadLineAsync(closing.Token) is { } words && words != ".")
                        {
                            AcknowledgeAtOnce(client.Client);
                        }
                        Taken.AddOrUpdate(to, 1, (_, times) => times + 1);
                        await SayAsync("250 taken");
                        break;
                    case "QUIT":
                        await SayAsync("221 bye");
                        return;
                    default:
                        await SayAsync("250 ok");
                        break;
                }
            }

            ValueTask SayAsync(string words) => client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(words + "\r\n"), closing.Token);
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the other side is done
        }
    }
}
