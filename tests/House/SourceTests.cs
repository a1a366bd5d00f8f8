// Rules about the sources: each looks at all of them, and each has a twin that must find something.
using System.Text.RegularExpressions;

namespace Hearth.House.Tests;

public sealed partial class SourceTests
{
    // whoever sends, prints or hands out a call asks the gate in the same file; nobody else opens a way out
    private static List<string> PastTheGate(IReadOnlyList<SourceFile> files) =>
        [
            .. files
                .Where(file =>
                    (Sends().IsMatch(file.Text) && !file.Text.Contains("MayLeaveAsync", StringComparison.Ordinal))
                    || (TakesInHand().IsMatch(file.Text) && !file.Text.Contains("safely.SweepAsync", StringComparison.Ordinal))
                    || (OwnWayOut().IsMatch(file.Text) && !file.Path.StartsWith("src/Messaging/Sending/", StringComparison.Ordinal))
                )
                .Select(file => file.Path),
        ];

    [GeneratedRegex(@"ways\.For\([^)]*\)!?\.SendAsync")]
    private static partial Regex Sends();

    [GeneratedRegex(@"SetProperty\(x => x\.(BatchId, \(Guid\?\)id|LeasedByName, name)")]
    private static partial Regex TakesInHand();

    [GeneratedRegex(@"SmtpClient|TcpClient|: IWayOut\b")]
    private static partial Regex OwnWayOut();

    private static readonly IReadOnlyList<SourceFile> Sources = Repository.Files(["src", "libraries"], ".cs");
    private static readonly IReadOnlyList<SourceFile> Pages = Repository.Files(["src"], ".cshtml");
    private static readonly IReadOnlyList<SourceFile> Everything = Repository.Files(
        ["src", "libraries", "tests", "docs", "bench", "demo", ".ci"],
        ".cs",
        ".cshtml",
        ".md",
        ".json",
        ".csv",
        ".scss",
        ".js",
        "run"
    );

    [Fact]
    public void Every_source_says_first_what_it_is_for()
    {
        Assert.True(Sources.Count > 60, "looked at too little");
        Assert.Empty(WithoutFirstLine(Sources));
    }

    [Fact]
    public void A_source_without_a_first_line_is_found() => Assert.Single(WithoutFirstLine([new("src/X/Y.cs", "namespace Hearth.X;\n")]));

    [Fact]
    public void Namespaces_equal_folders() => Assert.Empty(InOtherNamespaces(Sources));

    [Fact]
    public void A_namespace_that_differs_from_its_folder_is_found() =>
        Assert.Single(InOtherNamespaces([new("src/People/Import/X.cs", "// x\nnamespace Hearth.People;\n")]));

    [Fact]
    public void Nothing_leaves_but_through_the_gate_that_keeps_people_safe()
    {
        Assert.Contains(Sources, file => file.Path.EndsWith("Messaging/Public/Safely.cs", StringComparison.Ordinal));
        Assert.Empty(PastTheGate(Sources));
    }

    [Fact]
    public void A_way_round_the_gate_is_found() =>
        Assert.Equal(
            ["src/X/Y.cs", "src/Messaging/Z.cs"],
            PastTheGate([
                new("src/X/Y.cs", "using var smtp = new SmtpClient();"),
                new("src/Messaging/Z.cs", "await ways.For(Channel.Email)!.SendAsync(message, stop);"),
                new(
                    "src/Messaging/Sending/Sendings.cs",
                    "Safely safely; MayLeaveAsync(message); ways.For(message.Channel)!.SendAsync(message, stop)"
                ),
            ])
        );

    [Fact]
    public void Files_stay_small() => Assert.Empty(TooLong([.. Sources, .. Pages]));

    [Fact]
    public void A_long_file_is_found() => Assert.Single(TooLong([new("src/X.cs", new string('\n', 500))]));

    [Fact]
    public void No_name_says_little() => Assert.Empty(NamesThatSayLittle(Sources));

    [Fact]
    public void A_name_that_says_little_is_found() =>
        Assert.Single(NamesThatSayLittle([new("src/X.cs", "internal sealed class SurveyManager")]));

    [Fact]
    public void Nothing_is_left_open() => Assert.Empty(LeftOpen(Everything));

    [Fact]
    public void Something_left_open_is_found() => Assert.Single(LeftOpen([new("src/X.cs", "// TO" + "DO later")]));

    [Fact]
    public void No_page_holds_script_or_style_of_its_own()
    {
        Assert.True(Pages.Count > 10, "looked at too little");
        Assert.Empty(InlineCode(Pages));
    }

    [Fact]
    public void Inline_script_is_found() =>
        Assert.Equal(2, InlineCode([new("a.cshtml", "<script>x</script>"), new("b.cshtml", "<p style=\"color:red\">")]).Count);

    [Fact]
    public void No_path_of_a_machine_stands_anywhere() => Assert.Empty(MachinePaths(Everything));

    [Fact]
    public void A_path_of_a_machine_is_found() => Assert.Single(MachinePaths([new("docs/x.md", "see /wo" + "rk/shared/x")]));

    [Fact]
    public void Libraries_refer_to_nothing_of_ours()
    {
        var projects = Repository.Files(["libraries"], ".csproj");
        Assert.NotEmpty(projects);
        Assert.DoesNotContain(projects, project => project.Text.Contains("ProjectReference", StringComparison.Ordinal));
    }

    private static List<string> WithoutFirstLine(IEnumerable<SourceFile> files) =>
        [.. files.Where(f => !f.Lines[0].StartsWith("// ", StringComparison.Ordinal)).Select(f => f.Path)];

    private static List<string> InOtherNamespaces(IEnumerable<SourceFile> files) =>
        [
            .. files
                .Select(f => (f.Path, Found: Namespace().Match(f.Text)))
                .Where(f => f.Found.Success && f.Found.Groups[1].Value != Expected(f.Path))
                .Select(f => $"{f.Path}: {f.Found.Groups[1].Value}"),
        ];

    private static string Expected(string path) => "Hearth." + string.Join('.', path.Split('/')[1..^1]);

    private static List<string> TooLong(IEnumerable<SourceFile> files) =>
        [.. files.Where(f => f.Lines.Count > 400).Select(f => $"{f.Path}: {f.Lines.Count} lines")];

    private static List<string> NamesThatSayLittle(IEnumerable<SourceFile> files) =>
        [.. files.SelectMany(f => Vague().Matches(f.Text).Select(m => $"{f.Path}: {m.Value}"))];

    private static List<string> LeftOpen(IEnumerable<SourceFile> files) =>
        [.. files.Where(f => Open().IsMatch(f.Text)).Select(f => f.Path)];

    private static List<string> InlineCode(IEnumerable<SourceFile> files) =>
        [.. files.Where(f => Inline().IsMatch(f.Text)).Select(f => f.Path)];

    private static List<string> MachinePaths(IEnumerable<SourceFile> files) =>
        [.. files.Where(f => MachinePath().IsMatch(f.Text)).Select(f => f.Path)];

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"(class|record|interface|struct) \w*(Service|Manager|(?<!Tag)Helper|Utils?|Impl)\b")]
    private static partial Regex Vague();

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|NotImplemented" + @"Exception)\b")]
    private static partial Regex Open();

    [GeneratedRegex("""<script(?![^>]*\bsrc=)[^>]*>|\sstyle="|\son(click|change|load|submit|input)=" """)]
    private static partial Regex Inline();

    [GeneratedRegex("/(w" + "ork|ro" + "ot|ho" + "me/[a-z]+)/[a-z]")]
    private static partial Regex MachinePath();
}
