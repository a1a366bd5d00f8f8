// A reporting year on one page: each step, how far it has come, and what is next.
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Insight.Tests.Measures;

public class YearTests
{
    [Theory, BothDatabases]
    public async Task A_year_that_nobody_was_asked_in_says_so_and_names_the_step_that_comes_first(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        var page = await hearth.Staff().OpenAsync("/insight/measures/2026");

        Assert.Contains(
            "Next: What tenants said. No survey with the regulator’s measures in this year.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                "What tenants said",
                "Management figures",
                "Frozen editions",
                "Summary of approach",
                "Published for tenants",
                "The return to the regulator",
            ],
            page.All("tbody th").Select(cell => cell.TextContent.Trim())
        );
        Assert.Equal(404, (int)(await hearth.Staff().OpenAsync("/insight/measures/1999")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_councillor_sees_how_far_a_year_is_and_is_led_nowhere_that_is_closed_to_them(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var councillor = hearth.Staff(Role.Councillor);

        var page = await councillor.OpenAsync("/insight/measures/2026");
        var links = page.All("main a").Select(link => link.GetAttribute("href")!).Where(href => href.StartsWith('/')).ToList();

        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            Assert.Equal(200, (int)(await councillor.OpenAsync(link)).Status);
        }
    }

    [Theory, BothDatabases]
    public async Task A_year_whose_survey_takes_answers_is_in_the_field_and_nothing_is_to_be_frozen_yet(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var field = await hearth.AskMeasuresAsync(
            new()
            {
                Open = true,
                Opens = new(2026, 11, 2),
                Closes = new(2026, 12, 18),
                Measures = ["TP01"],
                Homes = [.. TestMeasures.Homes(12)],
            }
        );
        await officer.ImportAnswersAsync(field, field.FileOf([.. TestMeasures.Rows(12, ("TP01", "1"))]));

        var page = await officer.OpenAsync("/insight/measures/2027");
        var rows = page.All("tbody tr").Select(Page.Words).ToList();

        Assert.Equal("What tenants said 12 homes of 12 needed. Answers are taken until 18 December 2026 In the field", rows[0]);
        Assert.Equal("Frozen editions Not frozen Later", rows[2]);
        Assert.DoesNotContain("Next: Frozen editions", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_survey_and_its_results_lead_to_the_year_in_which_its_measures_count(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var field = await hearth.AskMeasuresAsync(
            new()
            {
                // open over the end of a year: it counts in the one it ends in
                Opens = new(2026, 3, 2),
                Closes = new(2026, 4, 10),
                Measures = ["TP01", "TP05"],
                Homes = [.. TestMeasures.Homes(12)],
            }
        );

        var survey = await officer.OpenAsync($"/surveys/{field.Survey}");
        var results = await officer.OpenAsync($"/surveys/{field.Survey}/results");

        Assert.Equal("/insight/measures/2027", survey.LinkTo("The regulator’s measures of 2026/27"));
        Assert.Equal("/insight/measures/2027", results.LinkTo("the measures of 2026/27"));
        Assert.Equal(200, (int)(await officer.OpenAsync("/insight/measures/2027")).Status);
    }
}
