// Runs the built hearth as a process of its own, in a folder, as a landlord's IT would.
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Hearth.Cli.Tests;

/// <summary>How a command ended, and what it said where.</summary>
internal sealed record Ended(int Code, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public override string ToString() => $"exit {Code}\nout: {Out}\nerror: {Error}";
}

internal static class CommandLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    public static async Task<Ended> RunAsync(string folder, params IEnumerable<string> words)
    {
        using var process = Start(folder, words);
        return await EndAsync(process, string.Join(' ', words));
    }

    public static async Task<Ended> EndAsync(Process process, string words)
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill();
            throw new TimeoutException($"hearth {words} did not end: {await error}", late);
        }
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a command and leaves it running.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="words">The command.</param>
    /// <param name="heap">The most its managed heap may hold, in bytes; null for no limit.</param>
    public static Process Start(string folder, IEnumerable<string> words, long? heap = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Program);
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }
        start.Environment["Messaging__Folder"] = Path.Combine(folder, "messages");
        start.Environment["Landlord__Name"] = "Ousebridge Homes";
        start.Environment["Hearth__PublicAddress"] = "https://tell.ousebridge.example/";
        if (heap is { } most)
        {
            start.Environment["DOTNET_GCHeapHardLimit"] = most.ToString("X");
        }
        return Process.Start(start)!;
    }

    /// <summary>Beside this test's own build, of the same configuration.</summary>
    private static string Program { get; } = FindProgram();

    private static string FindProgram()
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var root = built;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Hearth.slnx")))
        {
            root = root.Parent;
        }
        return Path.Combine(root!.FullName, "src/Cli/bin", built.Parent!.Name, built.Name, "hearth.dll");
    }
}
