// Who is my housing officer: by postcode, by where a tenant lives, by language, and who covers while one is away.
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Tests.TakingPart;

public sealed class FindOfficerTests
{
    [Theory, BothDatabases]
    public async Task Who_covers_is_shown_only_while_the_officer_is_away(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        hearth.Clock.MoveTo(new DateOnly(2026, 11, 20));
        var kasia = (await hearth.MoveInAsync(new NewTenant { Patch = "Patch 1" }, new NewTenant { Patch = "Patch 2" }))[0].PersonId;
        var officer = hearth.Staff();
        var patches = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<Patch>().OrderBy(p => p.Name).Select(p => p.Id).ToListAsync()
        );
        await officer.SubmitAsync(
            await officer.OpenAsync($"/people/places/patches/{patches[1]}"),
            new
            {
                Officer = "Ewa Lis",
                Speaks = "English, Polish",
                Phone = "01632 960112",
            },
            "Save"
        );
        var form = await officer.OpenAsync($"/people/places/patches/{patches[0]}");
        var refused = await officer.SubmitAsync(
            form,
            new
            {
                Officer = "Joe Hartnell",
                CoverName = "Ewa Lis",
                CoverPhone = "12",
            },
            "Save"
        );
        Assert.Equal(
            ["Enter a telephone number, like 01632 960001 or 07700 900982", "Enter the first and the last day they are away"],
            refused.Errors
        );
        await officer.SubmitAsync(
            refused,
            [
                .. new Dictionary<string, string>
                {
                    ["CoverPhone"] = "01632 960112",
                    ["CoverFrom.Day"] = "21",
                    ["CoverFrom.Month"] = "11",
                    ["CoverFrom.Year"] = "2026",
                    ["CoverUntil.Day"] = "27",
                    ["CoverUntil.Month"] = "11",
                    ["CoverUntil.Year"] = "2026",
                },
            ],
            [],
            "Save"
        );
        var tenant = hearth.Tenant(kasia);

        Assert.Contains("Joe Hartnell Looks after Patch 1.", (await tenant.OpenAsync("/me")).Text, StringComparison.Ordinal);
        hearth.Clock.MoveTo(new DateOnly(2026, 11, 21));
        Assert.Contains(
            "Ewa Lis Looks after Patch 1. Joe Hartnell is away until 27 November 2026. 01632 960112",
            (await tenant.OpenAsync("/me")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Ewa Lis", (await hearth.Anyone().OpenAsync("/?postcode=ob42qr")).Text, StringComparison.Ordinal);
        hearth.Clock.MoveTo(new DateOnly(2026, 11, 28));
        Assert.Contains("Joe Hartnell Looks after Patch 1.", (await tenant.OpenAsync("/housing-officer")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Whoever_needs_another_language_is_shown_who_speaks_it(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(new NewTenant { Patch = "Patch 1" }, new NewTenant { Patch = "Patch 2" });
        await hearth.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<HearthDb>();
            var patches = await db.Set<Patch>().OrderBy(p => p.Name).ToListAsync();
            (patches[0].OfficerName, patches[0].OfficerLanguages) = ("Joe Hartnell", "English");
            (patches[1].OfficerName, patches[1].OfficerLanguages) = ("Ewa Lis", "English, Polish");
            s.GetRequiredService<AuditTrail>().Write("Test", "patch");
            await db.SaveChangesAsync();
        });
        var anyone = hearth.Anyone();

        var polish = await anyone.OpenAsync("/housing-officer?Language=pl");
        Assert.Contains("Ewa Lis Looks after Patch 2. Speaks English, Polish.", polish.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Joe Hartnell", polish.Text, StringComparison.Ordinal);
        Assert.Contains("None of us speaks Urdu.", (await anyone.OpenAsync("/housing-officer?Language=ur")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "We have no home at “ZZ9 9ZZ”",
            (await anyone.OpenAsync("/housing-officer?Postcode=ZZ9 9ZZ")).Text,
            StringComparison.Ordinal
        );
    }
}
