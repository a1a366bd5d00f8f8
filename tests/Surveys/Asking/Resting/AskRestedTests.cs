// Homes that rest when a survey opens are asked by themselves when their rest is over, if they may be and the survey is still open.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Asking.CloseSurvey;
using Hearth.Surveys.Asking.Ladders.PauseLadder;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Tests.Asking.Ladders;
using Hearth.Surveys.Tests.Sampling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Asking.Resting;

public sealed class AskRestedTests
{
    [Theory, BothDatabases]
    public async Task They_are_asked_on_the_first_day_after_their_rest_once_and_the_page_says_when(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Drawing.Homes("Fennside", 4));
        await RestAsync(hearth, homes[0], homes[1]);
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);
        var officer = hearth.Staff();

        Assert.Equal("2 homes rest until 26 November and will be asked then.", await SaidAsync(officer, id));
        hearth.Clock.Forward(TimeSpan.FromDays(13));
        await AskRestedAsync(hearth);
        Assert.Equal(2, (await hearth.InvitationsAsync(id)).Count);
        hearth.Clock.Forward(TimeSpan.FromDays(1));
        Assert.Equal("2 homes have rested and are asked today.", await SaidAsync(officer, id));
        // however often it comes round
        await AskRestedAsync(hearth);
        await AskRestedAsync(hearth);

        var invitations = await hearth.InvitationsAsync(id);
        Assert.Equal(homes.Select(home => home.HouseholdId).Order(), invitations.Select(i => i.HouseholdId).Order());
        var late = invitations.Single(i => i.HouseholdId == homes[0].HouseholdId);
        Assert.Equal((Channel.Email, "2026-11-26"), (late.Rung, late.CreatedAt.DayInLondon().ToString("yyyy-MM-dd")));
        Assert.Single(await hearth.MessagesAsync(), message => message.Key == $"survey/{id}/invite/{homes[0].HouseholdId}");
        Assert.Equal(["2 homes have rested"], await hearth.AuditAsync("AskRested"));
        var page = await officer.OpenAsync($"/surveys/{id}");
        Assert.Empty(page.All("#resting"));
        Assert.DoesNotContain("whom something else had asked lately", page.Text, StringComparison.Ordinal);
        Assert.Equal((4, 0), ((await hearth.FactsAsync(id)).Released, (await hearth.FactsAsync(id)).OptedOut));
    }

    [Theory, BothDatabases]
    public async Task Whoever_said_no_left_the_home_or_is_left_out_meanwhile_is_not_asked_nor_counted_as_waiting(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Drawing.Homes("Fennside", 6));
        await RestAsync(hearth, [.. homes.Take(4)]);
        var id = await hearth.MeasuredAsync();
        await hearth.OpenAsync(id);
        Assert.Equal("4 homes rest until 26 November and will be asked then.", await SaidAsync(hearth.Staff(), id));

        await hearth.LeaveOutAsync(homes[0].HouseholdId, LeftOutReason.HealthAndSafety);
        await hearth.MoveOutAsync(homes[1].HouseholdId);
        await hearth.RefuseAsync(homes[2].PersonId, MessageKind.Surveys);

        Assert.Equal("1 home rests until 26 November and will be asked then.", await SaidAsync(hearth.Staff(), id));
        hearth.Clock.Forward(TimeSpan.FromDays(14));
        await AskRestedAsync(hearth);
        Assert.Equal(
            homes.Skip(3).Select(home => home.HouseholdId).Order(),
            (await hearth.InvitationsAsync(id)).Select(i => i.HouseholdId).Order()
        );
        // left out before it was asked: it is counted as that
        Assert.Equal([new("Health and safety risk", 1)], (await hearth.FactsAsync(id)).LeftOut);
    }

    [Theory, BothDatabases]
    public async Task Something_else_that_asks_them_meanwhile_makes_them_rest_longer(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Drawing.Homes("Fennside", 3));
        await RestAsync(hearth, homes[0], homes[1]);
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);
        hearth.Clock.Forward(TimeSpan.FromDays(10));
        await RestAsync(hearth, homes[0]);

        Assert.Equal(
            "2 homes rest: each will be asked when its rest is over, 1 on 26 November, 1 on 6 December.",
            await SaidAsync(hearth.Staff(), id)
        );
        hearth.Clock.Forward(TimeSpan.FromDays(4));
        await AskRestedAsync(hearth);
        Assert.DoesNotContain(await hearth.InvitationsAsync(id), i => i.HouseholdId == homes[0].HouseholdId);
        hearth.Clock.Forward(TimeSpan.FromDays(10));
        await AskRestedAsync(hearth);

        Assert.Contains(await hearth.InvitationsAsync(id), i => i.HouseholdId == homes[0].HouseholdId);
    }

    [Theory, BothDatabases]
    public async Task Only_homes_of_released_parts_wait_and_a_part_released_later_is_asked_whole(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Drawing.Homes("Fennside", 9));
        var id = await hearth.DraftAsync();
        await hearth.DrawAsync(id, Drawing.ByWard(4, replicates: 1, each: 3));
        var frame = await hearth.FrameAsync(id);
        var people = await hearth.InScopeAsync(s => s.GetRequiredService<Audience>().ListAsync(new()));
        async Task RestOneOfAsync(int? part)
        {
            var home = frame.First(f => f.Replicate == part).HouseholdId;
            await AskedAsync(hearth, people.Single(person => person.HouseholdId == home).PersonId);
        }
        await RestOneOfAsync(0);
        await RestOneOfAsync(1);
        await RestOneOfAsync(null);
        await hearth.OpenAsync(id);
        var officer = hearth.Staff();
        Assert.Equal("1 home rests until 26 November and will be asked then.", await SaidAsync(officer, id));

        var released = await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{id}/sample/release"),
            Drawing.Fields(("Form.Because", "Too few answers so far")),
            "Release part 1"
        );
        Assert.Contains(
            "Part 1 is released: 2 homes are being asked, 1 rests and is asked later.",
            released.Text,
            StringComparison.Ordinal
        );
        hearth.Clock.Forward(TimeSpan.FromDays(14));
        await AskRestedAsync(hearth);

        Assert.Equal(
            frame.Where(f => f.Replicate is not null).Select(f => f.HouseholdId).Order(),
            (await hearth.InvitationsAsync(id)).Select(i => i.HouseholdId).Order()
        );
    }

    [Theory, BothDatabases]
    public async Task Nobody_is_asked_while_the_ladder_is_stopped_by_night_or_once_the_survey_has_closed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Drawing.Homes("Fennside", 3));
        await RestAsync(hearth, homes[0]);
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);
        hearth.Clock.Forward(TimeSpan.FromDays(14));

        await hearth.InScopeAsync(async s => Assert.Empty(await s.GetRequiredService<PauseLadder>().PauseAsync(id, default)));
        Assert.Equal(
            "1 home has rested and is asked today. The ladder is stopped: they too are asked only once it climbs again.",
            await SaidAsync(hearth.Staff(), id)
        );
        await AskRestedAsync(hearth);
        Assert.Equal(2, (await hearth.InvitationsAsync(id)).Count);
        await hearth.InScopeAsync(async s => Assert.Empty(await s.GetRequiredService<PauseLadder>().ResumeAsync(id, default)));
        hearth.Clock.Forward(TimeSpan.FromHours(14));
        await AskRestedAsync(hearth);
        Assert.Equal(2, (await hearth.InvitationsAsync(id)).Count);
        hearth.Clock.Forward(TimeSpan.FromHours(10));
        await hearth.InScopeAsync(async s => Assert.Empty(await s.GetRequiredService<CloseSurvey>().RunAsync(id, "Enough answers")));
        await AskRestedAsync(hearth);

        Assert.Equal(2, (await hearth.InvitationsAsync(id)).Count);
        Assert.Contains(
            "1 whom something else had asked lately",
            (await hearth.Staff().OpenAsync($"/surveys/{id}")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task Whose_rest_ends_after_the_last_day_is_told_of_as_too_late(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Drawing.Homes("Fennside", 3));
        await RestAsync(hearth, homes[0]);
        var id = await hearth.DraftAsync(closes: "2026-11-25");
        await hearth.OpenAsync(id);

        Assert.Equal("1 home rests until it is too late to ask it before the last day.", await SaidAsync(hearth.Staff(), id));
    }

    [Theory, BothDatabases]
    public async Task A_manager_who_overrules_the_rest_has_them_asked_at_once_and_whoever_is_forgotten_waits_no_more(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Drawing.Homes("Fennside", 4));
        await RestAsync(hearth, homes[0], homes[1]);
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);
        var manager = hearth.Staff(Role.Manager);
        await hearth.InScopeAsync(async s =>
        {
            var held = s.GetServices<IPersonalData>().Single(data => data.Covers.Contains(typeof(RestingHome)));
            Assert.Contains(
                await held.HeldOnAsync(homes[1].PersonId, default),
                item => item.What == "To be asked by a survey later, as something else had asked you lately"
            );
            await held.ForgetAsync(homes[1].PersonId, default);
            s.GetRequiredService<AuditTrail>().Write("Forget", "person", homes[1].PersonId);
            await s.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

        await manager.SubmitAsync(
            await manager.OpenAsync($"/surveys/{id}/rest"),
            new { Reason = "The regulator asks everybody." },
            "Ask them all the same"
        );
        await AskRestedAsync(hearth);

        Assert.Equal(
            homes.Where(home => home != homes[1]).Select(home => home.HouseholdId).Order(),
            (await hearth.InvitationsAsync(id)).Select(i => i.HouseholdId).Order()
        );
    }

    [Theory, BothDatabases]
    public async Task Two_nodes_at_once_ask_a_home_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Drawing.Homes("Fennside", 12));
        await RestAsync(hearth, [.. homes.Take(10)]);
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);
        hearth.Clock.Forward(TimeSpan.FromDays(14));

        await Task.WhenAll(
            Task.Run(() => AskRestedAsync(hearth), TestContext.Current.CancellationToken),
            Task.Run(() => AskRestedAsync(hearth), TestContext.Current.CancellationToken)
        );

        Assert.Equal(12, (await hearth.InvitationsAsync(id)).Count);
        Assert.Equal(12, (await hearth.MessagesAsync()).Count(message => message.Key.StartsWith("survey/", StringComparison.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task Before_it_opens_the_ladder_counts_them_on_the_day_after_their_rest(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Drawing.Homes("Fennside", 3));
        await RestAsync(hearth, homes[0]);
        var id = await hearth.DraftAsync();
        var officer = hearth.Staff();

        var before = await officer.OpenAsync($"/surveys/{id}/ladder");
        await hearth.OpenAsync(id);
        var after = await officer.OpenAsync($"/surveys/{id}/ladder");

        Assert.Contains("Thursday 26 November 1 e-mail", before.Text, StringComparison.Ordinal);
        Assert.Contains("Thursday 26 November 1 e-mail", after.Text, StringComparison.Ordinal);
    }

    private static Task AskRestedAsync(HearthApp hearth) =>
        hearth.InScopeAsync(s => s.GetServices<IJob>().Single(job => job.Name == "ask-rested").RunAsync(CancellationToken.None));

    private static async Task<string> SaidAsync(Browser officer, Guid survey) =>
        Page.Words((await officer.OpenAsync($"/surveys/{survey}")).All("#resting")[0]);

    private static async Task RestAsync(HearthApp hearth, params MovedIn[] homes)
    {
        foreach (var home in homes)
        {
            await AskedAsync(hearth, home.PersonId);
        }
    }

    // by something else, now
    private static Task AskedAsync(HearthApp hearth, Guid person) =>
        hearth.InScopeAsync(async s =>
        {
            var about = Guid.CreateVersion7();
            s.GetRequiredService<Outbox>()
                .Add(
                    new MessageToSend(
                        $"consultation/{about}/{person}",
                        "consultation-invitation",
                        about,
                        new Recipient(person, "Somebody", "x@post.example"),
                        Channel.Letter,
                        "Come",
                        "Come"
                    )
                );
            await s.GetRequiredService<HearthDb>().SaveChangesAsync();
        });
}
