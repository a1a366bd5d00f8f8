// A database, a folder of its own, and the command line over both.
using System.Diagnostics;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Cli.Tests;

/// <summary>A database, a folder to work in, and the command line over both.</summary>
internal sealed class Landlord : IAsyncDisposable
{
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

    public Task<Ended> RunWithoutDatabaseAsync(params string[] words) => CommandLine.RunAsync(Folder, words);

    /// <summary>Starts a command and leaves it running.</summary>
    public Process Start(params IEnumerable<string> words) => CommandLine.Start(Folder, words);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
