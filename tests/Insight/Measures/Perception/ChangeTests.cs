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

    private static async Task YearAsync(HearthApp hearth, Browser officer, int ending, string channel, int tp01, int tp04)
    {
        var field = await hearth.AskMeasuresAsync(
            new()
            {
                Title = $"Year {ending}",
                Opens = new(ending - 1, 9, 1),
                Closes = new(ending - 1, 10, 31),
                Population = 1_000_000,
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
    }
}
