// Administrators look after who may sign in; a change ends what was open.
using System.Net;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Staff.Tests;

public sealed class StaffAdministrationTests
{
    [Theory, BothDatabases]
    public async Task An_invitation_sends_a_link_that_works_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (_, admin, _) = await Colleague.ArriveAsync(hearth, roles: Role.Administrator);

        var done = await admin.SubmitAsync(
            await admin.OpenAsync("/staff/invite"),
            new
            {
                Name = "Tom Ashworth",
                Email = " Tom.Ashworth@ousebridge.example ",
                Roles = "HousingOfficer",
            }
        );

        var link = new Uri(Page.Words(done.All(".hearth-secret code")[0])).AbsolutePath;
        var tom = hearth.Anyone();
        var chosen = await tom.SubmitAsync(await tom.OpenAsync(link), new { Password = Colleague.Password });
        Assert.Equal("/staff/second-step/set-up", chosen.Path);
        Assert.Equal("This link no longer works", (await hearth.Anyone().OpenAsync(link)).Heading);
        var token = link.Split('/')[^1];
        var held = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<StaffAccount>().Select(a => a.WelcomeHash).ToListAsync()
        );
        Assert.DoesNotContain(token, held);
        Assert.Equal(
            1,
            await hearth.InScopeAsync(s =>
                s.GetRequiredService<HearthDb>()
                    .Database.SqlQueryRaw<string>(
                        """SELECT "Body" AS "Value" FROM messaging_message WHERE "Purpose" = 'staff-welcome' AND "Secret" """
                    )
                    .CountAsync()
            )
        );
    }

    [Theory, BothDatabases]
    public async Task A_lone_administrator_without_phone_and_recovery_codes_comes_back_by_a_new_link(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (lost, old, _) = await Colleague.ArriveAsync(hearth, roles: Role.Administrator);
        Task<string?> ResetAsync(string email) =>
            hearth.InScopeAsync(s => s.GetRequiredService<Public.StaffAccounts>().ResetSecondStepAsync(email));

        var path = await ResetAsync(" Maya.Desai@ousebridge.example ");
        hearth.Clock.Forward(TimeSpan.FromSeconds(61));

        Assert.Null(await ResetAsync("nobody@ousebridge.example"));
        // neither the open session nor the old password is a way round the link
        Assert.StartsWith("/staff/sign-in", (await old.OpenAsync("/staff")).Path, StringComparison.Ordinal);
        Assert.Single((await lost.EnterPasswordAsync(hearth.Anyone(), Colleague.Password)).Errors);
        var browser = hearth.Anyone();
        var setUp = await browser.SubmitAsync(await browser.OpenAsync(path!), new { Password = "four green kettles" });
        Assert.Equal("/staff/second-step/set-up", setUp.Path);
        Assert.NotEqual(lost.Phone, Colleague.KeyOn(setUp));
        lost.Phone = Colleague.KeyOn(setUp);
        Assert.Equal("Keep these recovery codes", (await browser.SubmitAsync(setUp, new { lost.Code })).Heading);
        Assert.Equal("Staff", (await browser.OpenAsync("/staff")).Heading);
        Assert.Equal(["Maya Desai"], await hearth.AuditAsync("ResetSecondStep"));
    }

    [Theory, BothDatabases]
    public async Task A_link_is_too_old_after_seven_days(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var path = await Colleague.InviteAsync(hearth, "tom@ousebridge.example", "Tom Ashworth");
        var browser = hearth.Anyone();
        var page = await browser.OpenAsync(path);

        hearth.Clock.Forward(TimeSpan.FromDays(7).Add(TimeSpan.FromSeconds(1)));
        var late = await browser.SubmitAsync(page, new { Colleague.Password });

        Assert.Equal("This link no longer works", late.Heading);
    }

    [Theory, BothDatabases]
    public async Task A_password_that_is_short_or_easily_guessed_is_refused_in_words(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var path = await Colleague.InviteAsync(hearth, "tom.ashworth@ousebridge.example", "Tom Ashworth");
        var browser = hearth.Anyone();
        var page = await browser.OpenAsync(path);

        async Task<string> WordsFor(string password) =>
            Assert.Single((await browser.SubmitAsync(page, new { Password = password })).Errors);

        Assert.Equal("Choose a password", await WordsFor(""));
        Assert.StartsWith("Choose a password of 12 characters or more", await WordsFor("kettle"), StringComparison.Ordinal);
        Assert.StartsWith("Choose a password with more different", await WordsFor("aaaaaaaaaaaaaaaa"), StringComparison.Ordinal);
        Assert.StartsWith("Choose a password without your name", await WordsFor("my Ashworth kettles"), StringComparison.Ordinal);
        Assert.StartsWith("Choose a password that nobody would guess", await WordsFor("Password-2026-now"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_missing_in_an_invitation_is_named_and_what_was_typed_stays(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (_, admin, _) = await Colleague.ArriveAsync(hearth, roles: Role.Administrator);
        var form = await admin.OpenAsync("/staff/invite");

        var empty = await admin.SubmitAsync(form);
        var twice = await admin.SubmitAsync(
            form,
            new
            {
                Name = "Maya again",
                Email = "MAYA.DESAI@ousebridge.example",
                Roles = "Manager",
            }
        );
        var script = await admin.SubmitAsync(
            form,
            new
            {
                Name = "<script>alert(1)</script>",
                Email = "<b>@x",
                Roles = "Manager",
            }
        );

        Assert.Equal(["Enter their full name", "Enter their e-mail address", "Choose at least one role"], empty.Errors);
        Assert.Equal("Somebody with this e-mail address is already here. Find them in the list of staff", Assert.Single(twice.Errors));
        Assert.Equal("Maya again", twice.All("#Name")[0].GetAttribute("value"));
        Assert.Equal("Enter an e-mail address in the right form, like name@example.com", Assert.Single(script.Errors));
        Assert.DoesNotContain("<script>alert", script.Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_suspended_colleague_is_out_within_a_minute_and_cannot_come_back(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (_, admin, _) = await Colleague.ArriveAsync(hearth, roles: Role.Administrator);
        var (helen, open, _) = await Colleague.ArriveAsync(hearth, "helen@ousebridge.example", "Helen Okafor", Role.Administrator);
        Assert.Equal("Staff", (await open.OpenAsync("/staff")).Heading);

        var done = await admin.SubmitAsync(await admin.OpenAsync(await PageOfAsync(admin, "Helen Okafor")), button: "Suspend");
        hearth.Clock.Forward(TimeSpan.FromSeconds(61));

        Assert.Contains("out within a minute", done.Text, StringComparison.Ordinal);
        Assert.StartsWith("/staff/sign-in", (await open.OpenAsync("/staff")).Path, StringComparison.Ordinal);
        Assert.StartsWith(
            "The e-mail address or the password is not right",
            Assert.Single((await helen.EnterPasswordAsync(hearth.Anyone(), Colleague.Password)).Errors),
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_session_goes_on_while_nothing_changes_and_ends_when_roles_do(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (_, admin, _) = await Colleague.ArriveAsync(hearth, roles: Role.Administrator);
        var (_, open, _) = await Colleague.ArriveAsync(hearth, "helen@ousebridge.example", "Helen Okafor", Role.Administrator);
        hearth.Clock.Forward(TimeSpan.FromMinutes(5));
        Assert.Equal("Staff", (await open.OpenAsync("/staff")).Heading);

        var page = await admin.OpenAsync(await PageOfAsync(admin, "Helen Okafor"));
        await admin.SubmitAsync(page, new { Roles = "Councillor" }, "Save the roles");
        hearth.Clock.Forward(TimeSpan.FromSeconds(61));

        Assert.StartsWith("/staff/sign-in", (await open.OpenAsync("/staff")).Path, StringComparison.Ordinal);
        var line = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<AuditLine>().SingleAsync(l => l.Action == "ChangeRoles")
        );
        Assert.Equal("Maya Desai", line.ActorName);
        Assert.Equal("Helen Okafor: administrator, now councillor", line.Detail);
    }

    [Theory, BothDatabases]
    public async Task The_last_administrator_stays_one(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (_, admin, _) = await Colleague.ArriveAsync(hearth, roles: Role.Administrator);
        var page = await admin.OpenAsync(await PageOfAsync(admin, "Maya Desai"));

        var roles = await admin.SubmitAsync(page, new { Roles = "Manager" }, "Save the roles");
        var suspend = await admin.SubmitAsync(page, button: "Suspend");

        Assert.StartsWith("Maya Desai is the only administrator", Assert.Single(roles.Errors), StringComparison.Ordinal);
        Assert.StartsWith("You cannot do this to your own account", Assert.Single(suspend.Errors), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_lost_phone_is_replaced(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (_, admin, _) = await Colleague.ArriveAsync(hearth, roles: Role.Administrator);
        var (helen, _, codes) = await Colleague.ArriveAsync(hearth, "helen@ousebridge.example", "Helen Okafor", Role.Manager);
        var oldRecovery = Page.Words(codes.All(".hearth-secret li")[0]);

        await admin.SubmitAsync(await admin.OpenAsync(await PageOfAsync(admin, "Helen Okafor")), button: "Reset the second step");
        var browser = hearth.Anyone();
        hearth.Clock.Forward(TimeSpan.FromSeconds(60));
        var setUp = await helen.EnterPasswordAsync(browser, Colleague.Password);
        var oldPhone = await browser.SubmitAsync(setUp, new { helen.Code });
        var byRecovery = await browser.SubmitAsync(setUp, new { Code = oldRecovery });
        helen.Phone = Colleague.KeyOn(setUp);
        var newPhone = await browser.SubmitAsync(setUp, new { helen.Code });

        Assert.Equal("Set up your second step", setUp.Heading);
        Assert.Single(oldPhone.Errors);
        Assert.Single(byRecovery.Errors);
        Assert.Equal("Keep these recovery codes", newPhone.Heading);
    }

    [Theory, BothDatabases]
    public async Task The_demos_buttons_open_the_door_only_in_the_demo(DatabaseKind kind)
    {
        await using var demo = await HearthApp.StartAsync(
            kind,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Hearth:Demo"] = "true" }
        );
        await demo.InScopeAsync(TellAsync);
        var browser = demo.Anyone();
        var door = await browser.OpenAsync("/staff/sign-in?then=/staff");
        Assert.Contains("This is a demonstration.", door.Text, StringComparison.Ordinal);
        Assert.Equal("/staff", (await browser.SubmitAsync(door, button: "Sam Whitlock")).Path);
        demo.Clock.Forward(TimeSpan.FromMinutes(2));
        Assert.Equal("/staff", (await browser.OpenAsync("/staff")).Path);

        await using var real = await HearthApp.StartAsync(kind);
        await real.InScopeAsync(TellAsync);
        var stranger = real.Anyone();
        var realDoor = await stranger.OpenAsync("/staff/sign-in");
        var sam = await real.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<StaffAccount>().Where(a => a.Name == "Sam Whitlock").Select(a => a.Id).SingleAsync()
        );
        var forged = await stranger.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/staff/sign-in?handler=Demo")
            {
                Content = new FormUrlEncodedContent([
                    KeyValuePair.Create("person", sam.ToString()),
                    KeyValuePair.Create(
                        "__RequestVerificationToken",
                        realDoor.All("input[name=__RequestVerificationToken]")[0].GetAttribute("value")!
                    ),
                ]),
            }
        );

        Assert.DoesNotContain("demonstration", realDoor.Text, StringComparison.Ordinal);
        Assert.Empty(realDoor.All("form[action*=Demo]"));
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.DoesNotContain("hearth-staff", stranger.Cookies.Keys);
    }

    [Theory, BothDatabases]
    public async Task A_real_account_has_no_button_even_in_the_demo(DatabaseKind kind)
    {
        await using var demo = await HearthApp.StartAsync(
            kind,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Hearth:Demo"] = "true" }
        );
        await demo.InScopeAsync(TellAsync);
        await Colleague.InviteAsync(demo, "real@ousebridge.example", "Rita Real", Role.Administrator);
        var real = await demo.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<StaffAccount>().Where(a => a.Name == "Rita Real").Select(a => a.Id).SingleAsync()
        );
        var browser = demo.Anyone();
        var door = await browser.OpenAsync("/staff/sign-in");

        var forged = await browser.SubmitAsync(door, new { person = real }, "Maya Desai");

        Assert.DoesNotContain("Rita Real", door.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
    }

    private static Task TellAsync(IServiceProvider scope) =>
        scope
            .GetServices<IDemoChapter>()
            .OfType<DemoColleagues>()
            .Single()
            .TellAsync(new DemoStory("", 1, new DateOnly(2026, 11, 12), _ => { }), default);

    private static async Task<string> PageOfAsync(Browser admin, string name) => (await admin.OpenAsync("/staff")).LinkTo($"Change {name}");
}
