// The tenants' door: a code to an address they gave us, and everything that must not open it.
using System.Net;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.SignIn.Tests;

public sealed class TenantSignInTests
{
    private const string Ended = "This code no longer works. Ask for a new one";
    private const string Wrong = "The code is not right. Check the last message from us and enter the 6 numbers in it";

    [Theory, BothDatabases]
    public async Task A_code_by_e_mail_opens_ones_own_page(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "Kasia.Nowak@mail.example");
        var browser = hearth.Anyone();

        var asked = await Tenants.AskAsync(browser, " kasia.nowak@MAIL.example ");
        var me = await browser.SubmitAsync(asked, new { Code = await Tenants.LastCodeAsync(hearth) });

        Assert.Equal("/sign-in/code", asked.Path);
        Assert.Equal("/me", me.Path);
        Assert.Equal("Hello Kasia Nowak", me.Heading);
        Assert.StartsWith(
            "Email kasia.nowak@mail.example: Your code is ",
            Assert.Single(await Tenants.SentAsync(hearth)),
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_code_by_text_opens_ones_own_page(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await Tenants.AddAsync(hearth, "Kasia", "Nowak", phone: "+447700900982");
        var browser = hearth.Anyone();

        var asked = await Tenants.AskAsync(browser, "07700 900 982");
        var code = await Tenants.LastCodeAsync(hearth);
        var me = await browser.SubmitAsync(asked, new { Code = $"{code[..3]} {code[3..]}" });

        Assert.Equal("/me", me.Path);
        Assert.StartsWith("Text +447700900982: ", Assert.Single(await Tenants.SentAsync(hearth)), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_code_comes_in_the_language_on_record_or_in_that_of_the_page_it_was_asked_on(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "kasia@mail.example", phone: "+447700900982", language: "pl");
        await Tenants.AddAsync(hearth, "Sam", "Reed", email: "sam@mail.example");

        await Tenants.AskAsync(hearth.Anyone(), "kasia@mail.example");
        await Tenants.AskAsync(hearth.Anyone(), "07700 900 982");
        var urdu = hearth.Anyone();
        await urdu.OpenAsync("/sign-in?lang=ur");
        await Tenants.AskAsync(urdu, "sam@mail.example");

        var sent = await Tenants.SentAsync(hearth);
        Assert.StartsWith("Email kasia@mail.example: Twój kod to ", sent[0], StringComparison.Ordinal);
        Assert.Contains("Nikt jeszcze nie sprawdził", sent[0], StringComparison.Ordinal);
        // figures first: a phone offers them, whatever the language
        Assert.Matches(@"^Text \+447700900982: \d{6} to Twój kod: Ousebridge Homes\. ", sent[1]);
        Assert.Contains("آپ کا کوڈ ہے", sent[2], StringComparison.Ordinal);
        Assert.Matches(@"\d{6}", sent[2]);
    }

    [Theory, BothDatabases]
    public async Task An_unknown_address_gets_the_same_pages_and_nothing_is_sent(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "kasia@mail.example");
        var (known, stranger) = (hearth.Anyone(), hearth.Anyone());

        var askedKnown = await Tenants.AskAsync(known, "kasia@mail.example");
        var askedStranger = await Tenants.AskAsync(stranger, "nobody@mail.example");
        var wrong = Tenants.Other(await Tenants.LastCodeAsync(hearth));
        var triedKnown = await known.SubmitAsync(askedKnown, new { Code = wrong });
        var triedStranger = await stranger.SubmitAsync(askedStranger, new { Code = wrong });

        Assert.Equal(askedKnown.Text, askedStranger.Text);
        Assert.Equal([Wrong], triedKnown.Errors);
        Assert.Equal(triedKnown.Text, triedStranger.Text);
        Assert.Equal(known.Cookies.Keys.Order(), stranger.Cookies.Keys.Order());
        Assert.Single(await Tenants.SentAsync(hearth));
        var codes = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<SignInCode>().ToListAsync());
        Assert.Equal(2, codes.Count);
    }

    [Theory, BothDatabases]
    public async Task A_code_works_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "kasia@mail.example");
        var browser = hearth.Anyone();
        var asked = await Tenants.AskAsync(browser, "kasia@mail.example");
        var step = browser.Cookies["hearth-tenant-step"];
        var code = await Tenants.LastCodeAsync(hearth);
        Assert.Equal("/me", (await browser.SubmitAsync(asked, new { Code = code })).Path);

        var thief = hearth.Anyone();
        thief.SetCookie(("hearth-tenant-step", step));
        var page = await thief.OpenAsync("/sign-in/code");
        var again = await thief.SubmitAsync(page, new { Code = code });

        Assert.Equal([Ended], again.Errors);
        Assert.DoesNotContain("hearth-tenant", thief.Cookies.Keys);
    }

    [Theory, BothDatabases]
    public async Task A_code_is_good_for_ten_minutes(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "kasia@mail.example");
        var (early, late) = (hearth.Anyone(), hearth.Anyone());
        var askedEarly = await Tenants.AskAsync(early, "kasia@mail.example");
        var codeEarly = await Tenants.LastCodeAsync(hearth);
        hearth.Clock.Forward(TimeSpan.FromSeconds(1));
        var askedLate = await Tenants.AskAsync(late, "kasia@mail.example");
        var codeLate = await Tenants.LastCodeAsync(hearth);

        hearth.Clock.Forward(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));

        Assert.NotEqual("/me", (await early.SubmitAsync(askedEarly, new { Code = codeEarly })).Path);
        Assert.Equal("/me", (await late.SubmitAsync(askedLate, new { Code = codeLate })).Path);
    }

    [Theory, BothDatabases]
    public async Task After_five_wrong_tries_the_right_code_no_longer_works(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "kasia@mail.example");
        var browser = hearth.Anyone();
        var page = await Tenants.AskAsync(browser, "kasia@mail.example");
        var code = await Tenants.LastCodeAsync(hearth);
        for (var i = 0; i < 5; i++)
        {
            page = await browser.SubmitAsync(page, new { Code = Tenants.Other(code) });
            Assert.Equal([Wrong], page.Errors);
        }

        Assert.Equal([Ended], (await browser.SubmitAsync(page, new { Code = code })).Errors);
    }

    [Theory, BothDatabases]
    public async Task A_fourth_code_in_a_quarter_of_an_hour_is_refused_for_known_and_unknown_alike(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "kasia@mail.example");
        foreach (var address in new[] { "kasia@mail.example", "nobody@mail.example" })
        {
            for (var i = 0; i < 3; i++)
            {
                Assert.Equal("/sign-in/code", (await Tenants.AskAsync(hearth.Anyone(), address)).Path);
            }
            var fourth = await Tenants.AskAsync(hearth.Anyone(), address);
            Assert.Equal(["We have sent several codes in a short time. Wait 15 minutes, then ask for a new one"], fourth.Errors);
        }
        Assert.Equal(3, (await Tenants.SentAsync(hearth)).Count);

        hearth.Clock.Forward(TimeSpan.FromMinutes(16));
        Assert.Equal("/sign-in/code", (await Tenants.AskAsync(hearth.Anyone(), "kasia@mail.example")).Path);
    }

    [Theory, BothDatabases]
    public async Task Asking_for_many_addresses_from_one_network_is_stopped(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var browser = hearth.Anyone();
        var form = await browser.OpenAsync("/sign-in");
        for (var i = 0; i < 30; i++)
        {
            await browser.SubmitAsync(form, new { Reach = $"someone{i}@mail.example" });
        }

        var next = await browser.SubmitAsync(form, new { Reach = "another@mail.example" });

        Assert.Single(next.Errors);
    }

    [Theory, BothDatabases]
    public async Task People_who_share_an_address_say_who_they_are(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "family@mail.example");
        var piotr = await Tenants.AddAsync(hearth, "Piotr", "Nowak", email: "family@mail.example");
        var stranger = await Tenants.AddAsync(hearth, "Ann", "Other", email: "ann@mail.example");
        var browser = hearth.Anyone();
        var asked = await Tenants.AskAsync(browser, "family@mail.example");
        Assert.StartsWith("/sign-in", (await browser.OpenAsync("/sign-in/who")).Path, StringComparison.Ordinal);

        var who = await browser.SubmitAsync(asked, new { Code = await Tenants.LastCodeAsync(hearth) });
        var none = await browser.SubmitAsync(who);
        var forged = await browser.SubmitAsync(who, new { Person = stranger });
        var me = await browser.SubmitAsync(who, new { Person = piotr });

        Assert.Equal("Who are you?", who.Heading);
        Assert.DoesNotContain("Ann", who.Text, StringComparison.Ordinal);
        Assert.Equal(["Choose your name"], none.Errors);
        Assert.Equal(["Choose your name"], forged.Errors);
        Assert.Equal("Hello Piotr Nowak", me.Heading);
        Assert.Single(await Tenants.SentAsync(hearth));
    }

    [Theory, BothDatabases]
    public async Task What_is_no_address_is_named_in_words(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        async Task<string> WordsFor(string reach) => Assert.Single((await Tenants.AskAsync(hearth.Anyone(), reach)).Errors);

        Assert.Equal("Enter your e-mail address or mobile number", await WordsFor(" "));
        Assert.Equal("Enter an e-mail address in the right form, like name@example.com", await WordsFor("kasia@"));
        Assert.StartsWith("Enter an e-mail address, like", await WordsFor("01632 960001"), StringComparison.Ordinal);
        var script = await Tenants.AskAsync(hearth.Anyone(), "\"><script>alert(1)</script>");
        Assert.DoesNotContain("<script>alert", script.Body, StringComparison.Ordinal);
        Assert.Equal("\"><script>alert(1)</script>", script.All("#Reach")[0].GetAttribute("value"));
    }

    [Theory, BothDatabases]
    public async Task A_tenants_cookie_opens_no_page_of_staff_nor_the_other_way_round(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "kasia@mail.example");
        var tenant = hearth.Tenant(kasia);
        var staff = hearth.Staff(Role.Administrator, id: kasia);
        var swapped = hearth.Anyone();
        swapped.SetCookie(("hearth-staff", tenant.Cookies["hearth-tenant"]));
        swapped.SetCookie(("hearth-tenant", staff.Cookies["hearth-staff"]));

        Assert.Equal("Hello Kasia Nowak", (await tenant.OpenAsync("/me")).Heading);
        Assert.StartsWith("/staff/sign-in", (await tenant.OpenAsync("/staff")).Path, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await staff.OpenAsync("/me")).Path, StringComparison.Ordinal);
        Assert.StartsWith("/staff/sign-in", (await swapped.OpenAsync("/staff")).Path, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await swapped.OpenAsync("/me")).Path, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Signing_in_leads_where_one_was_going_but_never_to_another_site(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "kasia@mail.example");

        async Task<string> LeadsTo(string then)
        {
            var browser = hearth.Anyone();
            var asked = await Tenants.AskAsync(browser, "kasia@mail.example", then);
            return (await browser.SubmitAsync(asked, new { Code = await Tenants.LastCodeAsync(hearth) })).Path;
        }

        Assert.Equal("/me/messages", await LeadsTo("/me/messages"));
        Assert.Equal("/me", await LeadsTo("https://evil.example/"));
        Assert.Equal("/me", await LeadsTo("//evil.example/"));
    }

    [Theory, BothDatabases]
    public async Task Somebody_who_was_forgotten_is_out_and_gets_no_code(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var id = await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "kasia@mail.example");
        var browser = hearth.Anyone();
        var asked = await Tenants.AskAsync(browser, "kasia@mail.example");
        await browser.SubmitAsync(asked, new { Code = await Tenants.LastCodeAsync(hearth) });

        await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>()
                .Set<Person>()
                .Where(p => p.Id == id)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.ForgottenAt, hearth.Clock.GetUtcNow()))
        );
        hearth.Clock.Forward(TimeSpan.FromSeconds(61));

        Assert.StartsWith("/sign-in", (await browser.OpenAsync("/me")).Path, StringComparison.Ordinal);
        await Tenants.AskAsync(hearth.Anyone(), "kasia@mail.example");
        Assert.Single(await Tenants.SentAsync(hearth));
    }

    [Theory, BothDatabases]
    public async Task No_code_lies_readable_in_the_database(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "kasia@mail.example");
        await Tenants.AskAsync(hearth.Anyone(), "kasia@mail.example");
        var code = await Tenants.LastCodeAsync(hearth);

        var kept = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<SignInCode>().SingleAsync());
        var tries = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<SignInAttempt>().Select(a => a.Key).ToListAsync());

        Assert.Equal(SignInCode.HashOf(kept.Id, code), kept.Hash);
        Assert.Equal(64, kept.Hash.Length);
        Assert.All(tries, key => Assert.DoesNotContain("kasia", key, StringComparison.OrdinalIgnoreCase));
    }

    [Theory, BothDatabases]
    public async Task Old_tries_and_codes_are_cleared_away(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await Tenants.AskAsync(hearth.Anyone(), "nobody@mail.example");
        hearth.Clock.Forward(TimeSpan.FromHours(25));
        await Tenants.AskAsync(hearth.Anyone(), "somebody@mail.example");

        await hearth.InScopeAsync(s => s.GetServices<IJob>().OfType<ForgetOldTries>().Single().RunAsync(default));

        Assert.Equal(2, await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<SignInAttempt>().CountAsync()));
        Assert.Equal(1, await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<SignInCode>().CountAsync()));
    }

    [Theory]
    [InlineData("192.0.2.17", "192.0.2.0")]
    [InlineData("::ffff:192.0.2.17", "192.0.2.0")]
    [InlineData("2001:db8:1:2ff:3::4", "2001:db8:1:200::")]
    public void Tries_are_counted_by_the_part_of_the_network(string address, string network) =>
        Assert.Equal(network, Attempts.NetworkOf(IPAddress.Parse(address)));
}
