// Runs the built hearth as a process of its own, in a folder of its own, as a landlord's IT would.
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Cli.Tests;

/// <summary>How a command ended, and what it said where.</summary>
internal sealed record Ended(int Code, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public override string ToString() => $"exit {Code}\nout: {Out}\nerror: {Error}";
}

/// <summary>A database, a folder to work in, and the command line over both.</summary>
internal sealed class Landlord : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private Landlord(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("hearth-cli-").FullName;

    public static async Task<Landlord> CreateAsync(DatabaseKind kind, bool empty = false) =>
        new(await TestDatabase.CreateAsync(kind, empty));

    public string Address => Database.Address.File ?? Database.Address.ConnectionString;

    /// <summary>Writes a file into the folder and returns its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs a command on the database to its end.</summary>
    public Task<Ended> RunAsync(params string[] words) => RunWithoutDatabaseAsync([.. words, "--database", Address]);

    public async Task<Ended> RunWithoutDatabaseAsync(params string[] words)
    {
        using var process = Start(words);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill();
            throw new TimeoutException($"hearth {string.Join(' ', words)} did not end: {await error}", late);
        }
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a command and leaves it running.</summary>
    public Process Start(params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
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
        start.Environment["Messaging__Folder"] = Path.Combine(Folder, "messages");
        start.Environment["Landlord__Name"] = "Ousebridge Homes";
        start.Environment["Hearth__PublicAddress"] = "https://tell.ousebridge.example/";
        return Process.Start(start)!;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
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
