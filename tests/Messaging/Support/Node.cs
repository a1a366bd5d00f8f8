// A Hearth in a process of its own, on a database that is there: to be killed.
using System.Diagnostics;
using Hearth.Storage.Public;

namespace Hearth.Messaging.Tests.Support;

internal sealed class Node : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private readonly Process process;
    private readonly List<string> said = [];

    private Node(Process process) => this.process = process;

    public static Node Start(DatabaseAddress database, IReadOnlyDictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Directory.CreateTempSubdirectory("hearth-node-").FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Hearth.Web.dll"));
        start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        var all = new Dictionary<string, string?>(settings, StringComparer.Ordinal)
        {
            ["Hearth:Database"] = database.Kind == DatabaseKind.Sqlite ? database.File : database.ConnectionString,
            ["Hearth:RunJobs"] = "true",
            ["Hearth:MigrateOnStart"] = "false",
            ["Landlord:Name"] = "Ousebridge Homes",
        };
        foreach (var (key, value) in all)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        var node = new Node(new Process { StartInfo = start });
        node.process.OutputDataReceived += node.Hear;
        node.process.ErrorDataReceived += node.Hear;
        node.process.Start();
        node.process.BeginOutputReadLine();
        node.process.BeginErrorReadLine();
        return node;
    }

    /// <summary>SIGKILL: nothing of it runs any more, no cleaning up.</summary>
    public void Kill() => process.Kill();

    /// <summary>Waits until it has been killed.</summary>
    public async Task DiedAsync()
    {
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The node was not killed within {Longest.TotalMinutes} minutes. It said: {string.Join('\n', said.TakeLast(30))}");
        }
        // 128 and the signal's number
        Assert.True(process.ExitCode == 137, $"It ended by itself with {process.ExitCode}: {string.Join('\n', said.TakeLast(30))}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } words)
        {
            lock (said)
            {
                said.Add(words);
            }
        }
    }
}
