// An analyst's folder: files, and the command line over them. No database.
using System.Text;

namespace Hearth.Cli.Tests.Analysts;

internal sealed class Desk : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("hearth-analyst-").FullName;

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text, Encoding? encoding = null)
    {
        File.WriteAllText(PathOf(name), text, encoding ?? new UTF8Encoding(false));
        return name;
    }

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public string[] ReadLines(string name) => File.ReadAllLines(PathOf(name));

    public IEnumerable<string> Files => Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public Task<Ended> RunAsync(params string[] words) => CommandLine.RunAsync(Folder, words);

    /// <summary>Runs it, and requires that it did what it was asked.</summary>
    public async Task<Ended> DoneAsync(params string[] words)
    {
        var ended = await RunAsync(words);
        Assert.True(ended is { Code: 0, Error: "" }, $"{string.Join(' ', words)}: {ended}");
        return ended;
    }

    /// <summary>Runs it, and requires that it refused in these words, printed no result and left every file as it was.</summary>
    public async Task RefusedAsync(int code, string says, params string[] words)
    {
        var before = Files.ToDictionary(name => name, name => Convert.ToHexString(File.ReadAllBytes(PathOf(name))));
        var ended = await RunAsync(words);
        Assert.True(ended.Code == code && ended.Out.Length == 0, $"{string.Join(' ', words)}: {ended}");
        Assert.Contains(says, ended.Error);
        Assert.DoesNotContain("   at ", ended.Error);
        Assert.Equal(before, Files.ToDictionary(name => name, name => Convert.ToHexString(File.ReadAllBytes(PathOf(name)))));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
