// The officer's pages of the ladder: the plan with its dates, counts and pence, the button that stops it, the form that changes it.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Asking.Ladders.ChangeLadder;
using Hearth.Surveys.Tests.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Asking.Ladders;

public sealed class LadderPageTests
{
    [Theory, BothDatabases]
    public async Task The_page_says_who_stands_where_what_each_rung_brought_and_cost_and_what_comes_next(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        // ten with e-mail and mobile, four with a letter only
        await hearth.MoveInAsync([
            .. Enumerable.Range(0, 10).Select(i => new NewTenant { Email = $"t{i}@post.example", Phone = $"+44770090{i:0000}" }),
            .. Enumerable.Range(0, 4).Select(_ => new NewTenant()),
        ]);
        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);
        await hearth.LeavesAsync("Email");
        await hearth.LeavesAsync("Letter");
        var invitations = await hearth.InvitationsAsync(survey);
        await hearth.AnswerAsync(invitations.First(i => i.Rung == Channel.Email));
        await hearth.AnswerAsync(invitations.First(i => i.Rung == Channel.Letter));
        hearth.Clock.Forward(TimeSpan.FromDays(5));
        await hearth.ClimbAsync();
        await hearth.LeavesAsync("Text");
        foreach (var invitation in (await hearth.InvitationsAsync(survey)).Where(i => i.Rung == Channel.Text).Take(3))
        {
            await hearth.AnswerAsync(invitation);
        }

        var page = await hearth.Staff().OpenAsync($"/surveys/{survey}/ladder");

        var rows = page.All("main table")[0]
            .QuerySelectorAll("tbody tr")
            .Select(row => string.Join(" | ", row.Children.Select(Page.Words)))
            .ToList();
        Assert.Equal(
            [
                "E-mail Given 5 days | 12 November | 0 | 0 | 10 | 0 | 1 | 0p | 0p",
                "Text Given 5 days | 17 November | 6 | 0 | 9 | 0 | 3 | 27p | 9p",
                "Letter Given 10 days | 22 November | 3 | 0 | 4 | 0 | 1 | £3.40 | £3.40",
                "Telephone Given 7 days | 2 December | 0 | 0 | 0 | 0 | 0 | 0p | –",
            ],
            rows
        );
        // six letters on the 22nd; six calls ten days after them
        var plan = page.All("main table")[1]
            .QuerySelectorAll("tbody tr")
            .Select(row => string.Join(" | ", row.Children.Select(Page.Words)));
        Assert.Equal(
            [
                "Sunday 22 November | 6 letters | £5.10",
                "Wednesday 2 December | 6 calls | £21.00",
                "In all | 6 letters and 6 calls | £26.10",
            ],
            plan
        );
        Assert.StartsWith("9", Page.Words(page.All(".hearth-fig .n")[0]), StringComparison.Ordinal);
        Assert.Contains("3 households Every way has been tried", page.All(".hearth-list li").Select(Page.Words));
        Assert.Equal(
            $"/surveys/{survey}/ladder",
            (await hearth.Staff().OpenAsync($"/surveys/{survey}")).LinkTo("The ladder: who stands where, and what comes next")
        );
    }

    [Theory, BothDatabases]
    public async Task Before_it_opens_the_officer_sees_what_each_rung_will_ask_and_cost_at_most(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync([
            .. Enumerable.Range(0, 10).Select(i => new NewTenant { Email = $"t{i}@post.example", Phone = $"+44770090{i:0000}" }),
            .. Enumerable.Range(0, 4).Select(_ => new NewTenant()),
        ]);
        var survey = await hearth.DraftAsync(opens: "2026-11-16");
        var officer = hearth.Staff();

        var check = await officer.OpenAsync($"/surveys/{survey}/open/check");
        var ladder = await officer.OpenAsync($"/surveys/{survey}/ladder");

        // ten by e-mail on the day it opens, by text five days later, by letter ten days later beside the four of the first day, by telephone in the end
        Assert.All(
            [check, ladder],
            page =>
                Assert.Equal(
                    [
                        "E-mail Given 5 days | 16 November | 10 households | 0p",
                        "Text Given 5 days | 21 November | 10 households | 30p",
                        "Letter Given 10 days | 16 November | 14 households | £11.90",
                        "Telephone Given 7 days | 6 December | 10 households | £35.00",
                        "In all | | 44 messages | £47.20",
                    ],
                    page.All("main section[aria-labelledby=outlook-h] tbody tr")
                        .Select(row => string.Join(" | ", row.Children.Select(Page.Words)).Replace("|  |", "| |", StringComparison.Ordinal))
                )
        );
        Assert.Contains(
            "Monday 16 November | 10 e-mails and 4 letters | £3.40",
            ladder.All("main section[aria-labelledby=plan-h] tbody tr").Select(row => string.Join(" | ", row.Children.Select(Page.Words)))
        );
    }

    [Theory, BothDatabases]
    public async Task An_officer_stops_the_ladder_and_starts_it_again(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(
            new NewTenant { Email = "olive@post.example", Phone = "+447700900123" },
            new NewTenant { Email = "noor@post.example", Phone = "+447700900124" }
        );
        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);
        await hearth.AllLeaveAsync();
        var officer = hearth.Staff();
        var before = await officer.OpenAsync($"/surveys/{survey}/ladder");

        var stopped = await officer.SubmitAsync(before, button: "Stop it for now");
        var again = await officer.SubmitAsync(before, button: "Stop it for now");
        Assert.Contains("Maya Desai stopped the ladder on Thursday 12 November.", stopped.Text, StringComparison.Ordinal);
        Assert.Equal(["The ladder does not climb now. Somebody else may have stopped it"], again.Errors);
        await hearth.ComesBackAsync("Email", "No such mailbox", "olive@post.example");
        hearth.Clock.Forward(TimeSpan.FromDays(6));
        await hearth.ClimbAsync();
        Assert.DoesNotContain(await hearth.MessagesAsync(), m => m.Channel == "Text");

        await officer.SubmitAsync(stopped, button: "Start it again");
        await hearth.ClimbAsync();

        Assert.Equal(2, (await hearth.MessagesAsync()).Count(m => m.Channel == "Text"));
        Assert.Single(await hearth.AuditAsync("PauseLadder"));
        Assert.Single(await hearth.AuditAsync("ResumeLadder"));
    }

    [Theory, BothDatabases]
    public async Task An_officer_says_which_ways_and_how_many_days_or_that_everybody_is_asked_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(new NewTenant { Email = "olive@post.example", Phone = "+447700900123" }, new NewTenant());
        var officer = hearth.Staff();
        var survey = await hearth.DraftAsync();
        var draft = await officer.OpenAsync($"/surveys/{survey}");
        Assert.Contains("E-mail; after 5 days a text; after 5 days a letter; after 10 days a call", draft.Text, StringComparison.Ordinal);

        var form = await officer.OpenAsync($"/surveys/{survey}/ladder/change");
        List<KeyValuePair<string, string>> wrong =
        [
            new("Form.Again", "true"),
            new("Form.Ways", "Letter"),
            new("Form.Ways", "Door"),
            new("Form.LetterDays", "0"),
            new("Form.DoorDays", "soon"),
        ];
        var refused = await officer.SubmitAsync(form, wrong, "Save");
        Assert.Equal(
            ["Enter how many days to wait after a letter, from 1 to 60", "Enter how many days to wait after a visit, from 1 to 60"],
            refused.Errors
        );
        Assert.Equal("soon", refused.All("#Form_DoorDays").Single().GetAttribute("value"));
        Assert.Equal(["Choose at least one way to ask"], new RungsForm().Read().Refusals.Select(r => r.Words));
        List<KeyValuePair<string, string>> right =
        [
            new("Form.Again", "true"),
            new("Form.Ways", "Letter"),
            new("Form.Ways", "Door"),
            new("Form.LetterDays", "12"),
            new("Form.DoorDays", "7"),
        ];
        Assert.Contains("Saved.", (await officer.SubmitAsync(form, right, "Save")).Text, StringComparison.Ordinal);
        await hearth.OpenAsync(survey);

        // e-mail is held, and is no way of this survey
        Assert.Equal(["Letter", "Letter"], (await hearth.MessagesAsync()).Select(m => m.Channel));
        await hearth.LeavesAsync("Letter");
        hearth.Clock.Forward(TimeSpan.FromDays(12));
        await hearth.ClimbAsync();
        var visits = (await hearth.MessagesAsync()).Where(m => m.Channel == "Door").ToList();
        Assert.Equal(2, visits.Count);
        Assert.Equal("1 Kiln Lane\nOusebridge\nOB4 2QR", visits.Min(v => v.ToAddress));

        await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{survey}/ladder/change"),
            new List<KeyValuePair<string, string>> { new("Form.Again", "false") },
            "Save"
        );
        Assert.Contains("Everybody is asked once.", (await officer.OpenAsync($"/surveys/{survey}/ladder")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_surveys_start_with_and_what_a_message_costs_is_set_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(new NewTenant());
        var officer = hearth.Staff();
        var form = await officer.OpenAsync("/settings/asking");
        List<KeyValuePair<string, string>> fields =
        [
            new("Form.Ways", "Letter"),
            new("Form.LetterDays", "9"),
            new("Form.RestDays", "30"),
            new("Form.EmailPence", "0"),
            new("Form.TextPence", "2.86"),
            new("Form.LetterPence", "91.5"),
            new("Form.TelephonePence", "400"),
            new("Form.DoorPence", "free"),
        ];

        Assert.Equal(
            ["Enter what a visit costs in pence, like 85 or 2.5, up to 10,000"],
            (await officer.SubmitAsync(form, fields, "Save")).Errors
        );
        fields[^1] = new("Form.DoorPence", "1500");
        Assert.Contains("Saved.", (await officer.SubmitAsync(form, fields, "Save")).Text, StringComparison.Ordinal);

        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);
        await hearth.LeavesAsync("Letter");
        Assert.Equal(
            [new Rung(Channel.Letter, 9)],
            (await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Ladder>().SingleAsync())).Rungs
        );
        Assert.Contains("91.5p", (await officer.OpenAsync($"/surveys/{survey}/ladder")).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await hearth.Staff(Role.HousingOfficer).OpenAsync("/settings/asking")).Status);
    }

    [Theory, BothDatabases]
    public async Task Answers_typed_in_at_the_door_count_as_face_to_face(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(new NewTenant());
        var survey = await hearth.DraftAsync();
        await hearth.SetAsync(survey, new Rung(Channel.Door, 7));
        await hearth.OpenAsync(survey);
        var code = Assert.Single(await hearth.InvitationsAsync(survey)).Code;
        var officer = hearth.Staff(Role.HousingOfficer);
        var list = await officer.OpenAsync("/messages/visits");
        Assert.Contains("1 person waits to be visited.", list.Text, StringComparison.Ordinal);
        var visit = await officer.SubmitAsync(list, button: "Take the visit to Kasia Nowak");
        Assert.Contains("Go to 1 Kiln Lane, Ousebridge, OB4 2QR", visit.Text, StringComparison.Ordinal);

        var question = await officer.OpenAsync($"/s/{code}/q1");
        var check = await officer.SubmitAsync(question, new { Answer = "It is cold." }, "Continue");
        await officer.SubmitAsync(check, button: "Send my answers");

        Assert.Equal(
            ["FaceToFace"],
            await hearth.InScopeAsync(s =>
                s.GetRequiredService<HearthDb>()
                    .Database.SqlQueryRaw<string>("""SELECT "Channel" AS "Value" FROM surveys_response""")
                    .ToListAsync()
            )
        );
        // the home has answered: nobody needs to go there any more
        Assert.Contains("0 people wait to be visited.", (await officer.OpenAsync("/messages/visits")).Text, StringComparison.Ordinal);
    }
}
