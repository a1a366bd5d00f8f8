// Calls: the script with its routing, keys, outcomes, call-backs, and never two officers on one home.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Fieldwork;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Telephone;

public sealed class ByPhoneTests
{
    private static readonly Guid Ada = new("019a7000-0000-7000-8000-0000000000a1");
    private static readonly Guid Ben = new("019a7000-0000-7000-8000-0000000000b2");

    [Theory, BothDatabases]
    public async Task An_officer_reads_the_script_out_keys_numbers_and_the_route_is_kept(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (field, ada) = await StandAsync(hearth, 1);

        var call = await NextAsync(ada, field);
        Assert.Equal("Kasia Nowak", call.Heading);
        Assert.Contains("Hello, may I speak to Kasia Nowak? My name is Ada Bell, from Ousebridge Homes.", call.Text);
        var page = await ada.OpenAsync(call.LinkTo("ask the questions"));
        Assert.Equal("Do you have a heater?", page.Heading);
        Assert.NotNull(page.Document.QuerySelector("#Answer[autofocus]"));
        Assert.Equal(["Key the number of the answer, 1 to 2, or 0 if they would rather not say"], (await KeyAsync(ada, page, "3")).Errors);
        page = await KeyAsync(ada, page, "1");
        Assert.Equal("How satisfied are you with your heater?", page.Heading);
        page = await KeyAsync(ada, page, "4");
        page = await KeyAsync(ada, page, "12");
        Assert.Equal("How many rooms do you heat?", page.Heading);
        Assert.Equal(["Key a number from 0 to 20, or - if they do not know"], (await KeyAsync(ada, page, "50")).Errors);
        page = await KeyAsync(ada, page, "0");
        page = await KeyAsync(ada, page, "3 11 2025");
        page = await KeyAsync(ada, page, "The landing is cold.");
        Assert.Equal("Read the answers back", page.Heading);
        Assert.Contains("3 November 2025", page.Text);
        // a changed answer closes the road to a question that was answered
        page = await KeyAsync(ada, await ada.OpenAsync(page.All("a[href$='/ask/q1']")[0].GetAttribute("href")!), "2");
        Assert.Equal("Which rooms are cold?", page.Heading);
        page = await ada.OpenAsync(page.Path.Replace("ask/q3", "check", StringComparison.Ordinal));
        var desk = await ada.SubmitAsync(page, button: "Send the answers");

        Assert.Contains("Kasia Nowak: the answers are in", desk.Document.Body!.TextContent);
        var kept = Assert.Single(await hearth.KeptAsync());
        Assert.Equal(("Telephone", """{"q1":["n"],"q3":["bed","bath"],"q4":["0"],"q5":["2025-11-03"]}"""), (kept.Channel, kept.Answers));
        Assert.Equal(["The landing is cold."], kept.Words);
        Assert.Equal(["Telephone Answered"], await hearth.TriesAsync());
        Assert.Contains("answered by telephone1", desk.Text);
        Assert.Contains("homes to ring now0", (await NextAsync(ada, field, any: true)).Text);
    }

    [Theory, BothDatabases]
    public async Task Two_officers_who_press_at_once_never_get_the_same_home(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (field, _) = await StandAsync(hearth, 4);
        var officers = Enumerable.Range(0, 8).Select(i => hearth.Staff(id: Guid.CreateVersion7(), name: $"Caller {i}")).ToList();

        var pages = await Task.WhenAll(officers.Select(officer => NextAsync(officer, field, any: true)));

        var calls = pages.Select(page => page.Path).Where(path => path.Contains("/calls/", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, calls.Count);
        Assert.Equal(4, calls.Distinct().Count());
        Assert.Equal(4, pages.Count(page => page.Text.Contains("homes to ring now0", StringComparison.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task A_second_officer_on_one_call_is_told_who_has_it_and_can_write_nothing_down(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (field, ada) = await StandAsync(hearth, 1);
        var ben = hearth.Staff(id: Ben, name: "Ben Ash");
        var call = await NextAsync(ada, field);

        var his = await ben.OpenAsync(call.Path);
        Assert.Contains("Ada Bell has this home in hand", his.Text);
        Assert.DoesNotContain("7700", his.Text);
        Assert.Equal(call.Path, (await ben.OpenAsync($"{call.Path}/ask/q1")).Path);
        var token = his.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var forced = await ben.SubmitAsync(
            call,
            new Dictionary<string, string> { ["Outcome"] = "Refused", ["__RequestVerificationToken"] = token },
            "Write it down"
        );
        Assert.StartsWith("Nothing was written down", Assert.Single(forced.Errors));
        Assert.Empty(await hearth.TriesAsync());

        // half an hour with nothing done: it is anybody's, and she is told so
        hearth.Clock.Forward(TimeSpan.FromMinutes(31));
        await ben.SubmitAsync(await ben.OpenAsync(call.Path), button: "Take this call");
        var late = await ada.SubmitAsync(call, new { Outcome = "NoAnswer" }, "Write it down");
        Assert.StartsWith("Nothing was written down: this call is not yours any more", Assert.Single(late.Errors));
        await ben.SubmitAsync(await ben.OpenAsync(call.Path), new { Outcome = "NoAnswer" }, "Write it down");
        Assert.Equal(["Telephone NoAnswer"], await hearth.TriesAsync());
    }

    [Theory, BothDatabases]
    public async Task A_call_that_a_colleague_took_from_the_list_of_calls_is_not_given_out_here_and_the_other_way_round(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenants = await hearth.MoveInAsync(Enumerable.Range(0, 2).Select(i => new NewTenant { Phone = $"+4477009001{i:00}" }));
        var field = await hearth.TakeToTheFieldAsync(tenants);
        await hearth.InScopeAsync(async s =>
        {
            foreach (var tenant in tenants)
            {
                s.GetRequiredService<Outbox>()
                    .Add(
                        new MessageToSend(
                            $"ring/{tenant.PersonId}",
                            "survey-reminder",
                            field.Survey,
                            new Recipient(tenant.PersonId, "Kasia Nowak", tenant.As.Phone!),
                            Channel.Telephone,
                            "How warm is your home?",
                            "Hello."
                        )
                    );
            }
            s.GetRequiredService<AuditTrail>().Write("RemindPeople", "survey", field.Survey);
            await s.GetRequiredService<HearthDb>().SaveChangesAsync();
        });
        var (ada, ben) = (hearth.Staff(id: Ada, name: "Ada Bell"), hearth.Staff(id: Ben, name: "Ben Ash"));
        var hers = await ada.SubmitAsync(await ada.OpenAsync("/messages/calls"), button: "to Kasia Nowak");
        Assert.Contains("With you", hers.Text);

        var his = await NextAsync(ben, field);
        Assert.Contains("/calls/", his.Path);
        var list = await ada.OpenAsync("/messages/calls");
        Assert.DoesNotContain(
            list.All("main form button"),
            button => Page.Words(button).Contains("to Kasia Nowak", StringComparison.Ordinal)
        );
        var third = hearth.Staff(id: Guid.CreateVersion7());
        Assert.Contains("There is nobody to ring now", (await NextAsync(third, field)).Text);
    }

    [Theory, BothDatabases]
    public async Task A_home_on_a_list_for_the_doors_is_not_rung_and_the_other_way_round(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (field, ada) = await StandAsync(hearth, 2);
        await NextAsync(ada, field);
        var ben = hearth.Staff(id: Ben, name: "Ben Ash");

        var list = await Door.Device.TakeAsync(hearth, ben, field.Survey);
        Assert.Single(list.Homes);
        var none = await NextAsync(hearth.Staff(id: Guid.CreateVersion7()), field, any: true);
        Assert.Contains("homes to ring now0", none.Text);
    }

    [Theory, BothDatabases]
    public async Task A_call_back_stands_in_the_diary_is_rung_at_its_hour_and_not_before(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (field, ada) = await StandAsync(hearth, 1);
        var call = await NextAsync(ada, field);
        // Thursday 12 November, nine in the morning
        object On(string day, string month, string time) =>
            new Dictionary<string, string>
            {
                ["Outcome"] = "CallBack",
                ["CallBackOn.Day"] = day,
                ["CallBackOn.Month"] = month,
                ["CallBackOn.Year"] = "2026",
                ["CallBackTime"] = time,
                ["Note"] = "Ask for Kasia, not her son",
            };
        foreach (var (day, month, time) in new[] { ("12", "11", "08:30"), ("13", "11", "23:00"), ("30", "12", "10:00") })
        {
            Assert.StartsWith(
                "Enter a day and a time to ring",
                Assert.Single((await ada.SubmitAsync(call, On(day, month, time), "Write it down")).Errors)
            );
        }
        Assert.Equal(["Enter a time like 17:30"], (await ada.SubmitAsync(call, On("13", "11", "five"), "Write it down")).Errors);
        var desk = await ada.SubmitAsync(call, On("13", "11", "17.30"), "Write it down");

        Assert.Contains("Fri 13 Nov, 17:30 Kasia NowakPromised by Ada Bell. Ask for Kasia, not her son Promised", desk.Text);
        Assert.Contains("homes to ring now0", desk.Text);
        hearth.Clock.Forward(TimeSpan.FromHours(33));
        var due = await ada.OpenAsync($"/surveys/{field.Survey}/calls");
        Assert.Contains("call-back due1", due.Text);
        var again = await NextAsync(ada, field);
        Assert.Contains("call back, Ada Bell. Ask for Kasia, not her son", again.Text);
    }

    [Theory, BothDatabases]
    public async Task Refusals_are_kept_and_what_was_refused_is_not_done_again(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (field, ada) = await StandAsync(hearth, 5);
        foreach (var outcome in new[] { "Refused", "RefusedSurveys", "NotByPhone", "WrongNumber" })
        {
            await ada.SubmitAsync(await NextAsync(ada, field), new { Outcome = outcome }, "Write it down");
        }
        hearth.Clock.Forward(TimeSpan.FromDays(3));

        Assert.Contains("home to ring now1", (await ada.OpenAsync($"/surveys/{field.Survey}/calls")).Text);
        // those who said no to calls, or whose number is wrong, may still be visited; those who said no to the survey may not
        Assert.Equal(3, (await Door.Device.TakeAsync(hearth, ada, field.Survey)).Homes.Count);
        var refused = await hearth.InScopeAsync(async s =>
            (
                Surveys: (await s.GetRequiredService<Refusals>().OfAsync(MessageKind.Surveys)).Count,
                Calls: (await s.GetRequiredService<Refusals>().OfAsync(MessageKind.Calls)).Count
            )
        );
        Assert.Equal((1, 1), refused);
        Assert.Equal(
            ["Telephone Refused", "Telephone RefusedSurveys", "Telephone NotByPhone", "Telephone WrongNumber"],
            await hearth.TriesAsync()
        );
    }

    [Theory, BothDatabases]
    public async Task Nobody_is_rung_who_may_not_be_and_no_answer_is_tried_again_later_and_not_for_ever(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenants = await hearth.MoveInAsync(
            new NewTenant { Phone = "+447700900101", DoNotContact = true },
            new NewTenant { Phone = "+447700900102", Refuses = [MessageKind.Calls] },
            new NewTenant { Phone = "+447700900103", Refuses = [MessageKind.Surveys] },
            new NewTenant(),
            new NewTenant { Phone = "+447700900104", FamilyName = "Marsh" }
        );
        var field = await hearth.TakeToTheFieldAsync(tenants);
        var ada = hearth.Staff(id: Ada, name: "Ada Bell");
        for (var tried = 0; tried < 6; tried++)
        {
            var call = await NextAsync(ada, field);
            Assert.Contains("Marsh", call.Heading);
            await ada.SubmitAsync(call, new { Outcome = "NoAnswer" }, "Write it down");
            Assert.Contains("homes to ring now0", (await NextAsync(ada, field, any: true)).Text);
            hearth.Clock.Forward(TimeSpan.FromHours(5));
        }
        Assert.Contains("homes to ring now0", (await ada.OpenAsync($"/surveys/{field.Survey}/calls")).Text);
        var direct = await ada.OpenAsync($"/surveys/{field.Survey}/calls/{field.Invitations[1]}");
        Assert.Contains("Do not ring this home", direct.Text);
    }

    [Theory, BothDatabases]
    public async Task Somebody_in_the_home_answers_on_the_web_during_the_call_and_the_call_is_set_aside_not_lost(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (field, ada) = await StandAsync(hearth, 1);
        var call = await NextAsync(ada, field);
        var page = await ada.OpenAsync(call.Path + "/ask/q1");
        foreach (var key in new[] { "2", "1", "5", "0", "" })
        {
            page = await KeyAsync(ada, page, key);
        }
        Assert.Equal("Read the answers back", page.Heading);
        var tenant = hearth.Anyone();
        await tenant.SubmitAsync(await tenant.OpenAsync($"/s/{field.Codes[0]}/check"));
        Assert.Single(await hearth.KeptAsync());

        var sent = await ada.SubmitAsync(page, button: "Send the answers");

        Assert.Contains(
            "this home had answered already, online, on Thursday 12 November. That answer counts",
            sent.Document.Body!.TextContent
        );
        Assert.Equal("Online", Assert.Single(await hearth.KeptAsync()).Channel);
        Assert.StartsWith("AnsweredBefore", Assert.Single(await hearth.AsideAsync()));
    }

    [Theory, BothDatabases]
    public async Task What_was_read_back_is_kept_also_where_the_half_hour_is_over_and_another_way_was_first(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (field, ada) = await StandAsync(hearth, 1);
        var call = await NextAsync(ada, field);
        var page = await ada.OpenAsync(call.Path + "/ask/q1");
        foreach (var key in new[] { "2", "1", "5", "0", "" })
        {
            page = await KeyAsync(ada, page, key);
        }
        Assert.Equal("Read the answers back", page.Heading);
        hearth.Clock.Forward(TimeSpan.FromMinutes(40));
        // nobody has answered: the answers lie in the call, and nothing is sent in somebody else's turn
        Assert.Equal(call.Path, (await ada.SubmitAsync(page, button: "Send the answers")).Path);
        Assert.Empty(await hearth.KeptAsync());
        var tenant = hearth.Anyone();
        await tenant.SubmitAsync(await tenant.OpenAsync($"/s/{field.Codes[0]}/check"));

        var sent = await ada.SubmitAsync(page, button: "Send the answers");

        Assert.Contains("online, on Thursday 12 November", sent.Document.Body!.TextContent);
        Assert.Equal("Online", Assert.Single(await hearth.KeptAsync()).Channel);
        Assert.StartsWith("AnsweredBefore", Assert.Single(await hearth.AsideAsync()));
        var there = await ada.OpenAsync($"/surveys/{field.Survey}/set-aside");
        Assert.Contains("What counts is the answer that came in first: online, on Thursday 12 November.", there.Text);
    }

    [Theory, BothDatabases]
    public async Task A_clock_that_is_set_back_loses_no_call_and_keeps_no_home_from_being_rung(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (field, ada) = await StandAsync(hearth, 3);
        var ben = hearth.Staff(id: Ben, name: "Ben Ash");
        // one home was tried, one is in a colleague's hands, and Ada is in the middle of the third
        await ben.SubmitAsync(await NextAsync(ben, field), new { Outcome = "NoAnswer" }, "Write it down");
        await NextAsync(hearth.Staff(id: Guid.CreateVersion7(), name: "Cy Dean"), field);
        var call = await NextAsync(ada, field);
        var page = await KeyAsync(ada, await ada.OpenAsync(call.Path + "/ask/q1"), "2");
        Assert.Equal("Which rooms are cold?", page.Heading);

        hearth.Clock.Forward(TimeSpan.FromDays(-2));

        // her call goes on with the answer it had, and is hers
        page = await KeyAsync(ada, page, "1");
        Assert.Equal("How many rooms do you heat?", page.Heading);
        Assert.Contains("2", (await ada.OpenAsync(call.Path + "/ask/q1")).All("#Answer")[0].GetAttribute("value"));
        Assert.Contains("Ada Bell has this home in hand", (await ben.OpenAsync(call.Path)).Text);
        // the two others are free at once, not in two days
        var first = await NextAsync(ben, field);
        var second = await NextAsync(hearth.Staff(id: Guid.CreateVersion7(), name: "Di Fox"), field);
        Assert.Equal(3, new[] { call.Path, first.Path, second.Path }.Distinct().Count());
        Assert.All([first, second], other => Assert.Contains("/calls/", other.Path));
    }

    [Theory, BothDatabases]
    public async Task Questions_are_read_out_in_a_language_of_the_survey_and_the_officers_own_words_stay_English(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (field, ada) = await StandAsync(hearth, 1);
        await hearth.SpeakUrduAsync(field.Survey);
        var call = await NextAsync(ada, field);
        Assert.Contains("Questions in: English · Urdu اردو", call.Text);

        var page = await ada.OpenAsync((await ada.OpenAsync(call.LinkTo("Urdu"))).LinkTo("ask the questions"));
        Assert.Equal("کیا آپ کے پاس ہیٹر ہے؟", page.Heading);
        var heading = page.Document.QuerySelector("h1")!;
        Assert.Equal(("ur", "rtl"), (heading.GetAttribute("lang"), heading.GetAttribute("dir")));
        Assert.Contains("In English: Do you have a heater?", page.Text);
        Assert.Equal(["ہاں Yes", "نہیں No"], page.All(".hearth-aloud__answers li").Select(Page.Words));
        Assert.Equal(["Key the number of the answer, 1 to 2, or 0 if they would rather not say"], (await KeyAsync(ada, page, "9")).Errors);
        page = await KeyAsync(ada, page, "2");
        // nobody has translated this one: it is read out in English, and says so
        Assert.Equal("Which rooms are cold?", page.Heading);
        Assert.Contains("This question is not in Urdu yet.", page.Text);
        Assert.Equal(
            "Do you have a heater?",
            (await ada.OpenAsync((await ada.OpenAsync(call.Path + "/ask/q1?in=ur")).LinkTo("English"))).Heading
        );
        foreach (var key in new[] { "1", "5", "0", "" })
        {
            page = await KeyAsync(ada, page, key);
        }
        Assert.Equal("Read the answers back", page.Heading);
        var said = page.All(".govuk-summary-list__row")[0];
        Assert.Equal("rtl", said.QuerySelector("dt")!.GetAttribute("dir"));
        Assert.Equal("نہیں", Page.Words(said.QuerySelector("dd")!));
        await ada.SubmitAsync(page, button: "Send the answers");
        Assert.StartsWith("""{"q1":["n"]""", Assert.Single(await hearth.KeptAsync()).Answers);
        // a language that the survey has not is English
        Assert.Contains("This home answered by telephone, on Thursday 12 November.", (await ada.OpenAsync(call.Path + "?in=xx")).Text);
    }

    private static async Task<(InTheField Field, Browser Ada)> StandAsync(HearthApp hearth, int homes)
    {
        var tenants = await hearth.MoveInAsync(Enumerable.Range(0, homes).Select(i => new NewTenant { Phone = $"+4477009001{i:00}" }));
        return (await hearth.TakeToTheFieldAsync(tenants), hearth.Staff(id: Ada, name: "Ada Bell"));
    }

    private static async Task<Page> NextAsync(Browser officer, InTheField field, bool any = false)
    {
        var desk = await officer.OpenAsync($"/surveys/{field.Survey}/calls");
        // with nobody to ring there is no button
        return any && desk.All("main form").Count == 0 ? desk : await officer.SubmitAsync(desk, button: "Ring the next home");
    }

    private static Task<Page> KeyAsync(Browser officer, Page page, string key) => officer.SubmitAsync(page, new { Answer = key }, "Next");
}
