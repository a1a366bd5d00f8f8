// The regulator's published figures, come by again through the commands that an analyst has.
using System.Globalization;
using System.Text;
using Hearth.Cli.Analysts.Columns;
using Hearth.Cli.Analysts.CountMeasures;
using Hearth.Cli.Tests.Analysts.Published;

namespace Hearth.Cli.Tests.Analysts;

public sealed class PublishedTests
{
    [Fact]
    public async Task Ten_landlords_answers_give_every_percentage_and_count_the_regulator_published()
    {
        using var desk = new Desk();
        var (landlords, percentages) = (0, 0);
        foreach (var landlord in PublishedReturn.Ten())
        {
            var ended = await desk.DoneAsync(
                "tsm",
                desk.Write($"{landlord.Year}-{landlord.Tenure}-{landlord.Code}.csv", Responses.Csv(landlord)),
                "--format",
                "json"
            );

            var measures = ended
                .Json.GetProperty("measures")
                .EnumerateArray()
                .ToDictionary(found => found.GetProperty("code").GetString()!);
            Assert.Equal(landlord.Measures.Select(measure => measure.Code), measures.Keys);
            Assert.Equal(landlord.Weighted, ended.Json.GetProperty("weighted").GetBoolean());
            Assert.Empty(ended.Json.GetProperty("leftOut").EnumerateArray());
            foreach (var published in landlord.Measures)
            {
                var found = measures[published.Code];
                Assert.True(
                    found.GetProperty("percentage").GetDecimal() == decimal.Round(published.Percent, 1, MidpointRounding.AwayFromZero),
                    $"{landlord} {published.Code}: {found}"
                );
                Assert.Equal(published.Counts, found.GetProperty("counts").EnumerateArray().Select(count => count.GetDecimal()));
                Assert.Equal(published.NotApplicable ?? 0, found.GetProperty("notApplicable").GetDecimal());
                Assert.Equal(published.Yes, published.Yes is null ? null : found.GetProperty("filterYes").GetDecimal());
                Assert.Equal(published.No, published.No is null ? null : found.GetProperty("filterNo").GetDecimal());
                percentages++;
            }
            landlords++;
        }
        Assert.Equal((10, 117), (landlords, percentages));
    }

    [Fact]
    public async Task Ten_landlords_requirements_and_margins_are_the_regulators()
    {
        using var desk = new Desk();
        foreach (var landlord in PublishedReturn.Ten())
        {
            var ended = await desk.DoneAsync(
                "sample-size",
                "--population",
                Text(landlord.Population),
                "--responses",
                Text(landlord.Sample),
                "--format",
                "json"
            );

            var (exact, required) = (ended.Json.GetProperty("requiredExact").GetDouble(), ended.Json.GetProperty("required").GetInt32());
            var margin = 100 * ended.Json.GetProperty("achievedMargin").GetDouble();
            if (landlord.Year == 2024)
            {
                // published rounded: the requirement up, the margin to a tenth
                Assert.Equal(landlord.Required, required);
                Assert.Equal(landlord.MarginPercent, Math.Round(margin, 1));
            }
            else
            {
                Assert.Equal((double)landlord.Required, exact, 1e-9);
                Assert.Equal(Math.Ceiling(landlord.Required), required);
                Assert.Equal(landlord.MarginPercent, margin, 1e-9);
            }
        }
    }

    [Fact]
    public async Task The_plain_result_stands_beside_the_weighted_one_as_the_regulator_has_both()
    {
        using var desk = new Desk();
        var weighted = PublishedReturn
            .Ten()
            .Select(landlord => landlord.Measures[0])
            .Where(measure => measure.Unweighted.Count > 0)
            .ToList();
        Assert.Equal(3, weighted.Count);
        foreach (var (i, published) in weighted.Index())
        {
            var ended = await desk.DoneAsync("tsm", desk.Write($"{i}.csv", Responses.CsvOfWeights(published)), "--format", "json");

            var found = ended.Json.GetProperty("measures")[0];
            Assert.Equal(published.Percent, found.GetProperty("percentage").GetDecimal());
            Assert.Equal(published.Counts, found.GetProperty("counts").EnumerateArray().Select(count => count.GetDecimal()));
            Assert.Equal(published.UnweightedPercent, found.GetProperty("unweighted").GetProperty("percentage").GetDecimal());
            Assert.NotEqual(published.Percent, published.UnweightedPercent);
        }
    }

    // Shared-ownership counts of 2023/24 were stored rounded, so their percentages cannot be worked out again.
    [Theory]
    [InlineData(2024, 355, false)]
    [InlineData(2025, 414, true)]
    public void Every_landlord_of_the_country_comes_out_as_published_and_exact_ties_go_up(int year, int landlords, bool everyTenure)
    {
        var everyone = PublishedReturn.Everyone(year).Where(landlord => everyTenure || landlord.Tenure == "LCRA").ToList();
        Assert.Equal(landlords, everyone.Count);
        var (percentages, ties, empty) = (0, 0, 0);
        foreach (var landlord in everyone)
        {
            using var file = TableFile.Over(new MemoryStream(Encoding.UTF8.GetBytes(Responses.Csv(landlord))), landlord.ToString());
            var report = TsmReport.Of(file, CancellationToken.None);
            Assert.Empty(report.LeftOut);
            foreach (var (published, found) in landlord.Measures.Zip(report.Measures))
            {
                Assert.Equal(published.Counts, found.Counts);
                if (found.Base == 0)
                {
                    Assert.Null(found.Percentage);
                    empty++;
                    continue;
                }
                var expected = decimal.Round(published.Percent, 1, MidpointRounding.AwayFromZero);
                Assert.True(
                    found.Percentage == expected,
                    $"{landlord} {published.Code}: {found.Percentage}, published {published.Percent}"
                );
                percentages++;
                if (IsTie(published.Counts))
                {
                    ties++;
                    Assert.True(
                        found.Percentage > 100 * (published.Counts[0] + published.Counts[1]) / published.Counts.Sum(),
                        $"{landlord}"
                    );
                }
            }
        }
        Assert.True(percentages > 4_000, $"Only {percentages} percentages were there to check.");
        Assert.True(ties >= 10, $"Only {ties} ties.");
        TestContext.Current.SendDiagnosticMessage(
            $"{year}: {everyone.Count} landlords, {percentages} percentages, {ties} exact ties, {empty} without a base"
        );
    }

    [Fact]
    public void A_tie_is_told_from_what_is_only_near_one()
    {
        Assert.True(IsTie([261, 0, 139, 0, 0]));
        Assert.False(IsTie([262, 0, 138, 0, 0]));
        Assert.False(IsTie([2, 0, 1, 0, 0]));
    }

    // in whole tenths of persons: 65.25 of 100 is 652.5 thousandths
    private static bool IsTie(IReadOnlyList<decimal> counts)
    {
        var (satisfied, all) = ((long)(10 * (counts[0] + counts[1])), (long)(10 * counts.Sum()));
        return all > 0 && 2_000 * satisfied % all == 0 && 2_000 * satisfied / all % 2 == 1;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
