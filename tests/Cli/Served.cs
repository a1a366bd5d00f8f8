// A real hearth serve on a real port: it can be killed as a machine's failure kills it, and started again at the same address.
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Hearth.Support;

namespace Hearth.Cli.Tests;

internal sealed class Served(Landlord landlord) : IAsyncDisposable
{
    private readonly int port = FreePort();
    private Process? process;
    private Task<string>? rest;

    public Uri Address => new($"http://127.0.0.1:{port}");

    public Browser Anyone() => new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }, Address);

    /// <summary>Starts, and waits until it says where it is.</summary>
    public async Task StartAsync()
    {
        process = landlord.Start("serve", "--urls", Address.ToString(), "--database", landlord.Address);
        rest = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Hearth is at ", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return;
            }
        }
        await process.WaitForExitAsync();
        throw new InvalidOperationException($"hearth serve ended with {process.ExitCode}: {await rest}");
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed, nobody is told.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Asks it to stop, as a service manager does; returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
        var code = process.ExitCode;
        process.Dispose();
        process = null;
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
