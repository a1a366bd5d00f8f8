// Topics: what fell from one wave to the next, what was written and released, what a colleague suggested; each given to a survey.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Programme;
using Hearth.Surveys.Programme.Topics;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Programme;

public sealed class TopicsTests
{
    [Fact]
    public void The_last_wave_is_compared_with_the_one_before_and_what_chance_explains_comes_last()
    {
        static Wave At(int year, decimal percent) =>
            new($"Wave {year}", new DateOnly(year, 10, 1), percent, ((double)percent / 100) - 0.03, ((double)percent / 100) + 0.03);

        var found = FallingMeasures.Compare([
            ("Asked once", [At(2026, 40)]),
            ("Rose", [At(2026, 60), At(2025, 50)]),
            ("Fell a little", [At(2024, 90), At(2025, 60), At(2026, 55)]),
            ("Fell", [At(2026, 50), At(2025, 57)]),
        ]);

        Assert.Equal([("Fell", 7m, true), ("Fell a little", 5m, false)], found.Select(f => (f.Topic, f.Points, f.BeyondChance)));
        Assert.Equal(("Wave 2025", "Wave 2026"), (found[0].WasIn, found[0].IsIn));
    }

    [Theory, BothDatabases]
    public async Task A_falling_score_and_released_comments_are_offered_and_given_to_a_survey(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await WaveAsync(hearth, "Heat 2025", new(2025, 11, 1), satisfied: 90);
        await WaveAsync(hearth, "Heat 2026", new(2026, 9, 1), satisfied: 40);
        await ReleaseAsync(hearth, 3);
        var maya = hearth.Staff();
        var year = await TheYearTests.PlanAsync(maya);

        var topics = await maya.OpenAsync(year.LinkTo("Find topics"));

        Assert.Contains(
            "How warm is your home?: 40.0%, down from 90.0% Heat 2025, then Heat 2026. More than chance explains.",
            topics.Text
        );
        Assert.Contains("What else? 3 comments released, in Heat 2026", topics.Text);
        var taken = await maya.SubmitAsync(topics, button: "Ask about it: What else?");
        Assert.Contains("Saved. Survey 7: What else?", taken.Text);
        Assert.Equal("What else?", (await CyclesAsync(hearth))[6].Topic);
    }

    [Theory, BothDatabases]
    public async Task A_colleague_suggests_and_the_suggestion_waits_until_it_is_taken(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var maya = hearth.Staff();
        var year = await TheYearTests.PlanAsync(maya);
        var tom = hearth.Staff(Role.HousingOfficer, "Tom Ashworth");
        var page = await tom.OpenAsync((await tom.OpenAsync("/surveys/year")).LinkTo("Find topics"));

        var empty = await tom.SubmitAsync(page, new Dictionary<string, string> { ["Form.Why"] = "We must know" }, "Suggest it");
        var made = await tom.SubmitAsync(
            page,
            new Dictionary<string, string> { ["Form.Topic"] = "Charging cars", ["Form.Why"] = "We are asked for chargers." },
            "Suggest it"
        );

        Assert.Equal(["Enter the topic"], empty.Errors);
        Assert.Contains("We must know", empty.Body);
        Assert.Contains("Charging cars We are asked for chargers. Tom Ashworth, 12 November 2026", made.Text);
        Assert.Empty(made.All("form.hearth-take"));

        var topics = await maya.OpenAsync(year.LinkTo("Find topics"));
        await maya.SubmitAsync(topics, button: "Ask about it: Charging cars");
        Assert.DoesNotContain("Charging cars We are asked", (await maya.OpenAsync(year.LinkTo("Find topics"))).Text);
        Assert.Equal("Charging cars", (await CyclesAsync(hearth))[6].Topic);

        await tom.SubmitAsync(page, new Dictionary<string, string> { ["Form.Topic"] = "Nothing much" }, "Suggest it");
        var aside = await maya.SubmitAsync(await maya.OpenAsync(year.LinkTo("Find topics")), button: "Set it aside: Nothing much");
        Assert.Contains("Nobody has suggested a topic that still waits.", aside.Text);
    }

    private static async Task WaveAsync(HearthApp hearth, string title, DateOnly closed, int satisfied)
    {
        var field = await Field.OpenAsync(
            hearth,
            homes: 100,
            survey =>
            {
                survey.Title = title;
                survey.OpensOn = closed.AddDays(-20);
                survey.ClosesOn = closed;
                survey.Status = SurveyStatus.Closed;
                survey.ClosedAt = closed.AddDays(1).StartInLondon();
            },
            survey =>
                [
                    Field.Ask(survey, 1, QuestionKind.Scale, "How warm is your home?", [.. Field.FivePoints]),
                    Field.Ask(survey, 2, QuestionKind.LongText, "What else?"),
                ]
        );
        await field.AnswerAsync(
            hearth,
            100,
            home => new() { ["q1"] = [home < satisfied ? "1" : "5"] },
            at: closed.StartInLondon(),
            words: home => $"Words {home}"
        );
    }

    // of the last wave
    private static Task ReleaseAsync(HearthApp hearth, int comments) =>
        hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            var last = await db.Set<Survey>().OrderByDescending(s => s.ClosesOn).FirstAsync();
            foreach (
                var comment in await db.Set<Comment>().Where(c => c.SurveyId == last.Id).OrderBy(c => c.Id).Take(comments).ToListAsync()
            )
            {
                comment.ReleasedAt = hearth.Clock.GetUtcNow();
                comment.ReleasedText = comment.Text;
            }
            services.GetRequiredService<AuditTrail>().Write("ReleaseComments", "survey", last.Id);
            await db.SaveChangesAsync();
        });

    private static Task<List<Cycle>> CyclesAsync(HearthApp hearth) =>
        hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Cycle>().AsNoTracking().OrderBy(c => c.Number).ToListAsync());
}
