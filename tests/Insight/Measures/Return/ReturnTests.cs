// The return: the regulator's own published figures of a landlord leave under the regulator's codes, and nothing leaves that fails a check.
using System.Globalization;
using CsvHelper;
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Tests.Measures.Published;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Insight.Tests.Measures.Return;

public sealed class ReturnTests
{
    // the regulator's dictionary of datapoints, low cost rental: very satisfied to very dissatisfied, per cent, then filter and not applicable where there are any
    private static readonly Dictionary<string, string> York = new(StringComparer.Ordinal)
    {
        ["DP_TSML195"] = "259",
        ["DP_TSML196"] = "310",
        ["DP_TSML197"] = "158",
        ["DP_TSML198"] = "121",
        ["DP_TSML199"] = "102",
        ["DP_TSML201"] = "59.9",
        ["DP_TSML202"] = "605",
        ["DP_TSML203"] = "319",
        ["DP_TSML204"] = "247",
        ["DP_TSML208"] = "55",
        ["DP_TSML210"] = "66.8",
        ["DP_TSML219"] = "64.8",
        ["DP_TSML226"] = "56.1",
        ["DP_TSML232"] = "4",
        ["DP_TSML233"] = "63.5",
        ["DP_TSML240"] = "46.2",
        ["DP_TSML247"] = "49.4",
        ["DP_TSML254"] = "57.6",
        ["DP_TSML255"] = "234",
        ["DP_TSML256"] = "654",
        ["DP_TSML257"] = "20",
        ["DP_TSML263"] = "22.6",
        ["DP_TSML272"] = "43.6",
    };

    [Theory, BothDatabases]
    public async Task A_landlords_published_figures_leave_under_the_regulators_codes(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = await hearth.ReadyAsync();

        var page = await officer.OpenAsync(Frozen.Return);
        Assert.Empty(page.All("section[aria-labelledby=blocking-heading] li"));
        var file = await officer.SubmitAsync(page, new { }, "Download the return (CSV)");

        var rows = Read(file);
        foreach (var (code, value) in York)
        {
            Assert.Equal(value, rows.Single(row => row.Code == code).Value);
        }
        Assert.Equal("7196", rows.Single(row => row.Question.StartsWith("Q9 ", StringComparison.Ordinal)).Value);
        Assert.Equal("Census", rows.Single(row => row.Question.StartsWith("Q11 ", StringComparison.Ordinal)).Value);
        Assert.Equal("939", rows.Single(row => row.Question == "Q12 Responses: Internet").Value);
        Assert.Equal("129", rows.Single(row => row.Question == "Q12 Responses: Postal").Value);
        Assert.Equal("0", rows.Single(row => row.Question == "Q12 Responses: Telephone").Value);
        Assert.Equal("No", rows.Single(row => row.Question.StartsWith("Q14 Are", StringComparison.Ordinal)).Value);
        Assert.Equal(
            "https://www.ousebridge.example/figures",
            rows.Single(row => row.Question.StartsWith("Q3a", StringComparison.Ordinal)).Value
        );
        Assert.DoesNotContain(rows, row => row.Question.StartsWith("Q15", StringComparison.Ordinal));
        // a code is the regulator's or none
        Assert.All(rows, row => Assert.Matches("^(DP_TSML[0-9]{3})?$", row.Code));
        Assert.Equal(
            rows.Count(row => row.Code.Length > 0),
            rows.Select(row => row.Code).Where(code => code.Length > 0).Distinct().Count()
        );
        Assert.Equal("90.0", rows.Single(row => row.Code == "DP_TSML166").Value);
        Assert.Equal("28", rows.Single(row => row.Code == "DP_TSML172").Value);
        Assert.Contains("2024/25", Assert.Single(await hearth.AuditAsync("MakeReturn"))!, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Nothing_leaves_while_a_check_stands_and_each_says_what_to_do(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();

        var page = await officer.OpenAsync(Frozen.Return);
        Assert.Contains("No survey with the regulator’s measures was in the field in this year", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "CH01 part 1, low cost rental is not complete. Missing: numerator, denominator",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Empty(page.All("form[action$='/return']"));
        Assert.All(page.All("section[aria-labelledby=blocking-heading] li"), item => Assert.NotNull(item.QuerySelector("a[href]")));
    }

    [Theory, BothDatabases]
    public async Task A_check_that_fails_after_the_page_was_opened_still_keeps_the_file_here(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = await hearth.ReadyAsync();
        var page = await officer.OpenAsync(Frozen.Return);
        await hearth.Staff().SayAsync(("Address", ""));

        var answer = await officer.SubmitAsync(page, new { }, "Download the return (CSV)");

        Assert.Equal(["1 check must be put right before the file can leave"], answer.Errors);
        Assert.Contains("The web address where the figures are published is missing", answer.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_measure_that_nobody_answered_leaves_as_no_figure_and_not_as_0(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = await hearth.ReadyAsync(Frozen.YorkBut(Frozen.Measure("TP09", null, [0, 0, 0, 0, 0], yes: 0, no: 888)));

        var page = await officer.OpenAsync(Frozen.Return);
        Assert.Contains("nobody answered TP09, so there is no figure", page.Text, StringComparison.Ordinal);
        var rows = Read(await officer.SubmitAsync(page, new { }, "Download the return (CSV)"));

        Assert.Equal("No figure", rows.Single(row => row.Code == "DP_TSML263").Value);
    }

    // North Tyneside, 2024/25: weighted by age, 77.4 before and 70.6 after
    [Theory, BothDatabases]
    public async Task Weighted_figures_leave_with_the_unweighted_beside_them(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var overall = Frozen.Measure("TP01", 77.4m, [391, 378, 101, 77, 47]) with
        {
            WeightedCounts = [340m, 365.1m, 105.1m, 122.2m, 66.4m],
            WeightedPercent = 70.6m,
        };
        var officer = await hearth.ReadyAsync(
            Frozen.YorkBut(overall) with
            {
                Weighting = new WeightingDone(false, ["Age"], 1.4, 762.8, 0.4m, 3.1m, null, null, [], [], "Tenant list"),
            }
        );

        var rows = Read(await officer.SubmitAsync(await officer.OpenAsync(Frozen.Return), new { }, "Download the return (CSV)"));

        Assert.Equal("340.0", rows.Single(row => row.Code == "DP_TSML195").Value);
        Assert.Equal("365.1", rows.Single(row => row.Code == "DP_TSML196").Value);
        Assert.Equal("70.6", rows.Single(row => row.Code == "DP_TSML201").Value);
        Assert.Equal("Age", rows.Single(row => row.Question == "Q14 Weighting characteristic 1").Value);
        Assert.Equal("391", rows.Single(row => row.Question == "Q15 TP01 before weights: very satisfied").Value);
        Assert.Equal("77.4", rows.Single(row => row.Question == "Q15 TP01 before weights: per cent").Value);
    }

    [Theory, BothDatabases]
    public async Task A_councillor_reads_the_checks_and_takes_no_file(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.ReadyAsync();

        var page = await hearth.Staff(Role.Councillor).OpenAsync(Frozen.Return);

        Assert.Empty(page.All("form[action$='/return']"));
    }

    private static List<(string Code, string Question, string Stock, string Value)> Read(Page file)
    {
        Assert.Equal("text/csv", file.Response.Content.Headers.ContentType?.MediaType);
        using var csv = new CsvReader(new StringReader(file.Body.TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        Assert.Equal(["Code", "Question", "Stock", "Value"], csv.HeaderRecord!);
        List<(string, string, string, string)> rows = [];
        while (csv.Read())
        {
            rows.Add((csv[0]!, csv[1]!, csv[2]!, csv[3]!));
        }
        return rows;
    }
}
