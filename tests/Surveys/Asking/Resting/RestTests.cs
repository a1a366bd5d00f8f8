// Nobody is asked by two things within the days of rest: how many are left out is said, the ladder waits, a manager may overrule with a reason.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Tests.Asking.Ladders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Asking.Resting;

public sealed class RestTests
{
    [Theory, BothDatabases]
    public async Task Whoever_another_activity_asked_lately_is_left_out_and_the_page_says_how_many_and_why(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Tenant("Olive"), Tenant("Noor"), Tenant("Jan"), Tenant("Ada"));
        await AskAsync(hearth, homes[0].PersonId, "consultation-invitation");
        // a telling, a code and what was taken back ask for nothing
        await AskAsync(hearth, homes[1].PersonId, "reply");
        await AskAsync(hearth, homes[2].PersonId, "sign-in-code");
        await AskAsync(hearth, homes[3].PersonId, "consultation-invitation", "Cancelled");
        var survey = await hearth.DraftAsync();
        var officer = hearth.Staff();

        var page = await officer.OpenAsync($"/surveys/{survey}/open");
        Assert.Contains("3 households would be asked", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 asked by something else in the last 14 days.", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "1 household Something else asked them lately: they are asked when they have rested",
            (await officer.OpenAsync($"/surveys/{survey}/ladder")).All(".hearth-list li").Select(Page.Words)
        );
        await hearth.OpenAsync(survey);

        Assert.DoesNotContain(await hearth.InvitationsAsync(survey), i => i.PersonId == homes[0].PersonId);
        Assert.Contains(
            "1 home rests until 26 November and will be asked then.",
            (await officer.OpenAsync($"/surveys/{survey}")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task One_survey_rests_the_household_for_the_next_until_the_days_are_over(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Tenant("Olive"));
        await hearth.OpenAsync(await hearth.DraftAsync());
        var second = await hearth.DraftAsync(opens: "2026-11-12");

        Assert.True((await hearth.OpenAsync(second)).Refused);
        hearth.Clock.Forward(TimeSpan.FromDays(13));
        Assert.True((await hearth.OpenAsync(second)).Refused);
        hearth.Clock.Forward(TimeSpan.FromDays(1));

        Assert.Equal(1, (await hearth.OpenAsync(second)).Made!.Asked);
    }

    [Theory, BothDatabases]
    public async Task The_ladder_waits_until_they_have_rested(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Tenant("Olive"), Tenant("Noor"));
        var survey = await hearth.DraftAsync();
        await hearth.OpenAsync(survey);
        await hearth.AllLeaveAsync();
        hearth.Clock.Forward(TimeSpan.FromDays(4));
        await AskAsync(hearth, homes[0].PersonId, "consultation-invitation", "Sent");
        hearth.Clock.Forward(TimeSpan.FromDays(1));

        await hearth.ClimbAsync();
        Assert.Equal([homes[1].PersonId], await OnTextAsync(hearth, survey));
        Assert.Contains(
            "1 household Something else asked them lately: they go up when they have rested",
            (await hearth.Staff().OpenAsync($"/surveys/{survey}/ladder")).All(".hearth-list li").Select(Page.Words)
        );
        // what comes back does not shorten it
        await hearth.ComesBackAsync("Email", "No such mailbox", "Olive@post.example");
        Assert.Equal([homes[1].PersonId], await OnTextAsync(hearth, survey));
        hearth.Clock.Forward(TimeSpan.FromDays(12));
        await hearth.ClimbAsync();
        Assert.DoesNotContain(homes[0].PersonId, await OnTextAsync(hearth, survey));
        hearth.Clock.Forward(TimeSpan.FromDays(1));
        await hearth.ClimbAsync();

        Assert.Contains(homes[0].PersonId, await OnTextAsync(hearth, survey));
    }

    [Theory, BothDatabases]
    public async Task A_manager_overrules_it_with_a_reason_that_stays_and_an_officer_may_not(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Tenant("Olive"), Tenant("Noor"));
        await AskAsync(hearth, homes[0].PersonId, "consultation-invitation");
        var survey = await hearth.DraftAsync();
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await hearth.Staff().OpenAsync($"/surveys/{survey}/rest")).Status);
        var manager = hearth.Staff(Role.Manager);
        var form = await manager.OpenAsync($"/surveys/{survey}/rest");
        Assert.Contains("1 household rests", form.Text, StringComparison.Ordinal);

        var refused = await manager.SubmitAsync(form, new { Reason = "because" }, "Ask them all the same");
        Assert.Equal(["Enter why they are asked all the same, in 10 letters or more"], refused.Errors);
        Assert.Equal(
            ["Enter at most 500 letters"],
            (await manager.SubmitAsync(form, new { Reason = new string('x', 501) }, "Ask them all the same")).Errors
        );
        var done = await manager.SubmitAsync(form, new { Reason = "The regulator asks everybody." }, "Ask them all the same");
        Assert.Contains("“The regulator asks everybody.”", done.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["It has been decided already that they are asked all the same"],
            (await manager.SubmitAsync(form, new { Reason = "The regulator asks everybody." }, "Ask them all the same")).Errors
        );

        Assert.Equal(2, (await hearth.OpenAsync(survey)).Made!.Asked);
        Assert.Equal(["The regulator asks everybody."], await hearth.AuditAsync("OverruleRest"));
    }

    [Theory, BothDatabases]
    public async Task The_days_are_a_setting_and_those_who_joined_to_be_asked_are_asked(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Tenant("Olive"), Tenant("Noor"));
        await AskAsync(hearth, homes[0].PersonId, "consultation-invitation");
        await hearth.InScopeAsync(s =>
            s.GetRequiredService<TenantLinkGroup>().JoinAsync(homes[0].PersonId, "test", CancellationToken.None)
        );
        var linked = await hearth.DraftAsync(audience: new AudienceFilter { OnlyTenantLink = true });
        Assert.Equal(1, (await hearth.OpenAsync(linked)).Made!.Asked);

        var officer = hearth.Staff();
        var form = await officer.OpenAsync("/settings/asking");
        Assert.Equal(
            ["Enter for how many days people rest, from 0 to 90"],
            (await officer.SubmitAsync(form, new Dictionary<string, string> { ["Form.RestDays"] = "ever" }, "Save")).Errors
        );
        await officer.SubmitAsync(form, new Dictionary<string, string> { ["Form.RestDays"] = "0" }, "Save");

        Assert.Equal(2, (await hearth.OpenAsync(await hearth.DraftAsync())).Made!.Asked);
    }

    private static Task<List<Guid?>> OnTextAsync(HearthApp hearth, Guid survey) =>
        hearth.InScopeAsync(async s =>
            (await hearth.InvitationsAsync(survey)).Where(i => i.Rung == Channel.Text).Select(i => i.PersonId).ToList()
        );

    private static Task AskAsync(HearthApp hearth, Guid person, string purpose, string status = "Queued") =>
        hearth.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<HearthDb>();
            var key = $"{purpose}/{person}";
            s.GetRequiredService<Outbox>()
                .Add(
                    new MessageToSend(
                        key,
                        purpose,
                        Guid.CreateVersion7(),
                        new Recipient(person, "Somebody", "x@post.example"),
                        Channel.Letter,
                        "Come",
                        "Come"
                    )
                );
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlAsync($"UPDATE messaging_message SET \"Status\" = {status} WHERE \"Key\" = {key}");
        });

    private static NewTenant Tenant(string name) =>
        new()
        {
            GivenName = name,
            Email = $"{name}@post.example",
            Phone = "+447700900123",
        };
}
