// Whether a change since the year before is more than chance, and what else changed.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Tests.Measures.Perception;

public sealed class ChangeTests
{
    [Theory, BothDatabases]
    public async Task A_change_is_told_from_chance_and_a_change_of_channel_stands_beside_it(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        await YearAsync(hearth, officer, 2025, "telephone", tp01: 400, tp04: 300);
        await YearAsync(hearth, officer, 2026, "online", tp01: 300, tp04: 310);

        var page = await officer.OpenAsync(PerceptionField.Address);

        Assert.Contains("The two years are taken as two draws", page.Text, StringComparison.Ordinal);
        // 80 to 60 of 100 of 500: the error of the difference is √(.24/499 + .16/499), 1.96 of it 5.5 points
        var rows = page.All("section[aria-labelledby=before-heading] tbody tr").Select(row => Page.Words(row)).ToList();
        Assert.Contains(
            "−20.0 Down. More than chance: between −25.6 and −14.4 points",
            rows[0].Replace("\u00a0", " "),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "+2.0 No clear change. Chance alone could make it: between −4.1 and +8.1 points",
            rows[1],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Answers came in other ways: by telephone 100 of 100 in 2024/25, 0 this year",
            page.All("section[aria-labelledby=before-heading] .hearth-notice li")
                .Select(Page.Words)
                .Concat(page.All("section[aria-labelledby=before-heading] li").Select(Page.Words))
        );
        Assert.DoesNotContain("worded otherwise", page.Text, StringComparison.Ordinal);

        await hearth.InScopeAsync(services =>
            services
                .GetRequiredService<HearthDb>()
                .Database.ExecuteSqlRawAsync(
                    """UPDATE surveys_question SET "Text" = 'How happy are you with us?' WHERE "Measure" = 'TP01' AND "SurveyId" IN (SELECT "Id" FROM surveys_survey WHERE "Title" = 'Year 2025')"""
                )
        );
        rows =
        [
            .. (await officer.OpenAsync(PerceptionField.Address))
                .All("section[aria-labelledby=before-heading] tbody tr")
                .Select(row => Page.Words(row)),
        ];
        Assert.Contains("The question was worded otherwise in 2024/25", rows[0], StringComparison.Ordinal);
        Assert.DoesNotContain("worded otherwise", rows[1], StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Homes_that_answered_both_years_make_a_change_surer(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var before = await YearAsync(hearth, officer, 2025, "online", tp01: 400, tp04: 300);
        var now = await YearAsync(hearth, officer, 2026, "online", tp01: 300, tp04: 310);
        await hearth.SameHomesAsync(before, now);

        var page = await officer.OpenAsync(PerceptionField.Address);

        Assert.Contains("500 homes answered in both years, and the ranges allow for it", page.Text, StringComparison.Ordinal);
        // pair by pair: 100 of 500 went from satisfied to not, so the error is √(0.2 × 0.8 / 499), 1.96 of it 3.5 points; 10 of 500 the other way for TP04: √(0.02 × 0.98 / 499), 1.2
        var rows = page.All("section[aria-labelledby=before-heading] tbody tr").Select(row => Page.Words(row)).ToList();
        Assert.Contains(
            "−20.0 Down. More than chance: between −23.5 and −16.5 points",
            rows[0].Replace("\u00a0", " "),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "+2.0 Up. More than chance: between +0.8 and +3.2 points",
            rows[1].Replace("\u00a0", " "),
            StringComparison.Ordinal
        );

        // an edition keeps how much they have in common, and nothing of whose they are
        await officer.SubmitAsync(await officer.OpenAsync("/insight/measures/2026/editions?stock=lcra"), null, "Freeze as edition 1");
        var again = await officer.SubmitAsync(
            await officer.OpenAsync("/insight/measures/2026/editions?stock=lcra"),
            null,
            "Make edition 1 again"
        );
        Assert.Contains("the same, byte for byte", again.Text, StringComparison.Ordinal);
    }

    // 500 of 800 homes answered, in both years by lot: so many are the same by chance that they say nothing of one another
    [Fact]
    public async Task Two_lots_that_share_as_many_homes_as_chance_would_have_it_are_two_draws()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        var before = await YearAsync(hearth, officer, 2025, "online", tp01: 400, tp04: 300, homes: 500 * 500 / 300);
        var now = await YearAsync(hearth, officer, 2026, "online", tp01: 300, tp04: 310, homes: 500 * 500 / 300);
        await hearth.SameHomesAsync(before with { Codes = [.. before.Codes.Take(300)] }, now with { Codes = [.. now.Codes.Take(300)] });

        var year = (
            await hearth.InScopeAsync(s =>
                s.GetRequiredService<PerceptionReader>().GatherAsync(new(2026), StockType.LowCostRental, default)
            )
        )!;

        Assert.Equal(300, year.Recipe.Before!.InBothYears);
        var overall = year.Recipe.Before.Measures.Single(measure => measure.Code == "TP01");
        // n₁n₂/N is 300.1 of the 300: all but nothing
        Assert.InRange(Math.Abs(overall.Covariance!.Value), 0, overall.Variance!.Value / 100);
    }

    private static async Task<MeasuresInField> YearAsync(
        HearthApp hearth,
        Browser officer,
        int ending,
        string channel,
        int tp01,
        int tp04,
        int homes = 1_000_000
    )
    {
        var field = await hearth.AskMeasuresAsync(
            new()
            {
                Title = $"Year {ending}",
                Opens = new(ending - 1, 9, 1),
                Closes = new(ending - 1, 10, 31),
                Population = homes,
                Measures = ["TP01", "TP04"],
                Homes = [.. TestMeasures.Homes(500)],
            }
        );
        await officer.ImportAnswersAsync(
            field,
            field.FileOf([
                .. Enumerable
                    .Range(0, 500)
                    .Select(home => new Dictionary<string, string>
                    {
                        ["channel"] = channel,
                        ["TP01"] = home < tp01 ? "1" : "5",
                        ["TP04"] = home < tp04 ? "2" : "4",
                    }),
            ])
        );
        return field;
    }
}
