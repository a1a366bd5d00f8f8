// An officer acts for a person: with authority and reason, under a banner, ended by the clock, in both names, and the person can read it.
using Hearth.People.OnBehalf;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Tests.OnBehalf;

public sealed class OnBehalfTests
{
    [Theory, BothDatabases]
    public async Task An_officer_acts_under_a_banner_in_both_names_and_the_person_reads_who_and_why(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant { Email = "kasia@tenant.example" }))[0];
        var maya = hearth.Staff();

        var me = await BeginAsync(maya, kasia);
        Assert.Equal("/me", me.Path);
        Assert.Contains("Maya Desai, you are acting for Kasia Nowak until 09:15", Page.Words(me.All(".hearth-acting").Single()));
        var wishes = await maya.OpenAsync("/me/messages");
        Assert.Single(wishes.All(".hearth-acting"));
        await maya.SubmitAsync(wishes, new { Yes = "News" }, "Save");
        Assert.Single((await maya.OpenAsync("/officer")).All(".hearth-acting"));

        var lines = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<AuditLine>().Where(a => a.OnBehalfOf != null).ToListAsync()
        );
        Assert.NotEmpty(lines);
        Assert.All(
            lines,
            line => Assert.Equal((ActorKind.Staff, "Maya Desai", kasia.PersonId), (line.ActorKind, line.ActorName, line.OnBehalfOf))
        );
        var own = await hearth.Tenant(kasia.PersonId).OpenAsync("/me");
        Assert.Empty(own.All(".hearth-acting"));
        Assert.Contains("Maya Desai acted for you, because you asked: “She rang and cannot see the screen.”", own.Text);
        var held = await hearth.InScopeAsync(s =>
            s.GetServices<IPersonalData>().OfType<OnBehalfHeld>().Single().HeldOnAsync(kasia.PersonId, default)
        );
        Assert.Contains("She rang and cannot see the screen.", Assert.Single(held).Value);
        Assert.Contains("for Kasia Nowak", (await hearth.Staff(Role.Manager).OpenAsync("/audit")).Text);
    }

    [Theory, BothDatabases]
    public async Task The_clock_ends_it_and_so_does_the_officer_and_so_does_signing_out(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant()))[0];
        var maya = hearth.Staff();
        await BeginAsync(maya, kasia);
        hearth.Clock.Forward(TimeSpan.FromMinutes(14));
        Assert.Equal("/me", (await maya.OpenAsync("/me")).Path);
        hearth.Clock.Forward(TimeSpan.FromMinutes(2));
        Assert.StartsWith("/sign-in", (await maya.OpenAsync("/me")).Path);
        Assert.Empty((await maya.OpenAsync("/officer")).All(".hearth-acting"));

        var again = await BeginAsync(maya, kasia);
        var stopped = await maya.SubmitAsync(again, button: "Stop acting", form: ".hearth-acting form");
        Assert.Contains("until 09:16", stopped.Text);
        Assert.StartsWith("/sign-in", (await maya.OpenAsync("/me")).Path);

        // the cookie alone, without the officer's own session, opens nothing
        await BeginAsync(maya, kasia);
        var thief = hearth.Anyone();
        thief.SetCookie(("hearth-tenant", maya.Cookies["hearth-tenant"]));
        Assert.StartsWith("/sign-in", (await thief.OpenAsync("/me")).Path);
        var colleague = hearth.Staff(id: Guid.CreateVersion7(), name: "Ben Ash");
        colleague.SetCookie(("hearth-tenant", maya.Cookies["hearth-tenant"]));
        Assert.StartsWith("/sign-in", (await colleague.OpenAsync("/me")).Path);
    }

    [Theory, BothDatabases]
    public async Task A_clock_that_is_set_back_makes_acting_no_longer_it_is_over(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant()))[0];
        var maya = hearth.Staff();
        await BeginAsync(maya, kasia);
        hearth.Clock.Forward(TimeSpan.FromMinutes(10));
        Assert.Equal("/me", (await maya.OpenAsync("/me")).Path);

        hearth.Clock.Forward(TimeSpan.FromHours(-26));

        Assert.StartsWith("/sign-in", (await maya.OpenAsync("/me")).Path);
        Assert.Empty((await maya.OpenAsync("/officer")).All(".hearth-acting"));
    }

    [Theory, BothDatabases]
    public async Task Without_authority_or_reason_nothing_begins_and_acting_for_another_ends_the_first(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenants = await hearth.MoveInAsync(new NewTenant(), new NewTenant { GivenName = "Olive", FamilyName = "Marsh" });
        var maya = hearth.Staff();
        var page = await maya.OpenAsync($"/people/{tenants[0].PersonId}/act");
        Assert.Equal(
            ["Choose who asked you to act", "Enter why you act for them. They can read it", "Choose how long you need"],
            (await maya.SubmitAsync(page, new { Minutes = 600 }, "Begin")).Errors
        );
        Assert.False(maya.Cookies.ContainsKey("hearth-tenant"));

        await BeginAsync(maya, tenants[0]);
        var second = await BeginAsync(maya, tenants[1]);
        Assert.Contains("acting for Olive Marsh", Page.Words(second.All(".hearth-acting").Single()));
        var rows = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<ActingFor>().OrderBy(a => a.BeganAt).ThenBy(a => a.Id).ToListAsync()
        );
        Assert.NotNull(rows[0].EndedAt);
        Assert.Null(rows[1].EndedAt);
    }

    [Theory, BothDatabases]
    public async Task Forgetting_the_person_ends_it_and_takes_the_reason(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant()))[0];
        var maya = hearth.Staff();
        await BeginAsync(maya, kasia);
        await hearth.InScopeAsync(async s =>
        {
            foreach (var data in s.GetServices<IPersonalData>())
            {
                await data.ForgetAsync(kasia.PersonId, default);
            }
            s.GetRequiredService<AuditTrail>().Write("ErasePerson", "person", kasia.PersonId);
            await s.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

        Assert.StartsWith("/sign-in", (await maya.OpenAsync("/me")).Path);
        var row = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<ActingFor>().SingleAsync());
        Assert.Equal((Guid.Empty, ""), (row.PersonId, row.Reason));
    }

    private static async Task<Page> BeginAsync(Browser officer, MovedIn tenant) =>
        await officer.SubmitAsync(
            await officer.OpenAsync($"/people/{tenant.PersonId}/act"),
            new
            {
                Authority = "TheyAsked",
                Reason = "She rang and cannot see the screen.",
                Minutes = 15,
            },
            "Begin"
        );
}
