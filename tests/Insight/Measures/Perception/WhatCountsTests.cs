// Which answers count in a figure, and which do not.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Tests.Measures.Perception;

public sealed class WhatCountsTests
{
    [Theory, BothDatabases]
    public async Task An_answer_behind_a_no_does_not_count_and_the_page_says_how_many(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var field = await hearth.AskMeasuresAsync(new() { Homes = [.. TestMeasures.Homes(12)] });
        // a file whose company asked on although the home had no repair is told at the import …
        var page = await officer.OpenAsync($"/surveys/{field.Survey}/responses/import");
        var file = field.FileOf([
            .. TestMeasures.Rows(4, ("TP01", "1"), ("TP02-filter", "Yes"), ("TP02", "2")),
            .. TestMeasures.Rows(2, ("TP01", "1"), ("TP02-filter", "No"), ("TP02", "5")),
            .. TestMeasures.Rows(6, ("TP01", "4"), ("TP02-filter", "Yes"), ("TP02", "5")),
        ]);
        page = await officer.SubmitAsync(page, [], [("Sheet", "answers.csv", file)], "Continue");
        Assert.Contains("2 answers do not count", page.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(page, null, "Import the answers of");
        // … and one that came in before anybody looked is left out of the figure
        await hearth.SayAsync("\"tp02-filter\":[\"2\"]", """{"tp01":["1"],"tp02-filter":["2"],"tp02":["5"]}""");

        page = await officer.OpenAsync(PerceptionField.Address);

        Assert.Contains("1 answer does not count", page.Text, StringComparison.Ordinal);
        Assert.Contains("TP02: 1 behind a first question that was not answered Yes", page.Text, StringComparison.Ordinal);
        Assert.Equal(["40.0%", "10"], [PerceptionField.Figures(page)[1][0], PerceptionField.Figures(page)[1][2]]);
        // nobody said anything of complaints: no figure, and never nought
        Assert.Equal(["[u]", "No range", "0"], PerceptionField.Figures(page)[8]);
    }

    [Theory, BothDatabases]
    public async Task Of_two_surveys_of_a_year_an_officer_chooses_and_a_home_counts_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var yearly = await hearth.AskMeasuresAsync(new() { Title = "Yearly", Homes = [.. TestMeasures.Homes(40)] });
        await officer.ImportAnswersAsync(yearly, yearly.FileOf([.. TestMeasures.Rows(40, ("TP01", "1"))]));
        var pulse = await hearth.AskMeasuresAsync(
            new()
            {
                Title = "Pulse",
                Measures = ["TP01"],
                Opens = new(2026, 1, 5),
                Closes = new(2026, 1, 30),
                Homes = [.. TestMeasures.Homes(60)],
            }
        );
        await officer.ImportAnswersAsync(pulse, pulse.FileOf([.. TestMeasures.Rows(60, ("TP01", "5"))]));
        // ten homes are in both
        await hearth.ShareHomesAsync(yearly.Survey, pulse.Survey, 10);

        var page = await officer.OpenAsync(PerceptionField.Address);
        Assert.Contains("2 surveys of this year ask the measures, and 1 makes the figures", page.Text, StringComparison.Ordinal);
        Assert.Equal("100.0%", PerceptionField.Figures(page)[0][0]);

        page = await officer.OpenAsync($"{PerceptionField.Address}/how?stock=lcra");
        page = await officer.SubmitAsync(
            page,
            new List<KeyValuePair<string, string>>
            {
                new("Form.Surveys", yearly.Survey.ToString()),
                new("Form.Surveys", pulse.Survey.ToString()),
            },
            "Save"
        );

        // 30 who answered once and were satisfied, 60 who were not and were asked last
        Assert.Equal("33.3%", PerceptionField.Figures(page)[0][0]);
        Assert.Contains("10 earlier answers are left out", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shared_owners_are_reported_apart_and_nobody_is_counted_with_the_others()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        var field = await hearth.AskMeasuresAsync(
            new()
            {
                Homes =
                [
                    .. TestMeasures.Homes(30),
                    .. TestMeasures.Homes(20, tenure: "Shared ownership"),
                    .. TestMeasures.Homes(10, tenure: "Leaseholder"),
                    // garages let with a flat, a shop: neither low cost rental nor low cost home ownership
                    .. TestMeasures.Homes(10, tenure: "Other"),
                ],
            }
        );
        await officer.ImportAnswersAsync(
            field,
            field.FileOf([
                .. TestMeasures.Rows(30, ("TP01", "1"), ("TP04", "1")),
                .. TestMeasures.Rows(20, ("TP01", "5"), ("TP04", "5")),
                .. TestMeasures.Rows(20, ("TP01", "3"), ("TP04", "3")),
            ])
        );

        var rented = PerceptionField.Figures(await officer.OpenAsync(PerceptionField.Address));
        var owned = await officer.OpenAsync($"{PerceptionField.Address}?stock=lcho");

        Assert.Equal(["100.0%", "30"], [rented[0][0], rented[0][2]]);
        Assert.Equal(12, rented.Count);
        Assert.Equal(["0.0%", "20"], [PerceptionField.Figures(owned)[0][0], PerceptionField.Figures(owned)[0][2]]);
        // shared owners are not asked of repairs and of how well the home is kept
        Assert.Equal(9, PerceptionField.Figures(owned).Count);
        Assert.DoesNotContain("TP04", owned.All("section[aria-labelledby=figures-heading] th").Select(Page.Words));
    }

    [Fact]
    public async Task A_year_that_nobody_was_asked_in_says_so_and_a_year_that_is_none_is_not_there()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();

        var page = await officer.OpenAsync(PerceptionField.Address);

        Assert.Contains("No survey of 2025/26 asked these tenants the regulator’s questions", page.Text, StringComparison.Ordinal);
        foreach (
            var path in new[]
            {
                "/insight/measures/1999/tenants-said",
                $"{PerceptionField.Address}?stock=castles",
                $"{PerceptionField.Address}/how",
                "/insight/measures/2026/editions?stock=all",
            }
        )
        {
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await officer.OpenAsync(path)).Status);
        }
    }
}
