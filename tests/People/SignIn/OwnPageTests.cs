// A tenant's own page: what came of what they said, and what we may send.
using Hearth.Loop.Public;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.SignIn.Tests;

public sealed class OwnPageTests
{
    [Theory, BothDatabases]
    public async Task It_says_what_one_took_part_in_and_what_came_of_it_and_nothing_of_anybody_else(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "kasia@mail.example");
        var ann = await Tenants.AddAsync(hearth, "Ann", "Other");
        await hearth.InScopeAsync(async scope =>
        {
            var ledger = scope.GetRequiredService<LoopLedger>();
            var (repairs, parking, reply, draft) = (
                Guid.CreateVersion7(),
                Guid.CreateVersion7(),
                Guid.CreateVersion7(),
                Guid.CreateVersion7()
            );
            (await ledger.PlaceAsync("survey", repairs, "Repairs survey", "/surveys/1", new DateOnly(2026, 9, 1))).TellBy = new DateOnly(
                2026,
                11,
                30
            );
            (await ledger.PlaceAsync("survey", parking, "Parking survey", "/surveys/2", new DateOnly(2026, 10, 1))).TellBy = new DateOnly(
                2026,
                12,
                18
            );
            (await ledger.PlaceAsync("reply", reply, "Repairs before noon <b>", "/feedback/1", new DateOnly(2026, 11, 2))).PublicAddress =
                "/what-changed/1";
            await ledger.PlaceAsync("reply", draft, "A secret draft", "/feedback/2", new DateOnly(2026, 11, 3));
            await ledger.CameFromAsync(reply, repairs);
            await ledger.CameFromAsync(draft, parking);
            ledger.TookPart(repairs, kasia, null, "Online", hearth.Clock.GetUtcNow().AddDays(-40));
            ledger.TookPart(parking, kasia, null, "Online", hearth.Clock.GetUtcNow().AddDays(-20));
            ledger.TookPart(parking, ann, null, "Online", hearth.Clock.GetUtcNow());
            scope.GetRequiredService<AuditTrail>().Write("Test", "test");
            await scope.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

        var hers = await hearth.Tenant(kasia).OpenAsync("/me");
        var others = await hearth.Tenant(ann).OpenAsync("/me");

        Assert.Contains(
            "Repairs survey You took part on 3 October 2026. 2 November 2026: Repairs before noon <b>",
            hers.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Parking survey You took part on 23 October 2026. We will tell you what came of it by 18 December 2026.",
            hers.Text,
            StringComparison.Ordinal
        );
        hearth.Clock.MoveTo(new DateOnly(2026, 12, 19));
        Assert.Contains(
            "We said we would tell you what came of it by 18 December 2026. We are late",
            (await hearth.Tenant(kasia).OpenAsync("/me")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal("/what-changed/1", hers.LinkTo("Repairs before noon"));
        Assert.DoesNotContain("secret draft", hers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Repairs survey", others.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_changed_wish_is_a_new_line_in_the_ledger_and_only_that(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "kasia@mail.example");
        var browser = hearth.Tenant(kasia);
        var form = await browser.OpenAsync("/me/messages");
        Assert.Equal(5, form.All("input[checked]").Count);

        var me = await browser.SubmitAsync(
            form,
            [
                KeyValuePair.Create("Yes", "Surveys"),
                KeyValuePair.Create("Yes", "Feedback"),
                KeyValuePair.Create("Yes", "Calls"),
                KeyValuePair.Create("Yes", "Visits"),
            ],
            []
        );

        Assert.Contains("Saved.", me.Text, StringComparison.Ordinal);
        Assert.Equal("No", Row(me, "News of events"));
        var line = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Consent>().SingleAsync());
        Assert.Equal((MessageKind.News, false, "Own page, Tenant"), (line.Kind, line.Given, line.Source));
        var audit = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<AuditLine>().SingleAsync(l => l.Action == "RecordConsent")
        );
        Assert.Equal((ActorKind.Tenant, kasia, "Tenant"), (audit.ActorKind, audit.ActorId!.Value, audit.ActorName));
    }

    [Theory, BothDatabases]
    public async Task What_a_tenant_changes_is_in_their_name_though_staff_are_signed_in_beside_them(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = await Tenants.AddAsync(hearth, "Kasia", "Nowak");
        var browser = hearth.Tenant(kasia);
        browser.SetCookie(("hearth-staff", hearth.Staff(Role.Administrator).Cookies["hearth-staff"]));

        await browser.SubmitAsync(
            await browser.OpenAsync("/me/messages"),
            [KeyValuePair.Create("Yes", "Surveys"), KeyValuePair.Create("Yes", "Calls")],
            []
        );

        var lines = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<AuditLine>().Where(l => l.Action == "RecordConsent").ToListAsync()
        );
        Assert.Equal(3, lines.Count);
        Assert.All(lines, line => Assert.Equal((ActorKind.Tenant, "Tenant"), (line.ActorKind, line.ActorName)));
    }

    [Theory, BothDatabases]
    public async Task A_way_we_have_no_address_for_is_refused_in_words(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = await Tenants.AddAsync(hearth, "Kasia", "Nowak", email: "kasia@mail.example");
        var browser = hearth.Tenant(kasia);
        var form = await browser.OpenAsync("/me/contact");

        var none = await browser.SubmitAsync(form);
        var text = await browser.SubmitAsync(form, new { Way = "Text" });
        var email = await browser.SubmitAsync(form, new { Way = "Email", Language = "pl" });

        Assert.Equal(["Choose how you like to be reached"], none.Errors);
        Assert.Equal(["We have no address or number for that way. Choose another way, or tell us yours first"], text.Errors);
        // the page speaks Polish at once
        Assert.Equal("pl", email.Document.DocumentElement.GetAttribute("lang")?[..2]);
        var english = await browser.OpenAsync("/me?lang=en");
        Assert.Equal("E-mail", Row(english, "Best way"));
        Assert.Equal("Polish", Row(english, "Language"));
    }

    [Theory, BothDatabases]
    public async Task Signing_out_closes_ones_own_page(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var browser = hearth.Tenant(await Tenants.AddAsync(hearth, "Kasia", "Nowak"));

        var out_ = await browser.SubmitAsync(await browser.OpenAsync("/me"), button: "Sign out");

        Assert.Equal("You are signed out", out_.Heading);
        Assert.StartsWith("/sign-in", (await browser.OpenAsync("/me")).Path, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_browser_with_both_cookies_can_sign_out_from_either_side(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = await Tenants.AddAsync(hearth, "Kasia", "Nowak");
        foreach (var path in new[] { "/me", "/staff" })
        {
            var browser = hearth.Tenant(kasia);
            browser.SetCookie(("hearth-staff", hearth.Staff(Role.Administrator).Cookies["hearth-staff"]));

            var out_ = await browser.SubmitAsync(await browser.OpenAsync(path), button: "Sign out", form: "form[action='/sign-out']");

            Assert.Equal("You are signed out", out_.Heading);
            Assert.DoesNotContain("hearth-staff", browser.Cookies.Keys);
            Assert.DoesNotContain("hearth-tenant", browser.Cookies.Keys);
        }
    }

    private static string Row(Page page, string key) =>
        Page.Words(
            page.All(".govuk-summary-list__row")
                .Single(r => Page.Words(r).StartsWith(key, StringComparison.Ordinal))
                .QuerySelector(".govuk-summary-list__value")!
        );
}
