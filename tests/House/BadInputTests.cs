// docs/bad-input.md lists the cases with their tests: each of the tests it names is there.
using System.Text.RegularExpressions;

namespace Hearth.House.Tests;

public sealed partial class BadInputTests
{
    [Fact]
    public void Every_test_that_the_list_of_bad_input_names_is_there()
    {
        var list = File.ReadAllText(Path.Combine(Repository.Root, "docs/bad-input.md"));
        var tests = Repository.Files(["tests"], ".cs");

        Assert.True(Named().Count(list) > 60, "looked at too few");
        Assert.Empty(Missing(list, tests));
    }

    [Fact]
    public void A_named_test_that_is_not_there_is_found() =>
        Assert.Equal(
            ["DoorTests.Nobody_wrote_this"],
            Missing(
                "`DoorTests.Nobody_wrote_this` `DoorTests.It_is_here`",
                [
                    new("tests/X/DoorTests.cs", "class DoorTests { public void It_is_here() {} }"),
                    new("tests/X/OtherTests.cs", "class OtherTests { public void Nobody_wrote_this() {} }"),
                ]
            )
        );

    private static List<string> Missing(string list, IReadOnlyList<SourceFile> tests) =>
        [
            .. Named()
                .Matches(list)
                .Where(name =>
                    !tests.Any(file =>
                        file.Text.Contains($"class {name.Groups[1].Value}", StringComparison.Ordinal)
                        && file.Text.Contains($" {name.Groups[2].Value}(", StringComparison.Ordinal)
                    )
                )
                .Select(name => name.Groups[1].Value + "." + name.Groups[2].Value)
                .Distinct(),
        ];

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex Named();
}
