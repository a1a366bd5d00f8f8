// hearth estimate: shares with their errors, against formulas worked out here and R's survey recorded beside the library's tests.
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hearth.Cli.Tests.Analysts;

public sealed class EstimateTests
{
    private static readonly string[] Asked = ["--value", "TP01", "--satisfied", "1,2", "--base", "1,2,3,4,5", "--format", "json"];

    [Fact]
    public async Task A_simple_random_sample_has_the_textbooks_error_for_everyone_and_each_group()
    {
        using var desk = new Desk();
        desk.Write("responses.csv", Rows(("Fennside", 40, 20), ("Marsh End", 30, 30)));

        var ended = await desk.DoneAsync(["estimate", "responses.csv", "--by", "ward", .. Asked]);
        var text = await desk.DoneAsync(["estimate", "responses.csv", "--by", "ward", .. Asked[..^2]]);

        var groups = Groups(ended);
        Assert.Equal(["all", "Fennside", "Marsh End"], groups.Keys);
        var all = groups["all"];
        Assert.Equal((120, 70 / 120.0), (all.GetProperty("n").GetInt32(), all.GetProperty("estimate").GetDouble()));
        // those in the base are a group of the 123 who were asked: n/(n−1)·Σ(y−p)²/m²
        var p = 70 / 120.0;
        var error = Math.Sqrt(123 / 122.0 * (120 * p * (1 - p)) / (120 * 120));
        Assert.Equal(error, N(all, "standardError"), 1e-12);
        Assert.Equal(1.96 * error, N(all, "margin"), 1e-12);
        Assert.InRange(p, N(all, "lower"), N(all, "upper"));
        Assert.Equal(2 / 3.0, groups["Fennside"].GetProperty("estimate").GetDouble(), 1e-12);
        Assert.Equal(Math.Sqrt(123 / 122.0 * (60 * 2 / 9.0) / 3600), N(groups["Fennside"], "standardError"), 1e-12);
        Assert.Contains("simple random sample, 123 responses", text.Out);
        Assert.Contains("Not in the base: (empty) (1), na (2).", text.Out);
    }

    [Fact]
    public async Task A_stratified_sample_weighs_its_strata_and_takes_off_for_a_finite_population()
    {
        using var desk = new Desk();
        desk.Write(
            "responses.csv",
            Rows(("Fennside", 40, 20), ("Marsh End", 30, 30)).Replace("r1,na", "r1,1").Replace("r2,na", "r2,5").Replace("r3,,", "r3,1,")
        );
        desk.Write("counts.csv", "variable,category,count\nward,Fennside,600\nward,Marsh End,200\n");

        var ended = await desk.DoneAsync(["estimate", "responses.csv", "--strata", "ward", "--population", "counts.csv", .. Asked]);

        // Fennside 42 of 63 (three more), Marsh End 30 of 60; Cochran 1977, §5.6
        double[] shares = [42 / 63.0, 0.5],
            n = [63, 60],
            all = [600, 200];
        var (estimate, variance) = (0.0, 0.0);
        for (var h = 0; h < 2; h++)
        {
            var part = all[h] / 800;
            estimate += part * shares[h];
            variance += part * part * (1 - (n[h] / all[h])) * shares[h] * (1 - shares[h]) / (n[h] - 1);
        }
        var everyone = Groups(ended)["all"];
        Assert.Equal(estimate, everyone.GetProperty("estimate").GetDouble(), 1e-12);
        Assert.Equal(Math.Sqrt(variance), N(everyone, "standardError"), 1e-12);
        Assert.Equal("stratified", ended.Json.GetProperty("design").GetString());
    }

    [Fact]
    public async Task Raked_to_one_variable_the_error_is_that_of_poststratification()
    {
        using var desk = new Desk();
        desk.Write(
            "responses.csv",
            Rows(("Fennside", 40, 20), ("Marsh End", 10, 30)).Replace("r1,na", "r1,1").Replace("r2,na", "r2,5").Replace("r3,,", "r3,1,")
        );
        desk.Write("targets.csv", "variable,category,count\nward,Fennside,300\nward,Marsh End,700\n");

        var ended = await desk.DoneAsync(["estimate", "responses.csv", "--targets", "targets.csv", .. Asked]);

        // Fennside 42 of 63, Marsh End 10 of 40: residuals from each ward's own share, weights 0.3·103/63 and 0.7·103/40
        double[] shares = [42 / 63.0, 0.25],
            n = [63, 40],
            targets = [0.3, 0.7];
        var squares = 0.0;
        for (var g = 0; g < 2; g++)
        {
            squares += Math.Pow(targets[g] / n[g], 2) * n[g] * shares[g] * (1 - shares[g]);
        }
        var everyone = Groups(ended)["all"];
        Assert.Equal((0.3 * shares[0]) + (0.7 * shares[1]), everyone.GetProperty("estimate").GetDouble(), 1e-9);
        Assert.Equal(Math.Sqrt(103 / 102.0 * squares), N(everyone, "standardError"), 1e-9);
        Assert.Equal("raked", ended.Json.GetProperty("design").GetString());
        // what the weights alone would have it, without what the margin explains, is larger
        var plain = Math.Sqrt(103 / 102.0 * Spread(shares, n, targets));
        Assert.True(N(everyone, "standardError") < plain);
    }

    [Theory, InlineData("wilson"), InlineData("logit"), InlineData("beta")]
    public async Task Each_kind_of_range_holds_the_estimate_and_keeps_within_nought_and_one(string interval)
    {
        using var desk = new Desk();
        desk.Write("responses.csv", Rows(("Fennside", 58, 2), ("Marsh End", 20, 0)));

        var groups = Groups(await desk.DoneAsync(["estimate", "responses.csv", "--by", "ward", "--interval", interval, .. Asked]));

        var fennside = groups["Fennside"];
        Assert.InRange(N(fennside, "lower"), 0.8, 58 / 60.0);
        Assert.InRange(N(fennside, "upper"), 58 / 60.0, 1);
        if (interval == "logit")
        {
            // the scale of log odds has no answer at 1
            Assert.Equal(JsonValueKind.Null, groups["Marsh End"].GetProperty("lower").ValueKind);
        }
        else
        {
            Assert.InRange(N(groups["Marsh End"], "lower"), 0.7, 0.95);
        }
    }

    [Fact]
    public async Task A_group_without_a_base_has_no_figure_and_a_stratum_of_one_no_error_and_a_stratum_of_nobody_is_named()
    {
        using var desk = new Desk();
        desk.Write("responses.csv", "response,TP01,ward,age\nr1,1,A,young\nr2,5,A,old\nr3,2,B,old\nr4,na,A,older\n");
        desk.Write("counts.csv", "variable,category,count\nward,A,50\nward,B,40\nward,C,10\n");

        var ended = await desk.DoneAsync([
            "estimate",
            "responses.csv",
            "--by",
            "age",
            "--strata",
            "ward",
            "--population",
            "counts.csv",
            .. Asked,
        ]);
        var text = await desk.DoneAsync(["estimate", "responses.csv", "--by", "age", .. Asked[..^2]]);

        var groups = Groups(ended);
        Assert.Equal(JsonValueKind.Null, groups["older"].GetProperty("estimate").ValueKind);
        Assert.Equal("nobody is in the base", groups["older"].GetProperty("refusal").GetString());
        Assert.Equal("a stratum has one response only", groups["all"].GetProperty("refusal").GetString());
        Assert.Equal(JsonValueKind.Null, groups["all"].GetProperty("standardError").ValueKind);
        Assert.Equal(JsonValueKind.Number, groups["young"].GetProperty("standardError").ValueKind);
        var warnings = string.Join(" ", ended.Json.GetProperty("warnings").EnumerateArray());
        Assert.Contains("One response only in ward “B”", warnings);
        Assert.Contains("Nobody in ward “C” answered (10 households): the figures do not stand for them.", warnings);
        Assert.Contains("no figure", text.Out);
    }

    // names with a plus in them, as merged categories are named, and one that nobody has, merged into the smallest
    [Fact]
    public async Task A_merged_category_counts_as_one_margin_whatever_its_name()
    {
        using var desk = new Desk();
        var text = new StringBuilder("response,TP01,beds\n");
        for (var i = 0; i < 60; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"r{i},{(i * 7 % 5) + 1},{(i % 6 == 3 ? "2 +" : i % 2 == 0 ? "1" : "1 + 2 +")}\n");
        }
        desk.Write("responses.csv", text.ToString());
        desk.Write("apart.csv", "variable,category,count\nbeds,1,100\nbeds,2 +,60\nbeds,1 + 2 +,50\nbeds,4,20\n");
        desk.Write("together.csv", "variable,category,count\nbeds,1,100\nbeds,2 +,80\nbeds,1 + 2 +,50\n");

        var apart = await desk.DoneAsync(["estimate", "responses.csv", "--targets", "apart.csv", .. Asked]);
        var together = await desk.DoneAsync(["estimate", "responses.csv", "--targets", "together.csv", .. Asked]);

        Assert.Equal(Groups(together)["all"].ToString(), Groups(apart)["all"].ToString());
        Assert.Contains("beds: “4”, of whom nobody answered", apart.Json.GetProperty("warnings")[0].GetString());
    }

    [Fact]
    public async Task A_column_of_weights_is_not_used_and_a_single_response_and_a_share_without_a_range_are_told()
    {
        using var desk = new Desk();
        desk.Write("responses.csv", "response,TP01,Weight\nr1,1,2.5\nr2,1,1\n");
        desk.Write("one.csv", "response,TP01\nr1,1\n");

        var weighted = await desk.DoneAsync(["estimate", "responses.csv", "--interval", "logit", .. Asked]);
        var one = await desk.DoneAsync(["estimate", "one.csv", .. Asked]);

        Assert.Equal(
            [
                "The column Weight is not used. For weighted figures name what it was weighted to: --targets.",
                "A share of 0 or 100% has no range by logit. Use wilson or beta for those.",
            ],
            weighted.Json.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString())
        );
        Assert.Equal("the file has one response only", Groups(one)["all"].GetProperty("refusal").GetString());
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_what_to_do()
    {
        using var desk = new Desk();
        desk.Write("responses.csv", Rows(("Fennside", 4, 2), ("Marsh End", 3, 3)));
        desk.Write("few.csv", "variable,category,count\nward,Fennside,5\nward,Marsh End,200\n");
        desk.Write("other.csv", "variable,category,count\nage,old,5\n");

        await desk.RefusedAsync(
            1,
            "few.csv, line 2, column count: ward “Fennside” holds 5, and 9 of it are in responses.csv",
            ["estimate", "responses.csv", "--strata", "ward", "--population", "few.csv", .. Asked]
        );
        await desk.RefusedAsync(
            1,
            "other.csv: there are no counts of “ward”. There are counts of: age.",
            ["estimate", "responses.csv", "--strata", "ward", "--population", "other.csv", .. Asked]
        );
        await desk.RefusedAsync(2, "--strata and --population go together", ["estimate", "responses.csv", "--strata", "ward", .. Asked]);
        await desk.RefusedAsync(
            1,
            "there is no column “TP99”",
            "estimate",
            "responses.csv",
            "--value",
            "TP99",
            "--satisfied",
            "1",
            "--base",
            "1,2"
        );
        await desk.RefusedAsync(
            2,
            "--satisfied names “6”, which is not in --base",
            "estimate",
            "responses.csv",
            "--value",
            "TP01",
            "--satisfied",
            "6",
            "--base",
            "1,2"
        );
        await desk.RefusedAsync(
            1,
            "no answer in the column TP01 is in --base yes,no. It holds: (empty), 1, 5, na.",
            "estimate",
            "responses.csv",
            "--value",
            "TP01",
            "--satisfied",
            "yes",
            "--base",
            "yes,no"
        );
        await desk.RefusedAsync(2, "", ["estimate", "responses.csv", "--interval", "guess", .. Asked]);
    }

    // so many satisfied and so many not of each ward, and three more of the first who are not in the base
    private static string Rows(params (string Ward, int Satisfied, int Other)[] wards)
    {
        var text = new StringBuilder("response,TP01,ward\n");
        text.Append(CultureInfo.InvariantCulture, $"r1,na,{wards[0].Ward}\nr2,na,{wards[0].Ward}\nr3,,{wards[0].Ward}\n");
        foreach (var (ward, satisfied, other) in wards)
        {
            for (var i = 0; i < satisfied + other; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{ward}{i},{(i < satisfied ? "1" : "5")},{ward}\n");
            }
        }
        return text.ToString();
    }

    private static double Spread(double[] shares, double[] n, double[] targets)
    {
        var mean = (targets[0] * shares[0]) + (targets[1] * shares[1]);
        return Enumerable
            .Range(0, 2)
            .Sum(g => Math.Pow(targets[g] / n[g], 2) * n[g] * ((shares[g] * Math.Pow(1 - mean, 2)) + ((1 - shares[g]) * mean * mean)));
    }

    private static Dictionary<string, JsonElement> Groups(Ended ended) =>
        ended.Json.GetProperty("groups").EnumerateArray().ToDictionary(group => group.GetProperty("group").GetString()!);

    private static double N(JsonElement group, string name) => group.GetProperty(name).GetDouble();
}
