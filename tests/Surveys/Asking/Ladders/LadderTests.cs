// A survey's ladder at work: the clock moves on, and silent homes are asked another way, each way once, until they answer or say no.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.CloseSurvey;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Asking.Ladders;

public sealed class LadderTests
{
    [Theory, BothDatabases]
    public async Task A_silent_home_is_asked_by_each_of_its_ways_in_turn_and_never_twice_by_one(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(EveryWay("Olive"));
        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);
        List<string> sent = [];
        for (var day = 0; day <= 36; day++)
        {
            await hearth.AllLeaveAsync();
            await hearth.ClimbAsync();
            await hearth.ClimbAsync();
            sent.AddRange((await hearth.MessagesAsync()).Skip(sent.Count).Select(_ => $"day {day}"));
            hearth.Clock.Forward(TimeSpan.FromDays(1));
        }

        Assert.Equal(["day 0", "day 5", "day 10", "day 20"], sent);
        var messages = (await hearth.MessagesAsync()).ToDictionary(m => m.Channel);
        Assert.Equal(["Email", "Letter", "Telephone", "Text"], messages.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("How warm is your home?", messages["Email"].Subject);
        Assert.All(
            messages.Values.Where(m => m.Channel != "Email"),
            m => Assert.StartsWith("There is still time", m.Subject, StringComparison.Ordinal)
        );
        Assert.NotNull(messages["Letter"].Code);
        var invitation = Assert.Single(await hearth.InvitationsAsync(survey));
        Assert.Equal((Channel.Email, Channel.Telephone, 3), (invitation.AskedBy, invitation.Rung, invitation.Reminders));
        Assert.NotNull(invitation.CodeInLetterAt);
        Assert.NotNull(invitation.ToppedAt);
        Assert.Equal(["1 text", "1 letter", "1 call"], await hearth.AuditAsync("ClimbLadder"));
    }

    [Theory, BothDatabases]
    public async Task An_answer_a_refusal_and_do_not_contact_each_end_the_climb_and_take_back_what_waits(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(
            EveryWay("Answers"),
            EveryWay("Refuses"),
            EveryWay("LeaveMe"),
            EveryWay("Silent"),
            OnPaper("Paper")
        );
        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);
        await hearth.AllLeaveAsync(but: "Letter");
        await hearth.AnswerAsync((await hearth.InvitationsAsync(survey)).Single(i => i.PersonId == homes[0].PersonId));
        await hearth.RefuseAsync(homes[1].PersonId, MessageKind.Surveys);
        await hearth.RefuseAsync(homes[4].PersonId, MessageKind.Surveys);
        await hearth.SqlAsync($"UPDATE people_person SET \"DoNotContact\" = {true} WHERE \"GivenName\" = 'LeaveMe'");

        hearth.Clock.Forward(TimeSpan.FromDays(5));
        await hearth.ClimbAsync();

        Assert.Equal(
            ["Silent@post.example", "+447700900123"],
            (await ToAsync(hearth, "Text", "Email")).Where(to => to.StartsWith("Silent", StringComparison.Ordinal) || to[0] == '+')
        );
        // the letter of whoever said no never goes to print
        Assert.Equal(["Cancelled"], (await hearth.MessagesAsync()).Where(m => m.Channel == "Letter").Select(m => m.Status));
    }

    [Theory, BothDatabases]
    public async Task What_comes_back_sends_the_home_up_at_once_as_an_invitation_where_nothing_had_got_through(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(EveryWay("Olive"));
        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);

        await hearth.ComesBackAsync("Email", "No such mailbox");
        var text = (await hearth.MessagesAsync()).Single(m => m.Channel == "Text");
        Assert.Equal("How warm is your home?", text.Subject);
        Assert.Equal("Queued", text.Status);
        await hearth.ComesBackAsync("Text", "No such number");
        await hearth.ComesBackAsync("Letter", OutcomeReasons.GoneAway);

        var invitation = Assert.Single(await hearth.InvitationsAsync(survey));
        Assert.Equal((Channel.Telephone, 0, null), (invitation.Rung, invitation.Reminders, invitation.CameBackAt));
        // told twice of the same e-mail, it does not go up again
        await hearth.ComesBackAsync("Email", "No such mailbox");
        Assert.Equal(4, (await hearth.MessagesAsync()).Count);
        hearth.Clock.Forward(TimeSpan.FromDays(30));
        await hearth.ClimbAsync();
        Assert.Equal(4, (await hearth.MessagesAsync()).Count);
    }

    [Theory, BothDatabases]
    public async Task Whoever_says_no_on_the_telephone_is_not_asked_at_the_door(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var olive = (await hearth.MoveInAsync(EveryWay("Olive") with { Prefers = ContactWay.Telephone }))[0];
        var survey = await hearth.DraftAsync();
        await hearth.SetAsync(survey, new(Channel.Telephone, 5), new(Channel.Door, 5));
        await hearth.OpenAsync(survey);

        await hearth.ComesBackAsync("Telephone", OutcomeReasons.SaidNo);
        hearth.Clock.Forward(TimeSpan.FromDays(6));
        await hearth.ClimbAsync();

        Assert.Single(await hearth.MessagesAsync());
        Assert.Contains(olive.PersonId, await hearth.InScopeAsync(s => s.GetRequiredService<Refusals>().OfAsync(MessageKind.Surveys)));
    }

    [Theory, BothDatabases]
    public async Task Nobody_is_disturbed_at_night(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(EveryWay("Olive"), EveryWay("Noor"));
        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);
        await hearth.AllLeaveAsync();
        // Tuesday, half past seven in the evening
        hearth.Clock.Forward(TimeSpan.FromDays(5) + TimeSpan.FromHours(10.5));

        await hearth.ClimbAsync();
        Assert.Equal(2, (await hearth.MessagesAsync()).Count);
        await hearth.ComesBackAsync("Email", "No such mailbox", "Olive@post.example");

        var due = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>()
                .Database.SqlQueryRaw<DateTimeOffset>("""SELECT "DueAt" AS "Value" FROM messaging_message WHERE "Channel" = 'Text'""")
                .ToListAsync()
        );
        Assert.Single(await ToAsync(hearth, "Text"));
        if (kind == DatabaseKind.PostgreSql)
        {
            Assert.Equal(new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero), Assert.Single(due));
        }
        hearth.Clock.Forward(TimeSpan.FromHours(13.5));
        await hearth.ClimbAsync();
        Assert.Equal(2, (await ToAsync(hearth, "Text")).Count);
    }

    [Theory, BothDatabases]
    public async Task The_days_of_a_letter_count_from_when_it_was_posted(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(OnPaper("Olive") with { Phone = "+441632960001" });
        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);
        hearth.Clock.Forward(TimeSpan.FromDays(12));
        await hearth.ClimbAsync();
        Assert.Single(await hearth.MessagesAsync());

        await hearth.LeavesAsync("Letter");
        hearth.Clock.Forward(TimeSpan.FromDays(9));
        await hearth.ClimbAsync();
        Assert.Single(await hearth.MessagesAsync());
        hearth.Clock.Forward(TimeSpan.FromDays(1));
        await hearth.ClimbAsync();

        Assert.Equal(["+441632960001"], await ToAsync(hearth, "Telephone"));
    }

    [Theory, BothDatabases]
    public async Task A_run_that_is_cut_off_goes_on_where_it_stopped_and_two_at_once_do_each_home_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(
            Enumerable.Range(0, 1100).Select(i => new NewTenant { Email = $"t{i}@post.example", Phone = $"+4477009{i:00000}" })
        );
        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);
        await hearth.AllLeaveAsync();
        hearth.Clock.Forward(TimeSpan.FromDays(5));

        var looks = 0;
        var cut = await hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            return await services
                .GetRequiredService<ClimbSurvey>()
                .RunAsync(
                    await db.Set<Survey>().SingleAsync(),
                    await db.Set<Ladder>().SingleAsync(),
                    () => looks++ > 0,
                    CancellationToken.None
                );
        });
        Assert.False(cut);
        Assert.Equal(500, (await ToAsync(hearth, "Text")).Count);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(hearth.ClimbAsync)));
        await hearth.ClimbAsync();

        var texts = await ToAsync(hearth, "Text");
        Assert.Equal((1100, 1100), (texts.Count, texts.Distinct().Count()));
        Assert.All(await hearth.InvitationsAsync(survey), i => Assert.Equal((Channel.Text, 1), (i.Rung, i.Reminders)));
    }

    [Theory, BothDatabases]
    public async Task A_closed_survey_asks_nobody(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(EveryWay("Olive"), OnPaper("Noor"));
        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);
        await hearth.AllLeaveAsync(but: "Letter");
        await hearth.InScopeAsync(s => s.GetRequiredService<CloseSurvey>().RunAsync(survey, "We have heard enough"));
        hearth.Clock.Forward(TimeSpan.FromDays(6));

        await hearth.ClimbAsync();
        await hearth.ComesBackAsync("Email", "No such mailbox");

        Assert.Equal(["Cancelled", "Failed"], (await hearth.MessagesAsync()).Select(m => m.Status).Order(StringComparer.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task No_rung_and_no_reminder_goes_past_what_keeps_a_person_safe(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var olive = (await hearth.MoveInAsync(EveryWay("Olive"), EveryWay("Noor")))[0];
        var officer = hearth.Staff();
        List<KeyValuePair<string, string>> flags =
        [
            new("WriteTo", "Flat 3\n9 Harbour Street\nOusebridge\nOB1 1AA"),
            new("Never", "Email"),
            new("Never", "Telephone"),
            new("Mind", "Discreet"),
        ];
        await officer.SubmitAsync(await officer.OpenAsync($"/people/{olive.PersonId}/safe"), flags, "Save");
        var survey = await hearth.DraftAsync();
        await hearth.SetAsync(survey, new(Channel.Email, 5), new(Channel.Text, 5), new(Channel.Letter, 5), new(Channel.Telephone, 5));
        await hearth.OpenAsync(survey);
        for (var day = 0; day <= 20; day++)
        {
            await hearth.SendWaitingAsync();
            await hearth.AllLeaveAsync();
            await hearth.ClimbAsync();
            hearth.Clock.Forward(TimeSpan.FromDays(1));
        }
        await hearth.InScopeAsync(s => s.GetRequiredService<Surveys.Asking.RemindPeople.RemindPeople>().RunAsync(survey));
        await hearth.SendWaitingAsync();

        var hers = (await hearth.MessagesAsync())
            .Where(m => m.Key.Contains(olive.HouseholdId.ToString(), StringComparison.Ordinal))
            .ToList();
        Assert.Equal(["Letter", "Text", "Text"], hers.Select(m => m.Channel).Order(StringComparer.Ordinal));
        Assert.All(hers, m => Assert.Equal(("A message from Ousebridge Homes", null), (m.Subject, m.Code)));
        Assert.DoesNotContain(
            hers,
            m => m.Body.Contains("warm", StringComparison.Ordinal) || m.Body.Contains("/s/", StringComparison.Ordinal)
        );
        Assert.Equal("Flat 3\n9 Harbour Street\nOusebridge\nOB1 1AA", hers.Single(m => m.Channel == "Letter").ToAddress);
        // nobody else is touched by it
        Assert.Contains(
            await hearth.MessagesAsync(),
            m => m.Channel == "Telephone" && m.Key.StartsWith("survey/", StringComparison.Ordinal)
        );
    }

    private static async Task<List<string>> ToAsync(HearthApp hearth, params string[] channels) =>
        [
            .. (await hearth.MessagesAsync())
                .Where(m => channels.Contains(m.Channel) && m.Status != "Cancelled")
                .OrderByDescending(m => m.Channel == "Email")
                .Select(m => m.ToAddress),
        ];

    private static NewTenant EveryWay(string name) =>
        new()
        {
            GivenName = name,
            Email = $"{name}@post.example",
            Phone = "+447700900123",
        };

    private static NewTenant OnPaper(string name) => new() { GivenName = name };
}
