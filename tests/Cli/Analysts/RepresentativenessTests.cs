// hearth representativeness: those who answered beside everyone.
using System.Text;

namespace Hearth.Cli.Tests.Analysts;

public sealed class RepresentativenessTests
{
    private const string Counts = """
        variable,category,count
        age,16 to 34,1459
        age,35 to 54,3677
        age,55 and over,6131
        ward,Fennside,6000
        ward,Marsh End,5267

        """;

    [Fact]
    public async Task Shares_rates_distance_test_and_shortfalls_are_those_worked_out_by_hand()
    {
        using var desk = new Desk();
        desk.Write("counts.csv", Counts);
        desk.Write("responses.csv", Rows(("16 to 34", 72), ("35 to 54", 301), ("55 and over", 831)));

        var ended = await desk.DoneAsync("representativeness", "responses.csv", "--population", "counts.csv", "--format", "json");
        var text = await desk.DoneAsync("representativeness", "responses.csv", "--population", "counts.csv");

        var age = ended.Json.GetProperty("variables")[0];
        int[] heard = [72, 301, 831],
            all = [1_459, 3_677, 6_131];
        Assert.Equal(11_267, age.GetProperty("population").GetInt32());
        var groups = age.GetProperty("groups").EnumerateArray().ToList();
        var (distance, chi) = (0.0, 0.0);
        foreach (var (i, group) in groups.Index())
        {
            var (share, responded) = (all[i] / 11_267.0, heard[i] / 1_204.0);
            Assert.Equal(share, group.GetProperty("populationShare").GetDouble(), 1e-12);
            Assert.Equal(responded, group.GetProperty("responseShare").GetDouble(), 1e-12);
            Assert.Equal(heard[i] / (double)all[i], group.GetProperty("rate").GetDouble(), 1e-12);
            distance += Math.Abs(share - responded) / 2;
            chi += Math.Pow(heard[i] - (1_204 * share), 2) / (1_204 * share);
        }
        Assert.Equal(distance, age.GetProperty("dissimilarity").GetDouble(), 1e-12);
        Assert.Equal(chi, age.GetProperty("test").GetProperty("statistic").GetDouble(), 1e-9);
        Assert.Equal(2, age.GetProperty("test").GetProperty("degreesOfFreedom").GetInt32());
        // with two degrees of freedom the upper tail is e to the minus half
        Assert.Equal(Math.Exp(-chi / 2), age.GetProperty("test").GetProperty("pValue").GetDouble(), 1e-12);
        Assert.Equal(
            ["35 to 54: 92", "16 to 34: 84"],
            age.GetProperty("shortfalls").EnumerateArray().Select(one => $"{one.GetProperty("category")}: {one.GetProperty("short")}")
        );
        Assert.Contains("16 to 34", text.Out);
        Assert.Contains("under 1 in 1,000", text.Out);
    }

    [Fact]
    public async Task Those_of_whom_it_is_not_known_are_counted_and_change_no_share_distance_or_test()
    {
        using var desk = new Desk();
        desk.Write("counts.csv", Counts);
        desk.Write("responses.csv", Rows(("16 to 34", 10), ("35 to 54", 10), ("55 and over", 10), ("", 5)));

        var ended = await desk.DoneAsync("representativeness", "responses.csv", "--population", "counts.csv", "--format", "json");

        desk.Write("known.csv", Rows(("16 to 34", 10), ("35 to 54", 10), ("55 and over", 10)));
        var known = await desk.DoneAsync("representativeness", "known.csv", "--population", "counts.csv", "--format", "json");
        var text = await desk.DoneAsync("representativeness", "responses.csv", "--population", "counts.csv");

        var age = ended.Json.GetProperty("variables")[0];
        var last = age.GetProperty("groups").EnumerateArray().Last();
        Assert.Equal(("(not known)", 5), (last.GetProperty("category").GetString(), last.GetProperty("responses").GetInt32()));
        Assert.DoesNotContain("(not known)", age.GetProperty("shortfalls").ToString());
        Assert.Equal((30, 5), (age.GetProperty("responses").GetInt32(), age.GetProperty("notKnown").GetInt32()));
        foreach (var figure in new[] { "dissimilarity", "test", "shortfalls" })
        {
            Assert.Equal(known.Json.GetProperty("variables")[0].GetProperty(figure).ToString(), age.GetProperty(figure).ToString());
        }
        Assert.Contains("age is empty in 5 rows: left out of shares, distance and test.", text.Out);
    }

    [Fact]
    public async Task Small_groups_are_tested_by_drawing_and_the_chance_is_the_same_each_time()
    {
        using var desk = new Desk();
        desk.Write("counts.csv", "variable,category,count\nage,young,10\nage,middle,500\nage,old,490\n");
        desk.Write(
            "responses.csv",
            "response,age\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 40)
                        .Select(i => $"r{i},{(i < 4 ? "young" : i < 20 ? "middle" : "old")}\n")
                )
        );
        string[] words = ["representativeness", "responses.csv", "--population", "counts.csv", "--format", "json"];

        var first = await desk.DoneAsync(words);
        var second = await desk.DoneAsync(words);

        var test = first.Json.GetProperty("variables")[0].GetProperty("test");
        Assert.Contains("young", test.GetProperty("merged").ToString());
        Assert.InRange(test.GetProperty("simulatedPValue").GetDouble(), 0.0001, 0.05);
        Assert.Equal(first.Out, second.Out);
    }

    [Theory]
    [InlineData(
        "variable,category,count\nage,16 to 34,100\nage,55 and over,100\n",
        "responses.csv, line 3, column age: counts.csv does not count “35 to 54”"
    )]
    [InlineData("variable,category,count\nage,16 to 34,many\n", "counts.csv, line 2, column count: “many” is no number")]
    [InlineData(
        "variable,category,count\nage,16 to 34,1.5\nage,35 to 54,10\n",
        "counts.csv, line 2, column count: 1.5 is no number of households"
    )]
    [InlineData("variable,category,count\nage,16 to 34,-1\n", "counts.csv, line 2, column count: -1 is no count")]
    [InlineData(
        "variable,category,count\nage,16 to 34,1\nage,16 to 34,2\n",
        "counts.csv, line 3, column category: age “16 to 34” stands on line 2 already"
    )]
    [InlineData("variable,category,count\nage,16 to 34,0\nage,35 to 54,0\n", "counts.csv: the counts of age are all 0")]
    [InlineData(
        "variable,category,count\ntenure,general needs,100\n",
        "responses.csv, line 1: there is no column “tenure”. There are: response, age, ward."
    )]
    [InlineData("variable,category\nage,16 to 34\n", "counts.csv, line 1: there is no column “count”")]
    [InlineData("variable,category,count\n", "counts.csv: there are no rows below the header row")]
    public async Task Counts_that_do_not_fit_are_refused_with_file_line_and_column(string counts, string says)
    {
        using var desk = new Desk();
        desk.Write("counts.csv", counts);
        desk.Write("responses.csv", Rows(("16 to 34", 1), ("35 to 54", 1)));

        await desk.RefusedAsync(1, says, "representativeness", "responses.csv", "--population", "counts.csv");
    }

    private static string Rows(params (string Age, int Count)[] groups)
    {
        var text = new StringBuilder("response,age,ward\n");
        foreach (var (age, count) in groups)
        {
            for (var i = 0; i < count; i++)
            {
                text.Append($"r{age}{i},{age},{(i % 2 == 0 ? "Fennside" : "Marsh End")}\n");
            }
        }
        return text.ToString();
    }
}
