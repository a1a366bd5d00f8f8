// From a finding to an answer, and what anyone may then read of the survey it answers: figures without small numbers, words that were released.
using System.Globalization;
using System.Net;
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Results;

public sealed class AnsweringFindingsTests
{
    [Theory, BothDatabases]
    public async Task An_officer_goes_from_a_finding_to_its_answer_with_the_words_filled_in(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await FieldAsync(hearth);
        var results = $"/surveys/{field.Survey.Id}/results";
        var maya = hearth.Staff();

        Assert.Equal("", await SaidAsync(maya, field, results));
        Assert.Equal("77 in 100 of you said “Yes” when we asked: Do you have a heater?", await SaidAsync(maya, field, results + "/q1"));
        // of nine homes nothing is said
        Assert.Equal("", await SaidAsync(maya, field, results + "/q2"));
        Assert.Equal("", await SaidAsync(maya, field, $"/surveys/{field.Survey.Id}/comments"));
        var released = await maya.OpenAsync(results + "/q7");
        var link = released.All("blockquote + p a").First().GetAttribute("href")!;
        Assert.Equal("Comment of home 3 & others.", Words(await maya.OpenAsync(link)));
        Assert.NotEmpty((await maya.OpenAsync($"/surveys/{field.Survey.Id}/comments?show=released")).All("a[href*='said=Comment']"));
        Assert.DoesNotContain("said=", (await maya.OpenAsync($"/surveys/{field.Survey.Id}/comments")).Body, StringComparison.Ordinal);

        Assert.Equal("", await SaidAsync(hearth.Staff(Role.Manager), field, results));
        foreach (var role in new[] { Role.HousingOfficer, Role.Councillor })
        {
            foreach (var path in new[] { results, results + "/q1", results + "/q7" })
            {
                Assert.DoesNotContain("Write an answer", (await hearth.Staff(role).OpenAsync(path)).Text, StringComparison.Ordinal);
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Anyone_reads_what_was_asked_who_answered_and_what_was_heard_beside_the_answer(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await FieldAsync(hearth);
        await PublishAsync(hearth, field);

        var story = await hearth.Anyone().OpenAsync("/what-changed/1");

        Assert.Contains("26 of the 30 homes we asked answered.", story.Text, StringComparison.Ordinal);
        var rows = story.All("[aria-labelledby=heard] tbody tr").Select(row => string.Join(' ', row.Children.Select(Page.Words))).ToList();
        Assert.Contains("Do you have a heater? Most often “Yes”: 77 in 100 26", rows);
        Assert.Contains("How satisfied are you with your heater? [c] [c]", rows);
        Assert.Contains("How many rooms do you heat? The middle answer is 2 26", rows);
        Assert.Contains("Online 14", rows);
        Assert.Contains("Telephone 12", rows);
        Assert.Contains(rows, row => row.StartsWith("35", StringComparison.Ordinal) && row.EndsWith(" 26", StringComparison.Ordinal));
        Assert.Contains("“Comment of home 3 & others.”", story.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("home 4", story.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task While_a_survey_runs_or_where_too_few_answered_its_figures_are_not_public(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var running = await FieldAsync(
            hearth,
            survey => (survey.Status, survey.ClosesOn) = (SurveyStatus.Open, new DateOnly(2026, 12, 18))
        );
        var small = await FieldAsync(hearth, homes: 9);
        await PublishAsync(hearth, running);
        await PublishAsync(hearth, small);

        Assert.DoesNotContain("What we heard", (await hearth.Anyone().OpenAsync("/what-changed/1")).Text, StringComparison.Ordinal);
        var story = await hearth.Anyone().OpenAsync("/what-changed/2");
        Assert.Contains("Fewer than 10 homes answered.", story.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Comment of home", story.Text, StringComparison.Ordinal);
        Assert.Empty(story.All("[aria-labelledby=heard] table"));
    }

    [Theory, BothDatabases]
    public async Task What_one_home_alone_gave_is_shown_to_nobody(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 12);
        await field.AnswerAsync(
            hearth,
            12,
            home =>
                new()
                {
                    ["q4"] = [home == 11 ? "19" : "2"],
                    ["q5"] =
                    [
                        home == 0 ? "1987-03-08"
                        : home == 11 ? "2026-01-31"
                        : "2020-06-01",
                    ],
                }
        );

        foreach (var address in new[] { "results", "results/q4", "results/q5", "results/tables.csv" })
        {
            var page = await hearth.Staff(Role.Councillor).OpenAsync($"/surveys/{field.Survey.Id}/{address}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            var words = page.Document.QuerySelector("main") is null ? page.Body : page.Text;
            Assert.DoesNotContain("1987", words, StringComparison.Ordinal);
            Assert.DoesNotContain("31 Jan 2026", words, StringComparison.Ordinal);
            Assert.DoesNotContain("to 19", words, StringComparison.Ordinal);
            Assert.DoesNotContain(",19,", words, StringComparison.Ordinal);
        }
    }

    /// <summary>The words that the link “Write an answer” of this page brings along; the survey is ticked there.</summary>
    private static async Task<string> SaidAsync(Browser officer, Field field, string path)
    {
        var form = await officer.OpenAsync((await officer.OpenAsync(path)).LinkTo("Write an answer"));
        Assert.Equal("Write an answer", form.Heading);
        Assert.Single(form.All($"input[name='Form.Activities'][value='{field.Survey.Id}'][checked]"));
        return Words(form);
    }

    private static string Words(Page form) => form.All("textarea[name='Form.Said']").Single().TextContent.Trim();

    private static async Task PublishAsync(HearthApp hearth, Field field)
    {
        var officer = hearth.Staff();
        var form = await officer.OpenAsync($"/feedback/new?about={field.Survey.Id}&said=Our+homes+are+cold.");
        var preview = await officer.SubmitAsync(
            form,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Form.Title"] = "Warmer homes",
                ["Form.Kind"] = "WeAreDoing",
                ["Form.Doing"] = "We are putting in new heaters.",
                ["Form.DoingBy.Day"] = "1",
                ["Form.DoingBy.Month"] = "3",
                ["Form.DoingBy.Year"] = "2027",
            },
            "Save and see how it reads"
        );
        var check = await officer.OpenAsync(preview.LinkTo("Check who is told"));
        Assert.Contains("Published.", (await officer.SubmitAsync(check, button: "Publish")).Text, StringComparison.Ordinal);
    }

    /// <summary>A survey in the loop, closed, answered by 14 homes online and the others by telephone, nine of them about their heater; two comments, one released.</summary>
    private static async Task<Field> FieldAsync(HearthApp hearth, Action<Survey>? change = null, int homes = 26)
    {
        var field = await Field.OpenAsync(
            hearth,
            homes: 30,
            change: survey =>
            {
                (survey.Status, survey.ClosesOn) = (SurveyStatus.Closed, new DateOnly(2026, 11, 8));
                change?.Invoke(survey);
            }
        );
        Dictionary<string, string[]> Answers(int home) =>
            new()
            {
                ["q1"] = [home < 20 ? "y" : "n"],
                ["q2"] = home < 9 ? ["1"] : [],
                ["q4"] = [(home % 5).ToString(CultureInfo.InvariantCulture)],
            };
        await field.AnswerAsync(
            hearth,
            Math.Min(14, homes),
            Answers,
            words: home => home is 3 or 4 ? $"Comment of home {home} & others." : " "
        );
        await field.AnswerAsync(hearth, Math.Max(0, homes - 14), Answers, from: 14, channel: ResponseChannel.Telephone);
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            await db.Set<Comment>().Where(c => c.SurveyId == field.Survey.Id && c.Text == " ").ExecuteDeleteAsync();
            var comment = await db.Set<Comment>().SingleAsync(c => c.SurveyId == field.Survey.Id && c.Text.Contains("home 3"));
            (comment.ReleasedAt, comment.ReleasedText) = (hearth.Clock.GetUtcNow(), comment.Text);
            var thing = await scope
                .GetRequiredService<LoopLedger>()
                .PlaceAsync("survey", field.Survey.Id, field.Survey.Title, $"/surveys/{field.Survey.Id}", field.Survey.OpensOn);
            thing.ClosedOn = field.Survey.Status == SurveyStatus.Closed ? field.Survey.ClosesOn : null;
            scope.GetRequiredService<AuditTrail>().Write("ReleaseComments", "survey", field.Survey.Id);
            await db.SaveChangesAsync();
        });
        return field;
    }
}
