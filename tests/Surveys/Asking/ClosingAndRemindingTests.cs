// The end of a survey, and the reminders before it.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.CloseSurvey;
using Hearth.Surveys.Asking.RemindPeople;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Tests.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Asking;

public sealed class ClosingAndRemindingTests
{
    private static NewTenant Mail(string name) => new() { GivenName = name, Email = $"{name.ToLowerInvariant()}@post.example" };

    [Theory, BothDatabases]
    public async Task A_survey_closes_by_itself_the_day_after_its_last_and_starts_the_clock_of_telling(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Mail("Ann"));
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);
        Assert.Equal(new DateOnly(2027, 1, 22), (await hearth.ThingAsync(id)).TellBy);

        hearth.Clock.MoveTo(new DateOnly(2026, 12, 18));
        await hearth.DayComesAsync();
        Assert.Equal(SurveyStatus.Open, (await hearth.SurveyAsync(id)).Status);
        hearth.Clock.MoveTo(new DateOnly(2026, 12, 19));
        await hearth.DayComesAsync();

        Assert.Equal(SurveyStatus.Closed, (await hearth.SurveyAsync(id)).Status);
        var thing = await hearth.ThingAsync(id);
        Assert.Equal((new DateOnly(2026, 12, 18), new DateOnly(2027, 1, 22)), (thing.ClosedOn, thing.TellBy));
        Assert.Equal("Cancelled", Assert.Single(await hearth.MessagesAsync()).Status);
        var page = await hearth.Staff().OpenAsync($"/surveys/{id}");
        Assert.Contains("Closed 18 December", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_survey_cannot_close_before_its_last_day_without_a_reason(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Mail("Ann"));
        var officer = hearth.Staff();
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);
        hearth.Clock.MoveTo(new DateOnly(2026, 11, 20));

        var refused = await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{id}/close"),
            new Dictionary<string, string> { ["Form.Because"] = " " },
            "Stop the survey"
        );
        Assert.Equal(["People were told they have until Friday 18 December. Enter why it stops early"], refused.Errors);
        var closed = await officer.SubmitAsync(
            refused,
            new Dictionary<string, string> { ["Form.Because"] = "The heating was <b>mended</b>" },
            "Stop the survey"
        );

        Assert.Contains("Tell everyone who answered what came of it by Friday 25 December.", closed.Text, StringComparison.Ordinal);
        Assert.Contains("The heating was <b>mended</b>", closed.Text, StringComparison.Ordinal);
        var thing = await hearth.ThingAsync(id);
        Assert.Equal((new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 25)), (thing.ClosedOn, thing.TellBy));
        var again = await hearth.InScopeAsync(services => services.GetRequiredService<CloseSurvey>().RunAsync(id, "twice"));
        Assert.IsType<SurveyAlreadyClosed>(Assert.Single(again));
    }

    [Theory, BothDatabases]
    public async Task People_can_be_given_longer_but_not_less(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Mail("Ann"));
        var officer = hearth.Staff();
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);
        async Task<Page> UntilAsync(int day) =>
            await officer.SubmitAsync(
                await officer.OpenAsync($"/surveys/{id}/extend"),
                new Dictionary<string, string>
                {
                    ["Form.ClosesOn.Day"] = $"{day}",
                    ["Form.ClosesOn.Month"] = "12",
                    ["Form.ClosesOn.Year"] = "2026",
                },
                "Change the last day"
            );

        var less = await UntilAsync(17);
        var longer = await UntilAsync(21);

        Assert.Equal(
            ["People were told they have until Friday 18 December. Enter that day or a later one, or stop the survey early"],
            less.Errors
        );
        Assert.Contains(
            "People can answer until Monday 21 December. You tell everyone by Monday 25 January.",
            longer.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(new DateOnly(2027, 1, 25), (await hearth.ThingAsync(id)).TellBy);
    }

    [Theory, BothDatabases]
    public async Task Only_those_who_have_not_answered_and_may_be_written_to_are_reminded_and_only_once_a_week(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenants = await hearth.MoveInAsync(Mail("Silent"), Mail("Answered"), Mail("Refuses"), Mail("Forgotten"));
        var officer = hearth.Staff();
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);
        await SentAsync(hearth);
        await hearth.AnswerAsync((await hearth.InvitationsAsync(id)).Single(i => i.PersonId == tenants[1].PersonId));
        await hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            await db.Database.ExecuteSqlAsync($"UPDATE people_person SET \"DoNotContact\" = {true} WHERE \"GivenName\" = 'Refuses'");
            await db.Set<Invitation>()
                .Where(i => i.PersonId == tenants[3].PersonId)
                .ExecuteUpdateAsync(i => i.SetProperty(x => x.PersonId, (Guid?)null));
        });

        hearth.Clock.Forward(TimeSpan.FromDays(6));
        Assert.Contains(
            "There is nobody to remind now.",
            (await officer.OpenAsync($"/surveys/{id}/remind")).Text,
            StringComparison.Ordinal
        );
        hearth.Clock.Forward(TimeSpan.FromDays(1));
        var look = await officer.OpenAsync($"/surveys/{id}/remind");
        Assert.Equal(
            ["Reminded in all 1", "Have answered 1", "Have said no since, or cannot be reached 1"],
            look.All("main tbody tr")
                .Select(row => string.Join(' ', row.Children.Select(Page.Words)))
                .Where(row =>
                    row.StartsWith("Reminded in all", StringComparison.Ordinal) || row.StartsWith("Have", StringComparison.Ordinal)
                )
        );
        var done = await officer.SubmitAsync(look, new { }, "Remind 1 household");
        var again = await officer.SubmitAsync(look, new { }, "Remind 1 household");

        Assert.Contains("1 person is being reminded.", done.Text, StringComparison.Ordinal);
        Assert.Contains("There is nobody to remind now", Assert.Single(again.Errors), StringComparison.Ordinal);
        var reminder = Assert.Single(await hearth.MessagesAsync(), message => message.Key.Contains("/remind/", StringComparison.Ordinal));
        Assert.Equal("silent@post.example", reminder.ToAddress);
        Assert.Equal("There is still time: How warm is your home?", reminder.Subject);
        hearth.Clock.Forward(TimeSpan.FromDays(7));
        await SentAsync(hearth);
        Assert.Single((await hearth.InScopeAsync(services => services.GetRequiredService<RemindPeople>().RunAsync(id))).Made!.People);
        Assert.Equal(2, (await hearth.InvitationsAsync(id)).Single(i => i.PersonId == tenants[0].PersonId).Reminders);
    }

    [Theory, BothDatabases]
    public async Task A_message_that_still_waits_for_somebody_who_answered_is_taken_back(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenants = await hearth.MoveInAsync(Mail("Quick"), Mail("Waits"), Mail("Silent"));
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);
        await SentAsync(hearth, "silent@post.example");
        await hearth.AnswerAsync((await hearth.InvitationsAsync(id)).Single(i => i.PersonId == tenants[0].PersonId));
        hearth.Clock.Forward(TimeSpan.FromDays(8));

        await hearth.InScopeAsync(services => services.GetRequiredService<RemindPeople>().RunAsync(id));

        var status = (await hearth.MessagesAsync()).Select(m =>
            $"{m.ToAddress.Split('@')[0]} {(m.Key.Contains("/remind/", StringComparison.Ordinal) ? "reminder" : "invitation")} {m.Status}"
        );
        Assert.Equal(
            ["quick invitation Cancelled", "silent invitation Sent", "silent reminder Queued", "waits invitation Queued"],
            status.Order(StringComparer.Ordinal)
        );
    }

    [Theory, BothDatabases]
    public async Task Of_two_officers_who_remind_at_once_one_does(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Mail("Ann"), Mail("Bob"));
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);
        await SentAsync(hearth);
        hearth.Clock.Forward(TimeSpan.FromDays(8));

        var all = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(_ => Task.Run(() => hearth.InScopeAsync(services => services.GetRequiredService<RemindPeople>().RunAsync(id))))
        );

        Assert.Single(all, outcome => !outcome.Refused);
        Assert.Equal(4, (await hearth.MessagesAsync()).Count);
    }

    [Theory, BothDatabases]
    public async Task A_draft_can_neither_be_closed_nor_reminded_of(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var id = await hearth.DraftAsync();

        Assert.Contains("This survey is not open.", (await officer.OpenAsync($"/surveys/{id}/close")).Text, StringComparison.Ordinal);
        Assert.Contains("This survey is not open.", (await officer.OpenAsync($"/surveys/{id}/remind")).Text, StringComparison.Ordinal);
        Assert.IsType<SurveyNotOpen>(
            Assert.Single(await hearth.InScopeAsync(services => services.GetRequiredService<CloseSurvey>().RunAsync(id, "why")))
        );
        Assert.IsType<SurveyNotOpen>(
            Assert.Single((await hearth.InScopeAsync(services => services.GetRequiredService<RemindPeople>().RunAsync(id))).Refusals)
        );
    }

    // what a sender would have done with all that waits, or with what waits for one address
    private static Task SentAsync(HearthApp hearth, string? to = null) =>
        hearth.InScopeAsync(services =>
            services
                .GetRequiredService<HearthDb>()
                .Database.ExecuteSqlAsync($"UPDATE messaging_message SET \"Status\" = 'Sent' WHERE \"ToAddress\" LIKE {to ?? "%"}")
        );
}
