// hearth weigh: the input with a column of weights, and what the weights meet and cost.
using System.Globalization;
using System.Text;

namespace Hearth.Cli.Tests.Analysts;

public sealed class WeighTests
{
    private const string Targets = """
        variable,category,count
        age,16 to 34,300
        age,35 and over,700
        ward,Fennside,600
        ward,Marsh End,400

        """;

    [Fact]
    public async Task Every_row_comes_back_with_a_weight_and_every_total_is_met()
    {
        using var desk = new Desk();
        desk.Write("targets.csv", Targets);
        desk.Write("responses.csv", Rows());

        var ended = await desk.DoneAsync("weigh", "responses.csv", "--targets", "targets.csv", "--out", "weighted.csv", "--format", "json");

        var (before, after) = (desk.ReadLines("responses.csv"), desk.ReadLines("weighted.csv"));
        Assert.Equal(before[0] + ",weight", after[0]);
        Assert.Equal(before.Skip(1), after.Skip(1).Select(line => line[..line.LastIndexOf(',')]));
        var weights = after.Skip(1).Select(line => line.Split(',')).ToList();
        double Share(int column, string category) => weights.Where(row => row[column] == category).Sum(Weight) / weights.Sum(Weight);
        Assert.Equal(0.3, Share(1, "16 to 34"), 1e-8);
        Assert.Equal(0.6, Share(2, "Fennside"), 1e-8);
        Assert.Equal(200, weights.Sum(Weight), 1e-6);
        var (sum, squares) = (weights.Sum(Weight), weights.Sum(row => Weight(row) * Weight(row)));
        var json = ended.Json;
        Assert.True(json.GetProperty("converged").GetBoolean());
        Assert.True(json.GetProperty("iterations").GetInt32() > 0);
        Assert.Equal(200 * squares / (sum * sum), json.GetProperty("designEffect").GetDouble(), 1e-9);
        Assert.Equal(sum * sum / squares, json.GetProperty("effectiveSample").GetDouble(), 1e-6);
        Assert.Equal(weights.Min(Weight), json.GetProperty("weights").GetProperty("least").GetDouble());
        Assert.Equal(weights.Max(Weight), json.GetProperty("weights").GetProperty("most").GetDouble());
        Assert.Empty(json.GetProperty("collapsed").EnumerateArray());
    }

    [Fact]
    public async Task Weights_by_one_variable_are_its_share_of_everyone_over_its_share_of_those_who_answered()
    {
        using var desk = new Desk();
        desk.Write("targets.csv", "variable,category,count\nage,16 to 34,30\nage,35 and over,70\n");
        desk.Write("responses.csv", Rows());

        await desk.DoneAsync("weigh", "responses.csv", "--targets", "targets.csv", "--out", "weighted.csv");

        // 40 of 200 are young
        Assert.All(
            desk.ReadLines("weighted.csv").Skip(1).Select(line => line.Split(',')),
            row => Assert.Equal(row[1] == "16 to 34" ? 0.3 / 0.2 : 0.7 / 0.8, Weight(row), 1e-9)
        );
    }

    [Fact]
    public async Task A_category_that_nobody_has_is_merged_and_told()
    {
        using var desk = new Desk();
        desk.Write("targets.csv", Targets + "age,75 and over,50\nward,Kiln End,50\n");
        desk.Write("responses.csv", Rows());

        var ended = await desk.DoneAsync("weigh", "responses.csv", "--targets", "targets.csv", "--out", "weighted.csv", "--format", "json");

        Assert.Equal(
            ["age: 75 and over", "ward: Kiln End"],
            ended
                .Json.GetProperty("collapsed")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("variable")}: {one.GetProperty("category")}")
        );
        Assert.Contains("“75 and over” (0 responses, target 50) was merged into", ended.Json.GetProperty("warnings")[0].GetString());
    }

    [Fact]
    public async Task Weights_that_explode_are_told_with_the_largest_and_trimming_keeps_the_totals()
    {
        using var desk = new Desk();
        desk.Write("targets.csv", "variable,category,count\nage,16 to 34,500\nage,35 and over,500\n");
        desk.Write(
            "responses.csv",
            "response,age,ward\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"r{i},{(i < 5 ? "16 to 34" : "35 and over")},A\n"))
        );

        var ended = await desk.DoneAsync("weigh", "responses.csv", "--targets", "targets.csv", "--out", "weighted.csv");

        Assert.Contains(
            "The largest weight is 10.0 times the average (age 16 to 34), and 5 responses count for more than 5 others.",
            ended.Out
        );
        await desk.RefusedAsync(
            1,
            "age: those of ‘16 to 34’ who answered would have to count for 10 each, and the limit is 4",
            ["weigh", "responses.csv", "--targets", "targets.csv", "--trim", "0.2,4", "--out", "trimmed.csv"]
        );
    }

    [Fact]
    public async Task Trimmed_weights_stay_within_their_limits_and_meet_the_totals()
    {
        using var desk = new Desk();
        desk.Write("targets.csv", Targets);
        desk.Write("responses.csv", Rows());

        await desk.DoneAsync("weigh", "responses.csv", "--targets", "targets.csv", "--out", "free.csv");
        await desk.DoneAsync("weigh", "responses.csv", "--targets", "targets.csv", "--trim", "0.5,2.1", "--out", "trimmed.csv");

        var free = desk.ReadLines("free.csv").Skip(1).Select(line => Weight(line.Split(','))).ToList();
        var trimmed = desk.ReadLines("trimmed.csv").Skip(1).Select(line => line.Split(',')).ToList();
        Assert.True(free.Max() > 2.1, "nothing was there to trim");
        Assert.All(trimmed, row => Assert.InRange(Weight(row), 0.5 - 1e-9, 2.1 + 1e-9));
        Assert.Equal(0.3, trimmed.Where(row => row[1] == "16 to 34").Sum(Weight) / trimmed.Sum(Weight), 1e-8);
        Assert.Equal(0.6, trimmed.Where(row => row[2] == "Fennside").Sum(Weight) / trimmed.Sum(Weight), 1e-8);
    }

    [Theory]
    [InlineData(
        "variable,category,count\nage,16 to 34,300\nage,35 and over,700\nward,Fennside,600\nward,Marsh End,300\n",
        "targets.csv: ward counts 900 people and age counts 1,000"
    )]
    [InlineData(
        "variable,category,count\nage,16 to 34,300\n",
        "responses.csv, line 42, column age: targets.csv does not count “35 and over” (160 rows have it). It counts: 16 to 34."
    )]
    [InlineData("variable,category,count\nage,16 to 34,lots\n", "targets.csv, line 2, column count: “lots” is no number")]
    [InlineData(
        "variable,category,count\nage,16 to 34,300\nage,35 and over,700\ntenure,rent,1000\n",
        "responses.csv, line 1: there is no column “tenure”"
    )]
    [InlineData(
        "variable,category,count\nage,75 and over,1000\nage,16 to 34,0\nage,35 and over,0\n",
        "targets.csv, line 3, column count: age “16 to 34” is 0, and 40 of it are in responses.csv (the first on line 2)"
    )]
    public async Task Targets_that_contradict_each_other_or_the_rows_are_refused(string targets, string says)
    {
        using var desk = new Desk();
        desk.Write("targets.csv", targets);
        desk.Write("responses.csv", Rows());

        await desk.RefusedAsync(1, says, "weigh", "responses.csv", "--targets", "targets.csv", "--out", "weighted.csv");
    }

    [Fact]
    public async Task Targets_that_no_weights_can_meet_together_are_refused_with_the_category()
    {
        using var desk = new Desk();
        // everybody in Fennside is young and everybody else is not, and the targets have them differ
        desk.Write("targets.csv", Targets);
        desk.Write("responses.csv", "response,age,ward\nr1,16 to 34,Fennside\nr2,16 to 34,Fennside\nr3,35 and over,Marsh End\n");

        await desk.RefusedAsync(1, "targets.csv: After", "weigh", "responses.csv", "--targets", "targets.csv", "--out", "weighted.csv");
    }

    [Fact]
    public async Task What_would_lose_a_column_or_a_file_is_refused()
    {
        using var desk = new Desk();
        desk.Write("targets.csv", Targets);
        desk.Write("responses.csv", Rows());
        desk.Write("weighted.csv", "response,age,ward,Weight\nr1,16 to 34,Fennside,2\n");

        await desk.RefusedAsync(
            1,
            "there is a column “Weight” already",
            "weigh",
            "weighted.csv",
            "--targets",
            "targets.csv",
            "--out",
            "out.csv"
        );
        await desk.RefusedAsync(
            2,
            "--out names targets.csv, which is read",
            "weigh",
            "responses.csv",
            "--targets",
            "targets.csv",
            "--out",
            "targets.csv"
        );
        await desk.RefusedAsync(
            1,
            "the file exists already",
            "weigh",
            "responses.csv",
            "--targets",
            "targets.csv",
            "--out",
            "weighted.csv"
        );
        foreach (var trim in new[] { "3", "2,3", "0.5,0.9", "low,high", "0.5,1.5,2", "-1,2" })
        {
            await desk.RefusedAsync(
                2,
                "--trim",
                "weigh",
                "responses.csv",
                "--targets",
                "targets.csv",
                "--out",
                "out.csv",
                $"--trim={trim}"
            );
        }
    }

    // 40 young and 160 not; of both more in Marsh End than in the targets
    private static string Rows()
    {
        var text = new StringBuilder("response,age,ward\n");
        for (var i = 0; i < 200; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"r{i},{(i < 40 ? "16 to 34" : "35 and over")},{(i % 5 < 2 ? "Fennside" : "Marsh End")}\n"
            );
        }
        return text.ToString();
    }

    private static double Weight(string[] row) => double.Parse(row[^1], CultureInfo.InvariantCulture);
}
