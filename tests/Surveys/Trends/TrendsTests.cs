// A survey beside earlier waves: what moved, whether chance would do it, and what else changed.
using Hearth.Statistics;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Editions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Trends;

public sealed class TrendsTests
{
    [Theory, BothDatabases]
    public async Task A_change_beyond_chance_is_said_and_one_within_it_is_not(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var before = await WaveAsync(hearth, 2025, "Are you warm?", yes: 140);
        var little = await WaveAsync(hearth, 2026, "Are you warm?", yes: 134);
        var maya = hearth.Staff();
        var page = await maya.OpenAsync($"/surveys/{little.Survey.Id}/results/trends");
        Assert.Contains("This survey is not compared with an earlier one yet.", page.Text);

        page = await LinkAsync(maya, page, before);

        Assert.Contains("The two are waves of one series.", page.Text);
        Assert.Contains(
            "No clear change since 31 March 2025: 3.0 points down is within what chance makes. Do not call it a rise or a fall.",
            page.Text
        );

        var much = await WaveAsync(hearth, 2027, "Are you warm?", yes: 80);
        page = await LinkAsync(maya, await maya.OpenAsync($"/surveys/{much.Survey.Id}/results/trends"), little);
        var apart = Difference.Between(80, 200, 134, 200)!.Value;
        Assert.Contains(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"It went down by 27.0 points since 31 March 2026 (from {-100 * apart.Upper:0.0} to {-100 * apart.Lower:0.0}): more than chance would make."
            ),
            page.Text
        );
        Assert.Contains("31 March 2025", page.Text);
        Assert.Contains("Of 2 comparisons 1 shows a clear change.", page.Text);
    }

    [Theory, BothDatabases]
    public async Task A_change_of_wording_of_answers_or_of_channel_is_warned_of(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var before = await WaveAsync(hearth, 2025, "Are you warm?", yes: 140);
        var after = await WaveAsync(hearth, 2026, "Is your home warm enough?", yes: 120, ResponseChannel.Telephone, no: "Not really");

        var maya = hearth.Staff();
        var page = await LinkAsync(maya, await maya.OpenAsync($"/surveys/{after.Survey.Id}/results/trends"), before);

        Assert.Contains("The wording changed in “Wave 2026”: before, “Are you warm?”.", page.Text);
        Assert.Contains("The answers to choose from changed in “Wave 2026”.", page.Text);
        Assert.Contains("Telephone: 0 in 100 answered that way in “Wave 2025” (31 March 2025), 100 in 100 in “Wave 2026”.", page.Text);
    }

    [Theory, BothDatabases]
    public async Task A_change_of_the_regulators_set_of_measures_is_warned_of(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var before = await WaveAsync(hearth, 2025, "Are you warm?", yes: 140);
        var after = await WaveAsync(hearth, 2026, "Are you warm?", yes: 120);
        await hearth.InScopeAsync(async scope =>
        {
            var surveys = scope.GetRequiredService<HearthDb>().Set<Survey>();
            await surveys.Where(s => s.Id == before.Survey.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.MeasureSet, "tsm-2023"));
            return await surveys.Where(s => s.Id == after.Survey.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.MeasureSet, "tsm-next"));
        });

        var maya = hearth.Staff();
        var page = await LinkAsync(maya, await maya.OpenAsync($"/surveys/{after.Survey.Id}/results/trends"), before);

        Assert.Contains(
            "“Wave 2026” asked the regulator’s measures of the set tsm-next, “Wave 2025” those of the set tsm-2023.",
            page.Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task Waves_are_linked_once_and_only_by_those_who_run_surveys(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (one, two) = (
            await WaveAsync(hearth, 2025, "Are you warm?", yes: 5, homes: 8),
            await WaveAsync(hearth, 2026, "Are you warm?", yes: 5, homes: 8)
        );
        var address = $"/surveys/{two.Survey.Id}/results/trends";
        var maya = hearth.Staff();
        var empty = await maya.OpenAsync(address);

        var page = await maya.SubmitAsync(empty, [KeyValuePair.Create("Earlier", two.Survey.Id.ToString())], [], "Link them");
        Assert.Equal(["Choose the earlier survey from the list"], page.Errors);
        page = await LinkAsync(maya, empty, one);
        // eight answers are too few to show
        Assert.Contains("Too few have answered to compare.", page.Text);
        Assert.Contains("[c]", page.Text);
        page = await maya.SubmitAsync(empty, [KeyValuePair.Create("Earlier", one.Survey.Id.ToString())], [], "Link them");
        Assert.Equal(["These two are waves of one series already"], page.Errors);
        Assert.Empty((await hearth.Staff(Role.Councillor).OpenAsync(address)).All("main form"));
        page = await maya.SubmitAsync(page, null, "Take this survey out of its series");
        Assert.Contains("This survey stands alone again.", page.Text);
    }

    [Theory, BothDatabases]
    public async Task A_question_that_changed_while_people_answered_is_warned_of(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var before = await WaveAsync(hearth, 2025, "Are you warm?", yes: 140);
        var after = await WaveAsync(hearth, 2026, "Are you warm?", yes: 120);
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            (await db.Set<Survey>().SingleAsync(s => s.Id == after.Survey.Id)).Edition = 2;
            foreach (var (number, text) in new[] { (1, "Is it warm?"), (2, "Are you warm?") })
            {
                db.Add(
                    new Edition
                    {
                        SurveyId = after.Survey.Id,
                        Number = number,
                        From = hearth.Clock.GetUtcNow(),
                        Questions = Edition.Write([
                            new Question
                            {
                                SurveyId = after.Survey.Id,
                                Key = "q1",
                                Position = 1,
                                Kind = QuestionKind.SingleChoice,
                                Text = text,
                                Options = [new("y", "Yes"), new("n", "No")],
                            },
                        ]),
                    }
                );
            }
            scope.GetRequiredService<AuditTrail>().Write("Test", "survey", after.Survey.Id);
            await db.SaveChangesAsync();
        });

        var maya = hearth.Staff();
        var page = await LinkAsync(maya, await maya.OpenAsync($"/surveys/{after.Survey.Id}/results/trends"), before);

        Assert.Contains(
            "While “Wave 2026” ran, the question changed (Version 1: “Is it warm?”; Version 2: “Are you warm?”). Its figure counts all versions together.",
            page.Text
        );
        Assert.DoesNotContain("The wording changed in", page.Text);
    }

    private static Task<Page> LinkAsync(Browser maya, Page page, Field earlier) =>
        maya.SubmitAsync(page, [KeyValuePair.Create("Earlier", earlier.Survey.Id.ToString())], [], "Link them");

    private static async Task<Field> WaveAsync(
        HearthApp hearth,
        int year,
        string text,
        int yes,
        ResponseChannel channel = ResponseChannel.Online,
        string no = "No",
        int homes = 200
    )
    {
        var field = await Field.OpenAsync(
            hearth,
            homes,
            survey =>
            {
                survey.Title = $"Wave {year}";
                (survey.OpensOn, survey.ClosesOn, survey.Status) = (
                    new DateOnly(year, 3, 1),
                    new DateOnly(year, 3, 31),
                    SurveyStatus.Closed
                );
            },
            id => [Field.Ask(id, 1, QuestionKind.SingleChoice, text, [new("y", "Yes"), new("n", no)])]
        );
        await field.AnswerAsync(hearth, homes, home => new() { ["q1"] = [home < yes ? "y" : "n"] }, channel: channel);
        return field;
    }
}
