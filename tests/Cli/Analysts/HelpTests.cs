// What the help of the analysts' commands promises: every field of their JSON by name, and a plain word for a choice that is none.
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hearth.Cli.Tests.Analysts;

public sealed partial class HelpTests
{
    [Theory]
    [InlineData("sample-size", "--population", "7196", "--responses", "12")]
    [InlineData("draw", "responses.csv", "--size", "4", "--strata", "ward", "--seed", "1", "--out", "out.csv")]
    [InlineData("weigh", "responses.csv", "--targets", "targets.csv", "--out", "out.csv")]
    [InlineData("estimate", "responses.csv", "--value", "TP01", "--satisfied", "1,2", "--base", "1,2,3,4,5", "--by", "ward")]
    [InlineData("representativeness", "responses.csv", "--population", "targets.csv")]
    [InlineData("tsm", "responses.csv")]
    public async Task Each_field_of_a_result_is_named_in_the_help_and_no_other(params string[] words)
    {
        using var desk = Filled();

        var help = (await desk.DoneAsync(words[0], "--help")).Out;
        var found = (await desk.DoneAsync([.. words, "--format", "json"])).Json;

        var promised = Promised().Match(help).Groups[1].Value;
        Assert.Equal(Shape(found), promised);
    }

    [Theory]
    [InlineData(
        "--allocation “foo”: enter proportional or neyman or equal.",
        "draw",
        "--size",
        "2",
        "--seed",
        "1",
        "--out",
        "out.csv",
        "--strata",
        "ward",
        "--allocation",
        "foo"
    )]
    [InlineData(
        "--interval “wald”: enter wilson or logit or beta.",
        "estimate",
        "--value",
        "TP01",
        "--satisfied",
        "1",
        "--base",
        "1,2",
        "--interval",
        "wald"
    )]
    [InlineData("--format “xml”: enter text or json.", "tsm", "--format", "xml")]
    public async Task A_choice_that_is_none_is_refused_with_those_there_are(string says, string command, params string[] options)
    {
        using var desk = Filled();

        await desk.RefusedAsync(2, says, [command, "responses.csv", .. options]);

        Assert.DoesNotContain("Hearth.", (await desk.RunAsync([command, "responses.csv", .. options])).Error);
    }

    // the names as the help writes them: those of a list's elements in square brackets, those of an object in round ones
    private static string Shape(JsonElement found) =>
        string.Join(
            ", ",
            found
                .EnumerateObject()
                .Select(field =>
                    (field.Name, field.Value) switch
                    {
                        // its names are answers
                        ("notInBase", _) => field.Name,
                        (_, { ValueKind: JsonValueKind.Object } one) => $"{field.Name} ({Shape(one)})",
                        (_, { ValueKind: JsonValueKind.Array } many)
                            when many.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first =>
                            $"{field.Name} [{Shape(first)}]",
                        _ => field.Name,
                    }
                )
        );

    // one category nobody has, an answer behind a no, a group that is short: so that no list of the results is empty
    private static Desk Filled()
    {
        var desk = new Desk();
        desk.Write(
            "responses.csv",
            "response,ward,TP01,TP02_filter,TP02\nr1,A,1,no,3\nr2,B,2,yes,1\nr3,A,5,yes,2\nr4,A,3,yes,4\nr5,B,1,no,\nr6,A,1,yes,\n"
        );
        desk.Write("targets.csv", "variable,category,count\nward,A,40\nward,B,50\nward,C,10\n");
        return desk;
    }

    [GeneratedRegex(@"Its fields: (.*?)\. \[default")]
    private static partial Regex Promised();
}
