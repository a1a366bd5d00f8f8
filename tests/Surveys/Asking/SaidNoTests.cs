// A no at the door or on the telephone: no sender, list or plan of the survey asks that home again, everybody sees why, and a mistake can be put right.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.RemindPeople;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Public;
using Hearth.Surveys.Telephone;
using Hearth.Surveys.Tests.Asking.Ladders;
using Hearth.Surveys.Tests.Door;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Asking;

public sealed class SaidNoTests
{
    private static readonly Guid Ada = new("019a7000-0000-7000-8000-0000000000a1");

    [Theory, BothDatabases]
    public async Task Whoever_says_no_at_the_door_or_on_the_telephone_is_found_by_no_sender_and_no_list(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(EveryWay("Silent"), EveryWay("Door"), EveryWay("Phone"), EveryWay("Gone"), OnPaper("Paper"));
        var ada = hearth.Staff(id: Ada, name: "Ada Bell");
        var survey = await hearth.DraftAsync(closes: "2027-01-29");
        await hearth.OpenAsync(survey);
        var asked = (await hearth.InvitationsAsync(survey)).ToDictionary(i => i.PersonId!.Value);
        Guid Home(int at) => asked[homes[at].PersonId].Id;
        // Silent's e-mail has left; the others' still wait, and so does Paper's letter
        await hearth.SqlAsync($"UPDATE messaging_message SET \"Status\" = 'Sent' WHERE \"ToAddress\" = 'Silent@post.example'");

        await SayNoByTelephoneAsync(ada, survey, Home(2), "Refused");
        await SayAtTheDoorAsync(hearth, ada, survey, (Home(1), "Refused"), (Home(3), "Moved"), (Home(4), "Refused"));

        Assert.Equal(
            ["Email Cancelled", "Email Cancelled", "Email Cancelled", "Email Sent", "Letter Cancelled"],
            (await hearth.MessagesAsync()).Select(m => $"{m.Channel} {m.Status}").Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            [
                "Moved away, at the door; 1 message taken back",
                "Said no to this survey, at the door; 1 message taken back",
                "Said no to this survey, at the door; 1 message taken back",
                "Said no to this survey, on the telephone; 1 message taken back",
            ],
            (await hearth.AuditAsync("StopAsking")).Order(StringComparer.Ordinal)
        );
        // what was sent to Door comes back after the no: nothing follows
        await hearth.SqlAsync($"UPDATE messaging_message SET \"Status\" = 'Sent' WHERE \"ToAddress\" = 'Door@post.example'");
        await hearth.ComesBackAsync("Email", "No such mailbox", "Door@post.example");
        for (var day = 0; day <= 28; day++)
        {
            await hearth.AllLeaveAsync();
            await hearth.ClimbAsync();
            hearth.Clock.Forward(TimeSpan.FromDays(1));
        }
        await hearth.AllLeaveAsync();
        var look = await ada.OpenAsync($"/surveys/{survey}/remind");
        Assert.Contains("Reminded in all1", look.Text, StringComparison.Ordinal);
        Assert.Contains("Said no at the door or on the telephone, or have moved4", look.Text, StringComparison.Ordinal);
        await ada.SubmitAsync(look, new { }, "Remind 1 household");
        await hearth.AllLeaveAsync();
        hearth.Clock.Forward(TimeSpan.FromDays(8));
        var invited = await hearth.InScopeAsync(s =>
            s.GetRequiredService<InviteHouseholds>().RunAsync(survey, [.. homes.Select(h => h.HouseholdId)], "test")
        );

        Assert.Equal((0, 1, 4), (invited.Invited, invited.Reminded, invited.LeftOut));
        Assert.Equal(
            ["Email", "Letter", "Telephone", "Text", "Email", "Email"],
            (await hearth.MessagesAsync())
                .Where(m => m.Key.Contains(homes[0].HouseholdId.ToString(), StringComparison.Ordinal))
                .OrderBy(m => m.Key.Contains("/remind/", StringComparison.Ordinal))
                .ThenBy(m => m.Channel, StringComparer.Ordinal)
                .Select(m => m.Channel)
        );
        // to the other four nothing more was ever written
        Assert.Equal(6 + 4, (await hearth.MessagesAsync()).Count);
        Assert.Equal(
            Home(0),
            Assert.Single(await hearth.InScopeAsync(s => s.GetRequiredService<RingUp>().WaitingAsync(survey, default))).Invitation
        );
        Assert.Equal([Home(0)], (await Device.TakeAsync(hearth, ada, survey)).Homes);
        var forms = await ada.OpenAsync($"/surveys/{survey}/paper/print");
        Assert.DoesNotContain(InvitationCode.Shown(asked[homes[4].PersonId].Code), forms.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_ladder_the_survey_the_call_and_the_record_say_why_and_what_each_rung_brought_stays_right(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(EveryWay("Silent"), EveryWay("Door"), EveryWay("Later"), EveryWay("Gone"));
        var ada = hearth.Staff(id: Ada, name: "Ada Bell");
        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);
        await hearth.AllLeaveAsync();
        var asked = (await hearth.InvitationsAsync(survey)).ToDictionary(i => i.PersonId!.Value);
        Guid Home(int at) => asked[homes[at].PersonId].Id;
        await SayAtTheDoorAsync(hearth, ada, survey, (Home(1), "Refused"), (Home(2), "Refused"), (Home(3), "Moved"));
        // whoever said no may still answer with the code: then they are heard like anybody
        await hearth.AnswerAsync(asked[homes[2].PersonId]);

        var ladder = await ada.OpenAsync($"/surveys/{survey}/ladder");
        var stand = ladder.All(".hearth-list li").Select(Page.Words).ToList();
        Assert.Contains("1 household Said no at the door or on the telephone", stand);
        Assert.Contains("1 household Have moved: somebody else lives there now, or nobody", stand);
        Assert.StartsWith("1", Page.Words(ladder.All(".hearth-fig .n")[0]), StringComparison.Ordinal);
        var email = Page.Words(ladder.All("main table")[0].QuerySelectorAll("tbody tr")[0]);
        Assert.StartsWith("E-mail Given 5 days 12 November 1 0 4 0 1", email, StringComparison.Ordinal);
        Assert.Contains("2 homes said no or moved", (await ada.OpenAsync($"/surveys/{survey}")).Text, StringComparison.Ordinal);
        var call = await ada.OpenAsync($"/surveys/{survey}/calls/{Home(1)}");
        Assert.Contains(
            "Do not ring this home: said no to this survey on Thursday 12 November, at the door, to Ada Bell.",
            call.Text,
            StringComparison.Ordinal
        );
        Assert.Empty(call.All("main form"));
        var list = await ada.OpenAsync($"/surveys/{survey}/said-no");
        Assert.Equal(
            [
                "Door Nowak2 Kiln Lane Said no to this survey Thursday 12 November, at the door, to Ada Bell",
                "Gone Nowak4 Kiln Lane Moved away Thursday 12 November, at the door, to Ada Bell",
            ],
            list.All("main tbody tr").Select(row => string.Join(' ', row.Children.Take(3).Select(Page.Words))).Order(StringComparer.Ordinal)
        );
        var held = await hearth.InScopeAsync(async s =>
        {
            var items = new List<HeldItem>();
            foreach (var data in s.GetServices<IPersonalData>())
            {
                items.AddRange(await data.HeldOnAsync(homes[1].PersonId, default));
            }
            return items.Select(item => item.Value).ToList();
        });
        Assert.Contains("How warm is your home?. Said no to this survey on Thursday 12 November: not asked again", held);
    }

    [Theory, BothDatabases]
    public async Task A_no_that_was_a_mistake_is_put_right_and_a_no_to_all_surveys_only_by_the_person(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(EveryWay("Mistake"), EveryWay("Never"));
        var ada = hearth.Staff(id: Ada, name: "Ada Bell");
        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);
        await hearth.AllLeaveAsync();
        var asked = (await hearth.InvitationsAsync(survey)).ToDictionary(i => i.PersonId!.Value);
        await SayNoByTelephoneAsync(ada, survey, asked[homes[0].PersonId].Id, "Refused");
        await SayNoByTelephoneAsync(ada, survey, asked[homes[1].PersonId].Id, "RefusedSurveys");
        var list = await ada.OpenAsync($"/surveys/{survey}/said-no");

        var never = await ada.SubmitAsync(list, button: "Ask them again (Never Nowak)");
        Assert.Equal(["They said no to all surveys. Write down first that they have changed their mind, on their own page"], never.Errors);
        var back = await ada.SubmitAsync(list, button: "Ask them again (Mistake Nowak)");
        Assert.Contains("They may be asked again.", back.Document.Body!.TextContent, StringComparison.Ordinal);
        var twice = await ada.SubmitAsync(list, button: "Ask them again (Mistake Nowak)");
        Assert.Equal(["Somebody has already put this home back"], twice.Errors);

        hearth.Clock.Forward(TimeSpan.FromDays(5));
        await hearth.ClimbAsync();
        var text = Assert.Single(await hearth.MessagesAsync(), m => m.Channel == "Text");
        Assert.Contains(homes[0].HouseholdId.ToString(), text.Key, StringComparison.Ordinal);
        Assert.Equal(["Said no to this survey"], await hearth.AuditAsync("AskAgain"));
    }

    [Theory, BothDatabases]
    public async Task A_no_that_comes_while_the_ladder_climbs_and_an_officer_reminds_leaves_nothing_on_its_way(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Enumerable.Range(0, 30).Select(i => EveryWay($"T{i:00}")));
        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);
        await hearth.AllLeaveAsync();
        var asked = (await hearth.InvitationsAsync(survey)).ToDictionary(i => i.PersonId!.Value);
        hearth.Clock.Forward(TimeSpan.FromDays(8));

        await Task.WhenAll([
            .. homes
                .Take(15)
                .Select(home =>
                    Task.Run(() =>
                        hearth.InScopeAsync(async s =>
                        {
                            var db = s.GetRequiredService<HearthDb>();
                            await using var transaction = await db.Database.BeginTransactionAsync();
                            await s.GetRequiredService<EndAsking>()
                                .RunAsync(asked[home.PersonId], AttemptOutcome.Refused, AttemptWay.Door, hearth.Clock.GetUtcNow(), default);
                            await db.SaveChangesAsync();
                            await transaction.CommitAsync();
                        })
                    )
                ),
            Task.Run(() => hearth.ClimbAsync(), TestContext.Current.CancellationToken),
            Task.Run(() => hearth.InScopeAsync(s => s.GetRequiredService<RemindPeople>().RunAsync(survey, stop: default))),
        ]);

        var no = homes.Take(15).Select(home => home.HouseholdId.ToString()).ToList();
        var messages = await hearth.MessagesAsync();
        Assert.DoesNotContain(messages, m => m.Status == "Queued" && no.Exists(home => m.Key.Contains(home, StringComparison.Ordinal)));
        var others = homes.Skip(15).Select(home => home.HouseholdId.ToString()).ToList();
        Assert.All(others, home => Assert.Contains(messages, m => m.Status == "Queued" && m.Key.Contains(home, StringComparison.Ordinal)));
    }

    private static async Task SayNoByTelephoneAsync(Browser officer, Guid survey, Guid home, string outcome)
    {
        var call = await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{survey}/calls/{home}"), button: "Take this call");
        var desk = await officer.SubmitAsync(call, new { Outcome = outcome }, "Write it down");
        Assert.Contains("Written down", desk.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task SayAtTheDoorAsync(HearthApp hearth, Browser officer, Guid survey, params (Guid Home, string Outcome)[] knocks)
    {
        var device = await Device.TakeAsync(hearth, officer, survey);
        var receipts = await device.SendAsync([
            .. knocks.Select(knock =>
                device.Seal(
                    Guid.CreateVersion7(),
                    new
                    {
                        home = knock.Home,
                        at = hearth.Clock.GetUtcNow(),
                        outcome = knock.Outcome,
                    }
                )
            ),
        ]);
        Assert.All(receipts, receipt => Assert.Equal("in", receipt));
        // the list ends: its homes are in nobody's hands
        await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{survey}/door"), button: "End this list of Ada Bell");
    }

    private static NewTenant EveryWay(string name) =>
        new()
        {
            GivenName = name,
            Email = $"{name}@post.example",
            Phone = "+447700900123",
        };

    private static NewTenant OnPaper(string name) => new() { GivenName = name };
}
