// The menu of ways: who each suits and why not yet, asking for one, and the landlord changing it.
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.People.TakingPart;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Tests.TakingPart;

public sealed class WaysTests
{
    [Theory, BothDatabases]
    public async Task A_tenant_without_the_internet_and_with_little_time_is_shown_what_suits_first_and_why_the_rest_does_not(
        DatabaseKind kind
    )
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant()))[0].PersonId;
        var officer = hearth.Staff();
        await officer.SubmitAsync(await officer.OpenAsync("/people/ways"), button: "Start with the usual ways");
        var tenant = hearth.Tenant(kasia);

        var form = await tenant.OpenAsync("/me/needs");
        var menu = await tenant.SubmitAsync(
            form,
            [KeyValuePair.Create("Online", "no"), KeyValuePair.Create("Time", "HalfAnHour"), KeyValuePair.Create("Needs", "LargePrint")],
            [],
            "Save"
        );

        Assert.Equal("/take-part", menu.Path);
        var suits = menu.All("section[aria-labelledby=suits] h3").Select(Page.Words).ToList();
        Assert.Equal(["Answer a few questions", "TenantLink", "Read a letter before we send it"], suits);
        Assert.Contains("It takes more time: a few hours every month or two.", menu.Text, StringComparison.Ordinal);
        Assert.Contains("You need: large print. It is not there yet.", menu.Text, StringComparison.Ordinal);
        var again = await tenant.OpenAsync("/me/needs");
        Assert.Equal(
            ["HalfAnHour", "LargePrint", "no"],
            again.All("input[checked]").Select(i => i.GetAttribute("value")!).Order(StringComparer.Ordinal)
        );
    }

    [Theory, BothDatabases]
    public async Task Who_asks_is_told_by_when_and_an_officer_answers_them(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant()))[0].PersonId;
        var officer = hearth.Staff();
        await officer.SubmitAsync(await officer.OpenAsync("/people/ways"), button: "Start with the usual ways");
        var tenant = hearth.Tenant(kasia);
        var by = PersonWords.Day(hearth.Clock.GetUtcNow().DayInLondon().AddDays(10));

        var asked = await tenant.SubmitAsync(
            await tenant.OpenAsync("/take-part"),
            button: "I would like this: A seat on the tenants’ panel"
        );

        Assert.Contains($"We will be in touch by {by}.", asked.Text, StringComparison.Ordinal);
        Assert.Contains(
            "We get in touch about “A seat on the tenants’ panel”.",
            (await tenant.OpenAsync("/me")).Text,
            StringComparison.Ordinal
        );
        var list = await officer.OpenAsync("/people/taking-part");
        Assert.Contains("asked to take part and wait1", list.Text, StringComparison.Ordinal);
        var person = await officer.OpenAsync(list.LinkTo("Kasia Nowak"));
        var answered = await officer.SubmitAsync(person, button: "I have answered them");
        Assert.Contains("Noted: you have answered them.", answered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "asked to take part and wait Past",
            (await officer.OpenAsync("/people/taking-part")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("We owe you nothing just now.", (await tenant.OpenAsync("/me")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_landlord_changes_the_menu_and_bad_entries_are_refused_with_everything_kept(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();

        var refused = await officer.SubmitAsync(
            await officer.OpenAsync("/people/ways/new"),
            new
            {
                Name = "",
                Words = "Sit with us.",
                Speaks = "Polish, Klingon",
                Address = "//evil.example",
            },
            "Save"
        );

        Assert.Equal(
            [
                "Enter a name for this way",
                "Choose how much time it asks for",
                "Choose at least one way it is done",
                "Enter languages by their names, like Polish, Urdu",
                "Enter a page of this site, like /tenantlink, or leave it empty",
            ],
            refused.Errors
        );
        Assert.Equal("Sit with us.", refused.All("#Words").Single().TextContent.Trim());
        var saved = await officer.SubmitAsync(
            refused,
            new
            {
                Name = "Garden group",
                Time = "FewHoursAYear",
                Manners = "InPerson",
                Speaks = "Polish",
                Address = "",
            },
            "Save"
        );
        Assert.Contains("Garden group", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Also in Polish.", (await hearth.Anyone().OpenAsync("/take-part")).Text, StringComparison.Ordinal);
        await officer.SubmitAsync(saved, button: "Take off the menu");
        Assert.DoesNotContain("Garden group", (await hearth.Anyone().OpenAsync("/take-part")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_record_holds_roles_time_and_activities_by_year_and_the_list_counts_them(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        hearth.Clock.MoveTo(new DateOnly(2026, 11, 20));
        var kasia = (
            await hearth.MoveInAsync(
                new NewTenant { InvolvedAs = "Tenants’ panel" },
                new NewTenant { GivenName = "Ann", FamilyName = "Bell" }
            )
        )[0].PersonId;
        var officer = hearth.Staff();

        var refused = await officer.SubmitAsync(
            await officer.OpenAsync($"/people/{kasia}/time"),
            new { Hours = "two", What = "Panel meeting" },
            "Save"
        );
        Assert.Equal(["Enter the hours as a number, like 2 or 1.5"], refused.Errors);
        var record = await officer.SubmitAsync(refused, new { Hours = "1.5" }, "Save");

        Assert.Equal(["2026", "2025", "What would suit them"], record.All("main h2").Select(Page.Words));
        Assert.Contains("20 November Panel meeting 1 hour 30 minutes", record.Text, StringComparison.Ordinal);
        Assert.Contains("Tenants’ panel: began", record.Text, StringComparison.Ordinal);
        var list = await officer.OpenAsync("/people/taking-part");
        Assert.Equal(["Kasia Nowak"], list.All("table tbody th").Select(Page.Words));
        Assert.Contains("given in 20261 hour 30 minutes", list.Text, StringComparison.Ordinal);
        var before = await officer.OpenAsync("/people/taking-part?Year=2025");
        Assert.Contains("Tenants’ panel 0 None noted", before.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_forgotten_persons_hours_stay_in_the_sum_and_nothing_else_of_them(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant()))[0].PersonId;
        var officer = hearth.Staff();
        await officer.SubmitAsync(
            await officer.OpenAsync($"/people/{kasia}/time"),
            new { Hours = "2", What = "With Kasia at the panel" },
            "Save"
        );
        var tenant = hearth.Tenant(kasia);
        await tenant.SubmitAsync(await tenant.OpenAsync("/me/needs"), new { Online = "yes" }, "Save");

        await officer.SubmitAsync(await officer.OpenAsync($"/people/{kasia}/erase"), new { Sure = "true" }, "Forget");

        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var given = await db.Set<TimeGiven>().SingleAsync();
            Assert.Equal((120, ""), (given.Minutes, given.What));
            Assert.False(await db.Set<PersonNeeds>().AnyAsync());
        });
        Assert.Contains("2 hoursAs officers", (await officer.OpenAsync("/people/taking-part")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pl", false, null)]
    [InlineData("pl", true, "It is not in Polish yet.")]
    [InlineData("en-GB", true, null)]
    public void A_way_suits_who_speaks_its_language(string language, bool withoutPolish, string? why)
    {
        var way = new WayToTakePart
        {
            Name = "X",
            Manners = [Manner.Online],
            Languages = withoutPolish ? [] : ["pl"],
        };

        Assert.Equal(why, Matching.For([way], null, language)[0].Why.Select(TakingPartWords.Of).SingleOrDefault());
    }
}
