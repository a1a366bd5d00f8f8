// hearth estimate where something is not known of some, and for groups of one, all and none: recorded from R's survey by tests/Statistics/Oracle/unknown.R.
using System.Globalization;
using System.Text.Json;

namespace Hearth.Cli.Tests.Analysts;

public sealed class UnknownCategoriesTests
{
    private const string Strata = "variable,category,count\nstratum,North,900\nstratum,South,400\nstratum,East,60\nstratum,West,12\n";
    private const string Targets = """
        variable,category,count
        ward,Abbey,600
        ward,Bridge,412
        ward,Castle +,250
        ward,"Dock, old",110
        age,16–34,402
        age,35–64,470
        age,65+,500

        """;

    [Theory]
    [InlineData("simple", "simple random")]
    [InlineData("stratified", "stratified", "--strata", "stratum", "--population", "strata.csv")]
    [InlineData("raked", "raked", "--targets", "targets.csv")]
    [InlineData("both", "stratified, raked", "--strata", "stratum", "--population", "strata.csv", "--targets", "targets.csv")]
    public async Task Every_share_error_and_range_is_Rs(string design, string kind, params string[] options)
    {
        using var desk = new Desk();
        desk.Write("responses.csv", Recorded("oracle-unknown.csv"));
        desk.Write("strata.csv", Strata);
        desk.Write("targets.csv", Targets);
        string[] asked = ["--value", "TP01", "--satisfied", "1,2", "--base", "1,2,3,4,5", "--by", "group", "--format", "json"];
        var found = new Dictionary<string, Dictionary<string, JsonElement>>();
        foreach (var interval in new[] { "wilson", "logit", "beta" })
        {
            var ended = await desk.DoneAsync(["estimate", "responses.csv", .. asked, "--interval", interval, .. options]);
            Assert.Equal(kind, ended.Json.GetProperty("design").GetString());
            found[interval] = ended.Json.GetProperty("groups").EnumerateArray().ToDictionary(one => one.GetProperty("group").GetString()!);
        }

        var compared = 0;
        foreach (
            var row in Recorded("oracle-unknown-results.csv").Split('\n').Select(line => line.Split(',')).Where(row => row[0] == design)
        )
        {
            string[] figure = row[2].Contains('.') ? row[2].Split('.') : ["wilson", row[2]];
            var ours = found[figure[0]][row[1]].GetProperty(figure[1]).GetDouble();
            Assert.True(Math.Abs(double.Parse(row[3], CultureInfo.InvariantCulture) - ours) < 1e-6, $"{string.Join(' ', row)}: {ours}");
            compared++;
        }
        // three figures of each of seven, and of the four that are neither all nor none an effect and three ranges
        Assert.Equal((7 * 3) + (4 * 7), compared);
    }

    private static string Recorded(string name)
    {
        using var reader = new StreamReader(typeof(UnknownCategoriesTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
