// hearth estimate beside what R's survey made of the same rows: see tests/Statistics/Oracle for the script that recorded it.
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hearth.Cli.Tests.Analysts;

public sealed class SurveyPackageTests
{
    private static readonly int[] Sizes = [2_400, 1_500, 700, 320];
    private static readonly List<Dictionary<string, string>> Tenants = Rows("oracle-tenants.csv");
    private static readonly List<Dictionary<string, string>> Recorded = Rows("oracle-results.csv");

    // each design as R was given it: what it was stratified by, and what it was calibrated to
    [Theory]
    [InlineData("plain", "everyone", new string[0])]
    [InlineData("strat", "stratum", new string[0])]
    [InlineData("calplain", "everyone", new[] { "area", "age", "tenure" })]
    [InlineData("calstrat", "stratum", new[] { "area", "age", "tenure" })]
    [InlineData("post", "stratum", new[] { "age" })]
    public async Task Shares_errors_and_ranges_are_those_of_R_for_everyone_and_each_group(string design, string strata, string[] margins)
    {
        using var desk = new Desk();
        desk.Write("responses.csv", Responses());
        desk.Write("counts.csv", Counts());
        desk.Write("targets.csv", Targets(design, margins));
        string[] targets = margins.Length == 0 ? [] : ["--targets", "targets.csv"];
        var compared = 0;
        foreach (var (measure, column) in new[] { ("yes1", "q1"), ("yes2", "q2") })
        {
            foreach (var interval in new[] { "logit", "beta" })
            {
                var ended = await desk.DoneAsync([
                    "estimate",
                    "responses.csv",
                    "--value",
                    column,
                    "--satisfied",
                    "1,2",
                    "--base",
                    "1,2,3,4,5",
                    "--by",
                    "group",
                    "--strata",
                    strata,
                    "--population",
                    "counts.csv",
                    .. targets,
                    "--interval",
                    interval,
                    "--format",
                    "json",
                ]);
                foreach (var found in ended.Json.GetProperty("groups").EnumerateArray())
                {
                    var group = found.GetProperty("group").GetString()!;
                    compared += Same(design, "mean", measure, group, "value", found, "estimate");
                    compared += Same(design, "mean", measure, group, "se", found, "standardError");
                    compared += Same(design, interval, measure, group, "lower", found, "lower");
                    compared += Same(design, interval, measure, group, "upper", found, "upper");
                }
            }
        }
        // two measures, eight groups with share and error, twice; and of yes1 four ranges of each kind
        Assert.Equal((2 * 8 * 2 * 2) + (2 * 4 * 2), compared);
    }

    private static int Same(string design, string what, string measure, string group, string figure, JsonElement found, string name)
    {
        var row = Recorded.Find(one =>
            (one["design"], one["what"], one["measure"], one["group"], one["figure"])
            == (design, what, measure, group == "all" ? "" : group, figure)
        );
        if (row is null)
        {
            return 0;
        }
        Assert.Equal(double.Parse(row["value"], CultureInfo.InvariantCulture), found.GetProperty(name).GetDouble(), 1e-6);
        return 1;
    }

    private static string Responses()
    {
        string[] columns = ["stratum", "area", "age", "tenure", "group", "q1", "q2"];
        var text = new StringBuilder("response,everyone," + string.Join(',', columns) + "\n");
        foreach (var (i, row) in Tenants.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"r{i},all,").AppendJoin(',', columns.Select(column => row[column])).Append('\n');
        }
        return text.ToString();
    }

    private static string Counts() =>
        $"variable,category,count\neveryone,all,{Sizes.Sum()}\n" + string.Concat(Sizes.Select((size, h) => $"stratum,{h + 1},{size}\n"));

    // R's calibrated weights add up to the people there are of each category
    private static string Targets(string design, string[] margins)
    {
        var text = new StringBuilder("variable,category,count\n");
        foreach (var margin in margins)
        {
            foreach (var category in Tenants.GroupBy(row => row[margin]))
            {
                var people = category.Sum(row => double.Parse(row[$"w_{design}"], CultureInfo.InvariantCulture));
                Assert.Equal(Math.Round(people), people, 1e-4);
                text.Append(CultureInfo.InvariantCulture, $"{margin},{category.Key},{Math.Round(people)}\n");
            }
        }
        return text.ToString();
    }

    private static List<Dictionary<string, string>> Rows(string name)
    {
        using var reader = new StreamReader(typeof(SurveyPackageTests).Assembly.GetManifestResourceStream(name)!);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var headings = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => headings.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}
