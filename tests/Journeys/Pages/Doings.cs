// The pages that no link leads to: they come after something is done. Each is done here, on the demo landlord, by whoever does it.
using System.Text;
using System.Text.RegularExpressions;
using Hearth.Journeys.Tests.Round;
using Hearth.Journeys.Tests.Support;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Journeys.Tests.Pages;

/// <summary>Somebody with a browser, and addresses to begin from.</summary>
internal sealed record Person(string Name, Browser Browser, params string[] Starts);

internal sealed partial class Doings(HearthApp hearth)
{
    private const string Password = "three brown kettles";

    /// <summary>The administrator, with drafts, uploads, print runs and calls under way.</summary>
    public async Task<Person> OfficeAsync()
    {
        var sam = await DemoLandlord.SignInAsync(hearth, "Sam Whitlock");
        var draft = await DraftAsync(sam, "A draft of one question or two", 12);
        var waiting = await DraftAsync(sam, "A survey that waits for its day", 26);
        await sam.SubmitAsync(await sam.OpenAsync($"/surveys/{waiting}/open/check"), button: "Set it to open");

        var columns = await UploadHomesAsync(sam);
        var preview = await UploadHomesAsync(sam);
        await sam.SubmitAsync(preview, new { Whole = "no" }, "Read the file");
        var running = await UploadHomesAsync(sam);
        await UpdateAsync(
            $"""UPDATE people_import_run SET "State" = 'ReadingInterrupted', "Problem" = 'Hearth was stopped while it worked.' WHERE "Id" = {IdIn(running.Path)}"""
        );

        var open = await OneAsync<Guid>("""SELECT "Id" AS "Value" FROM surveys_survey WHERE "Status" = 'Open'""");
        var planned = await OneAsync<Guid>(
            """SELECT "Id" AS "Value" FROM surveys_cycle WHERE "SurveyId" IS NULL ORDER BY "Number" LIMIT 1"""
        );
        var answers = await sam.SubmitAsync(
            await sam.OpenAsync($"/surveys/{open}/responses/import"),
            [],
            [("Sheet", "paper.csv", Encoding.UTF8.GetBytes("tenancy reference,channel,date,q1\nNobody,Paper,12/11/2026,Gas boiler\n"))],
            "Continue"
        );
        var settle = await KeyedDifferentlyAsync(sam, open);
        await LettersAsync(2);
        var run = await sam.SubmitAsync(await sam.OpenAsync("/messages/letters"), button: "2 letters");
        var call = await sam.SubmitAsync(await sam.OpenAsync("/messages/calls"), button: "Take");
        var doors = await sam.SubmitAsync(await sam.OpenAsync($"/surveys/{open}/door"), new { Homes = 2 }, "Take this list");
        var (onTheLine, readBack) = await OnTheLineAsync(sam, open);
        for (
            var looks = 0;
            (await sam.OpenAsync(preview.Path.Replace("columns", "preview", StringComparison.Ordinal))).Path.EndsWith(
                "running",
                StringComparison.Ordinal
            );
            looks++
        )
        {
            Assert.True(looks < 600, "the file was never read");
            await Task.Delay(50);
        }
        return new(
            "Sam Whitlock",
            sam,
            [
                "/officer",
                "/surveys",
                $"/surveys/{draft}",
                $"/surveys/{draft}/open/check",
                $"/surveys/{waiting}/take-back",
                $"/surveys/cycles/{planned}",
                columns.Path,
                preview.Path.Replace("columns", "preview", StringComparison.Ordinal),
                running.Path.Replace("columns", "running", StringComparison.Ordinal),
                answers.Path,
                $"/surveys/{open}/paper/again",
                settle,
                run.Path,
                call.Path,
                doors.Path,
                onTheLine,
                readBack,
                $"/surveys/{open}/files",
                "/staff/passkeys",
                "/settings/clock",
                "/people?q=nowak",
                "/messages?Channel=Letter",
                $"/insight/invite-next?survey={open}&by=age",
                "/kit",
                "/kit/question",
                "/kit/tenant",
                "/kit/letter",
                "/sign-out",
            ]
        );
    }

    /// <summary>Rings the next home and gets to the end of the questions. Returns the call and where its answers are read back.</summary>
    private static async Task<(string Call, string ReadBack)> OnTheLineAsync(Browser caller, Guid survey)
    {
        var call = await caller.SubmitAsync(await caller.OpenAsync($"/surveys/{survey}/calls"), button: "Ring the next home");
        var page = await caller.OpenAsync($"{call.Path}/ask");
        while (page.Heading != "Read the answers back")
        {
            page = await caller.SubmitAsync(page, new { Answer = "-" }, "Next");
            Assert.Empty(page.Errors);
        }
        return (call.Path, page.Path);
    }

    /// <summary>Two people key the same form and read one box differently. Returns where that is settled.</summary>
    private async Task<string> KeyedDifferentlyAsync(Browser first, Guid survey)
    {
        var code = await OneAsync<string>(
            $"""SELECT i."Code" AS "Value" FROM surveys_invitation i JOIN surveys_survey s ON s."Id" = i."SurveyId" WHERE s."Status" = 'Open' AND i."PersonId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM surveys_response r WHERE r."InvitationId" = i."Id") ORDER BY i."Code" DESC LIMIT 1"""
        );
        var sheet = await first.SubmitAsync(await first.OpenAsync($"/surveys/{survey}/paper/key"), new { Code = code }, "Find");
        await first.SubmitAsync(sheet, Keyed("1", sheet), "Save");
        var second = await DemoLandlord.SignInAsync(hearth, "Maya Desai");
        var again = await second.OpenAsync($"/surveys/{survey}/paper/again");
        var settle = await second.SubmitAsync(again, Keyed("2", again), "Compare");
        Assert.Equal("What does the paper say?", settle.Heading);
        return settle.Path;
    }

    // the first question as said, the others left blank
    private static List<KeyValuePair<string, string>> Keyed(string box, Page sheet) =>
        [
            .. sheet
                .All("main input.govuk-input, main textarea")
                .Select((field, at) => KeyValuePair.Create(field.GetAttribute("name")!, at == 0 ? box : "-")),
        ];

    /// <summary>Three colleagues at the door: one with a new link, one setting up a phone, one who owes the second step.</summary>
    public async Task<IReadOnlyList<Person>> AtTheStaffDoorAsync()
    {
        var invited = await InviteAsync("Priya Shah", "priya.shah@ousebridge.example");
        var settingUp = hearth.Anyone();
        await ChoosePasswordAsync(settingUp, await InviteAsync("Dan Reeve", "dan.reeve@ousebridge.example"));
        var known = hearth.Anyone();
        var set = await ChoosePasswordAsync(known, await InviteAsync("Una Kirk", "una.kirk@ousebridge.example"));
        await known.SubmitAsync(set, new { Code = new Phone(Key().Match(set.Text).Value).CodeAt(hearth.Clock.GetUtcNow()) });
        var half = hearth.Anyone();
        await half.SubmitAsync(await half.OpenAsync("/staff/sign-in"), new { Email = "una.kirk@ousebridge.example", Password }, "Continue");
        return
        [
            new("Priya Shah", hearth.Anyone(), invited),
            new("Dan Reeve", settingUp, "/staff/second-step/set-up"),
            new("Una Kirk", half, "/staff/second-step"),
        ];
    }

    /// <summary>Tenants at their door and past it: one who has asked for a code, two who share an address, one signed in, three with a code for a survey.</summary>
    public async Task<IReadOnlyList<Person>> TenantsAsync()
    {
        var answered = await OneAsync<Guid>(
            """SELECT i."PersonId" AS "Value" FROM surveys_invitation i JOIN surveys_response r ON r."InvitationId" = i."Id" WHERE i."PersonId" IS NOT NULL LIMIT 1"""
        );
        var two = (await hearth.InScopeAsync(s => s.GetRequiredService<Audience>().ListAsync(new())))
            .Take(2)
            .Select(m => m.PersonId)
            .ToList();
        await UpdateAsync(
            $"""UPDATE people_person SET "Email" = 'both@tenant.example', "EmailKey" = 'both@tenant.example' WHERE "Id" = {two[0]} OR "Id" = {two[1]}"""
        );
        var asked = hearth.Anyone();
        var enter = await asked.SubmitAsync(await asked.OpenAsync("/sign-in"), new { Reach = "both@tenant.example" });
        var code = await OneAsync<string>(
            """SELECT "Body" AS "Value" FROM messaging_message WHERE "ToAddress" = 'both@tenant.example' ORDER BY "Id" DESC LIMIT 1"""
        );
        var who = hearth.Anyone();
        foreach (var cookie in asked.Cookies)
        {
            who.SetCookie((cookie.Key, cookie.Value));
        }
        await who.SubmitAsync(enter, new { Code = SixNumbers().Match(code).Value });

        var codes = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>()
                .Database.SqlQueryRaw<string>(
                    """SELECT i."Code" AS "Value" FROM surveys_invitation i JOIN surveys_survey s ON s."Id" = i."SurveyId" WHERE s."Status" = 'Open' AND NOT EXISTS (SELECT 1 FROM surveys_response r WHERE r."InvitationId" = i."Id") LIMIT 3"""
                )
                .ToListAsync()
        );
        var thanked = hearth.Anyone();
        var thanks = await AnswerAsync(thanked, codes[2], send: true);
        var check = await AnswerAsync(hearth.Anyone(), codes[1], send: false);
        var back = await OneAsync<string>("""SELECT "Code" AS "Value" FROM feedback_asked_back WHERE "Answer" IS NOT NULL LIMIT 1""");
        return
        [
            new(
                "who is asked whether it was done",
                hearth.Anyone(),
                "/was-it-done",
                $"/was-it-done/{back}",
                $"/was-it-done/{back}/more",
                $"/was-it-done/{back}/thanks"
            ),
            new("who asked for a code", asked, "/sign-in/code"),
            new("who shares an address", who, "/sign-in/who"),
            new("a tenant", hearth.Tenant(answered), "/me", "/tenantlink/mine"),
            new(
                "a tenant with a code",
                hearth.Anyone(),
                "/sign-in/letter",
                $"/s/{codes[0]}",
                $"/s/{codes[0]}/q1",
                $"/s/{codes[0]}/q2",
                $"/s/{codes[1]}/q4",
                $"/s/{codes[1]}/q5",
                $"/s/{codes[1]}/q6",
                $"/s/{codes[0]}/later"
            ),
            new("a tenant who is nearly done", hearth.Anyone(), check.Path, $"/s/{codes[1]}/q1?change=true"),
            new("a tenant who has answered", thanked, thanks.Path, $"/s/{codes[2]}/not-now"),
        ];
    }

    private static async Task<Page> AnswerAsync(Browser tenant, string code, bool send)
    {
        var page = await tenant.OpenAsync($"/s/{code}/q1");
        while (!page.Path.EndsWith("/check", StringComparison.Ordinal))
        {
            page = page.All("main input[type=radio]") is [{ } first, ..]
                ? await tenant.SubmitAsync(page, new { Answer = first.GetAttribute("value") }, "Continue")
                : await tenant.SubmitAsync(page, button: "Skip this question");
            Assert.Empty(page.Errors);
        }
        return send ? await tenant.SubmitAsync(page, button: "Send my answers") : page;
    }

    private static async Task<Guid> DraftAsync(Browser officer, string title, int opens)
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("Form.Title", title),
            new("Form.Introduction", "Tell us."),
            new("Form.OpensOn.Day", $"{opens}"),
            new("Form.OpensOn.Month", "11"),
            new("Form.OpensOn.Year", "2026"),
            new("Form.ClosesOn.Day", "18"),
            new("Form.ClosesOn.Month", "12"),
            new("Form.ClosesOn.Year", "2026"),
            new("Form.TellWithinDays", "28"),
            new("StartWith", "nothing"),
        ];
        var made = await officer.SubmitAsync(await officer.OpenAsync("/surveys/new"), fields, "Save and go to the questions");
        foreach (
            var (kind, text, choices) in new[]
            {
                ("SingleChoice", "Is your home warm?", "Yes\nNo"),
                ("LongText", "Which room is cold?", ""),
            }
        )
        {
            List<KeyValuePair<string, string>> question = [new("Form.Text", text), new("Form.Choices", choices)];
            await officer.SubmitAsync(await officer.OpenAsync($"{made.Path}/add?kind={kind}"), question, "Add this question");
        }
        return IdIn(made.Path);
    }

    private Task LettersAsync(int count) =>
        hearth.InScopeAsync(async s =>
        {
            foreach (var number in Enumerable.Range(1, count))
            {
                var to = new Recipient(null, $"Tenant {number}", $"{number} Kiln Lane\nOusebridge\nOB4 2QR");
                s.GetRequiredService<Outbox>()
                    .Add(new MessageToSend($"note/{number}", "note", null, to, Channel.Letter, "A note", "We are coming on Friday."));
            }
            await s.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

    private static async Task<Page> UploadHomesAsync(Browser officer) =>
        await officer.SubmitAsync(
            await officer.OpenAsync("/people/import"),
            [],
            [("Export", "a few homes.csv", Encoding.UTF8.GetBytes(Town.Export))],
            "Upload"
        );

    private async Task<string> InviteAsync(string name, string email) =>
        (
            await hearth.InScopeAsync(s => s.GetRequiredService<StaffAccounts>().CreateAsync(email, name, [Role.EngagementOfficer]))
        ).WelcomePath!;

    private static async Task<Page> ChoosePasswordAsync(Browser browser, string welcome) =>
        await browser.SubmitAsync(await browser.OpenAsync(welcome), new { Password });

    private Task<T> OneAsync<T>(string sql) =>
        hearth.InScopeAsync(async s => (await s.GetRequiredService<HearthDb>().Database.SqlQueryRaw<T>(sql).ToListAsync())[0]);

    private Task UpdateAsync(FormattableString sql) =>
        hearth.InScopeAsync(async s => Assert.NotEqual(0, await s.GetRequiredService<HearthDb>().Database.ExecuteSqlAsync(sql)));

    private static Guid IdIn(string path) => Guid.Parse(Id().Match(path).Value);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    [GeneratedRegex("(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}")]
    private static partial Regex Key();

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)")]
    private static partial Regex SixNumbers();
}
