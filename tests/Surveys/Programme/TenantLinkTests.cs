// The TenantLink group: a tenant joins and leaves with one button, the ledger says so, and a survey can ask the group alone.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Tests.Asking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Programme;

public sealed class TenantLinkTests
{
    private sealed record Line(bool Given, string Source);

    private sealed record Held(string Role, DateOnly? Until);

    [Theory, BothDatabases]
    public async Task A_tenant_joins_and_leaves_with_one_button_and_the_ledger_says_when(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant { Email = "kasia@tenant.example" }))[0];
        var tenant = hearth.Tenant(kasia.PersonId);

        var joined = await tenant.SubmitAsync(await tenant.OpenAsync("/tenantlink"), button: "Join TenantLink");
        await tenant.SubmitAsync(await tenant.OpenAsync("/tenantlink"), button: "Leave TenantLink");
        var left = await tenant.OpenAsync("/tenantlink");

        Assert.Equal("You are in TenantLink", joined.Heading);
        Assert.Equal("Join TenantLink", Page.Words(left.All("main form button").Single()));
        await hearth.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<HearthDb>();
            Assert.Equal(
                [
                    (true, "TenantLink page: joined the TenantLink group, Tenant"),
                    (true, "TenantLink page: left the TenantLink group, Tenant"),
                ],
                (
                    await db.Database.SqlQueryRaw<Line>("""SELECT "Given", "Source" FROM people_consent ORDER BY "Id" """).ToListAsync()
                ).Select(line => (line.Given, line.Source))
            );
            Assert.Equal(
                [new(TenantLinkGroup.Role, new DateOnly(2026, 11, 12))],
                await db.Database.SqlQueryRaw<Held>("""SELECT "Role", "Until" FROM people_involvement""").ToListAsync()
            );
            Assert.Equal(0, await s.GetRequiredService<TenantLinkGroup>().CountAsync());
        });
    }

    [Theory, BothDatabases]
    public async Task Joining_twice_is_joining_once_and_leaving_keeps_a_no_to_surveys(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant()))[0];
        var tenant = hearth.Tenant(kasia.PersonId);
        var form = await tenant.OpenAsync("/tenantlink");

        await tenant.SubmitAsync(form, button: "Join TenantLink");
        await tenant.SubmitAsync(form, button: "Join TenantLink");
        Assert.Single(
            await hearth.InScopeAsync(s =>
                s.GetRequiredService<HearthDb>()
                    .Database.SqlQueryRaw<Held>("""SELECT "Role", "Until" FROM people_involvement""")
                    .ToListAsync()
            )
        );

        hearth.Clock.Forward(TimeSpan.FromHours(1));
        await hearth.RefuseAsync(kasia.PersonId, MessageKind.Surveys);
        hearth.Clock.Forward(TimeSpan.FromHours(1));
        await tenant.SubmitAsync(await tenant.OpenAsync("/tenantlink/mine"), button: "Leave TenantLink");
        var member = (await hearth.InScopeAsync(s => s.GetRequiredService<Audience>().ListAsync(new()))).Single();
        Assert.Contains(MessageKind.Surveys, member.Refused);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_the_sign_in_and_back()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var anyone = hearth.Anyone();

        var page = await anyone.OpenAsync("/tenantlink");
        var door = await anyone.OpenAsync(page.LinkTo("Sign in to join or leave"));

        Assert.Empty(page.All("main form"));
        Assert.StartsWith("/sign-in", door.Path, StringComparison.Ordinal);
        Assert.Contains("tenantlink", door.Path, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, BothDatabases]
    public async Task A_survey_for_the_group_asks_the_group_alone_and_says_how_to_leave(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(
            new NewTenant { Email = "in@tenant.example", InvolvedAs = TenantLinkGroup.Role },
            new NewTenant { Email = "panel@tenant.example", InvolvedAs = "Tenants’ panel" },
            new NewTenant { Email = "out@tenant.example" }
        );
        var survey = await hearth.DraftAsync(audience: new AudienceFilter { OnlyTenantLink = true });

        await hearth.OpenAsync(survey);

        var message = Assert.Single(await hearth.MessagesAsync());
        Assert.Equal("in@tenant.example", message.ToAddress);
        Assert.Contains($"We ask you because you are in TenantLink. To leave, go to {Asked.Public}/tenantlink", message.Body);
        // to be happy to be asked is not yet to be involved
        Assert.Equal([homes[1].PersonId], await hearth.InScopeAsync(s => s.GetRequiredService<Audience>().InvolvedPeopleAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_joint_tenant_who_joined_is_asked_where_the_first_named_did_not(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(
            new NewTenant { Email = "joint@tenant.example", InvolvedAs = TenantLinkGroup.Role },
            new NewTenant { Email = "first@tenant.example" }
        );
        await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>()
                .Database.ExecuteSqlAsync(
                    $"""UPDATE people_household SET "ContactPersonId" = {homes[1].PersonId} WHERE "Id" = {homes[0].HouseholdId}"""
                )
        );

        var asked = await hearth.InScopeAsync(s => s.GetRequiredService<Audience>().ListAsync(new() { OnlyTenantLink = true }));

        var one = Assert.Single(asked);
        Assert.Equal((homes[0].HouseholdId, homes[0].PersonId, "joint@tenant.example"), (one.HouseholdId, one.PersonId, one.Email));
    }
}
