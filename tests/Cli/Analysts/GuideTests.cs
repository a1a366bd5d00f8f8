// The guide's worked examples: its files, its commands, and word for word what they print.
using System.Text;
using System.Text.RegularExpressions;

namespace Hearth.Cli.Tests.Analysts;

public sealed partial class GuideTests
{
    [Fact]
    public async Task Every_example_of_the_guide_prints_what_the_guide_says()
    {
        using var desk = new Desk();
        var page = await File.ReadAllTextAsync(Path.Combine(Root(), "docs/guide/check-a-figure.md"), TestContext.Current.CancellationToken);
        foreach (Match file in GuideFile().Matches(page))
        {
            desk.Write(file.Groups[1].Value, file.Groups[2].Value);
        }
        var (said, commands) = (new StringBuilder(), 0);
        foreach (Match example in Example().Matches(page))
        {
            said.Append("```\n");
            foreach (var line in example.Groups[1].Value.Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal)))
            {
                said.Append(line).Append('\n').Append(await PrintsAsync(desk, line[2..].Split(' ')));
                commands++;
            }
            said.Append("```\n");
        }

        Assert.True(commands >= 8, $"looked at too little: {commands}");
        Assert.Equal(string.Concat(Example().Matches(page).Select(example => example.Value)), said.ToString());
    }

    private static async Task<string> PrintsAsync(Desk desk, string[] words) =>
        words[0] == "cat" ? desk.Read(words[1]) : (await desk.DoneAsync(words[1..])).Out;

    private static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Hearth.slnx")))
        {
            root = root.Parent!;
        }
        return root.FullName;
    }

    [GeneratedRegex(@"^\*\*(\S+\.csv)\*\*\n\n```csv\n(.*?)```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex GuideFile();

    [GeneratedRegex(@"^```\n(\$ .*?)```\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
