// A sample by lot: who is drawn, who is asked, what the reserve is for, and what changes after the draw.
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Sampling;
using Hearth.Surveys.Sampling.DrawSample;
using Hearth.Surveys.Sampling.SetQuotas;
using Hearth.Surveys.Tests.Asking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Sampling;

public sealed class DrawSampleTests
{
    [Theory, BothDatabases]
    public async Task Lots_are_drawn_within_each_ward_by_the_seed_and_only_those_homes_are_asked(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync([.. Drawing.Homes("Fennside", 20), .. Drawing.Homes("Marsh End", 10)]);
        var id = await hearth.DraftAsync();

        Assert.False((await hearth.DrawAsync(id, Drawing.ByWard(6, replicates: 2, each: 3))).Refused);
        await hearth.OpenAsync(id);

        // 6 shared out by 20 and 10: 4 and 2. A reserve of 3 by 4 and 2: 2 and 1
        var frame = await hearth.FrameAsync(id);
        Assert.Equal(30, frame.Count);
        foreach (var (ward, sample, each) in new[] { ("Fennside", 4, 2), ("Marsh End", 2, 1) })
        {
            // a home's lot, worked out apart from the library: the first eight bytes of SHA-256 over “seed:reference”
            var byLot = homes
                .Where(home => home.As.Ward == ward)
                .OrderBy(home => Lot(home.TenancyReference))
                .Select(home => home.HouseholdId)
                .ToList();
            List<Guid> Part(int number) => [.. frame.Where(f => f.Stratum == ward && f.Replicate == number).Select(f => f.HouseholdId)];
            Assert.Equal(byLot.Take(sample), Part(0));
            Assert.Equal(byLot.Skip(sample).Take(each), Part(1));
            Assert.Equal(byLot.Skip(sample + each).Take(each), Part(2));
        }
        var asked = (await hearth.InvitationsAsync(id)).Select(invitation => invitation.HouseholdId).Order();
        Assert.Equal(frame.Where(home => home.Replicate == 0).Select(home => home.HouseholdId).Order(), asked);
        Assert.Equal(6, (await hearth.MessagesAsync()).Count);
        var facts = await hearth.FactsAsync(id);
        Assert.Equal((false, 30, 12, 6), (facts.Census, facts.Population, facts.Drawn, facts.Released));
        Assert.Equal(("Proportional", "40217", 2, 0), (facts.Allocation, facts.Seed, facts.Replicates, facts.ReplicatesReleased));
        Assert.Equal(["Ward"], facts.StrataBy);
    }

    [Theory, BothDatabases]
    public async Task A_released_part_of_the_reserve_is_asked_and_the_release_stands_with_its_reason(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync([.. Drawing.Homes("Fennside", 20), .. Drawing.Homes("Marsh End", 10)]);
        var id = await hearth.DraftAsync();
        await hearth.DrawAsync(id, Drawing.ByWard(6, replicates: 2, each: 3));
        await hearth.OpenAsync(id);
        var officer = hearth.Staff();

        var page = await officer.OpenAsync($"/surveys/{id}/sample/release");
        var without = await officer.SubmitAsync(page, null, "Release part 1");
        var done = await officer.SubmitAsync(
            without,
            Drawing.Fields(("Form.Because", "Fennside answers half as often as planned")),
            "Release part 1"
        );
        // pressed twice: the second is told that somebody was first
        var again = await officer.SubmitAsync(page, Drawing.Fields(("Form.Because", "Once more")), "Release part 1");

        Assert.Equal(["Enter why more homes are asked"], without.Errors);
        Assert.Contains("Part 1 is released: 3 homes are being asked.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Fennside answers half as often as planned", done.Text, StringComparison.Ordinal);
        Assert.Equal(["Somebody else changed this survey while you had it open. Look at it again, then make your change"], again.Errors);
        var frame = await hearth.FrameAsync(id);
        var invitations = await hearth.InvitationsAsync(id);
        Assert.Equal(
            frame.Where(home => home.Replicate is 0 or 1).Select(home => home.HouseholdId).Order(),
            invitations.Select(invitation => invitation.HouseholdId).Order()
        );
        Assert.All(invitations, invitation => Assert.Equal(Channel.Email, invitation.Rung));
        Assert.Equal(9, (await hearth.MessagesAsync()).Count);
        Assert.Equal((9, 1), ((await hearth.FactsAsync(id)).Released, (await hearth.FactsAsync(id)).ReplicatesReleased));
        var audit = await hearth.InScopeAsync(services =>
            services
                .GetRequiredService<HearthDb>()
                .Set<AuditLine>()
                .Where(line => line.Action == "ReleaseReserve")
                .Select(line => line.Detail)
                .SingleAsync()
        );
        Assert.Equal("part 1 of 2, 3 homes: Fennside answers half as often as planned", audit);
    }

    [Theory, BothDatabases]
    public async Task Homes_that_were_not_drawn_are_not_asked_from_the_page_of_who_is_heard_either(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Drawing.Homes("Fennside", 10));
        var id = await hearth.DraftAsync();
        await hearth.DrawAsync(id, Drawing.ByWard(4));
        await hearth.OpenAsync(id);
        var frame = await hearth.FrameAsync(id);

        var came = await hearth.InScopeAsync(services =>
            services
                .GetRequiredService<InviteHouseholds>()
                .RunAsync(id, [.. frame.Where(home => home.Replicate is null).Select(home => home.HouseholdId)], "short by ward")
        );

        Assert.NotNull(came.Refusal);
        Assert.Equal(4, (await hearth.InvitationsAsync(id)).Count);
    }

    [Theory, BothDatabases]
    public async Task Homes_left_out_are_counted_by_reason_and_apart_from_those_who_said_no(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync([
            .. Drawing.Homes("Fennside", 8),
            new NewTenant { Ward = "Fennside", DoNotContact = true },
            new NewTenant { Ward = "Fennside", Refuses = [MessageKind.Surveys] },
        ]);
        await hearth.LeaveOutAsync(homes[0].HouseholdId, LeftOutReason.SeriousCapacity);
        await hearth.LeaveOutAsync(homes[1].HouseholdId, LeftOutReason.HealthAndSafety);
        await hearth.LeaveOutAsync(homes[2].HouseholdId, LeftOutReason.HealthAndSafety);
        var measured = await hearth.MeasuredAsync();
        var other = await hearth.DraftAsync();

        await hearth.OpenAsync(measured);
        await hearth.OpenAsync(other);

        var facts = await hearth.FactsAsync(measured);
        Assert.Equal((10, 2, 5), (facts.Population, facts.OptedOut, facts.Released));
        Assert.Equal([new("Health and safety risk", 2), new("Serious capacity issues", 1)], facts.LeftOut);
        var asked = (await hearth.InvitationsAsync(measured)).Select(invitation => invitation.HouseholdId).ToList();
        Assert.DoesNotContain(homes[0].HouseholdId, asked);
        // one that asks none of the regulator's measures leaves nobody out; those asked a moment ago rest
        Assert.Equal(3, (await hearth.InvitationsAsync(other)).Count);
        var page = await hearth.Staff().OpenAsync($"/surveys/{measured}");
        Assert.Contains("Left out for exceptional circumstances: 3.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not asked: 1 marked “do not contact”, 1 who said no to surveys.", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_home_left_out_while_it_is_being_asked_is_asked_no_more(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Drawing.Homes("Fennside", 3));
        var id = await hearth.MeasuredAsync();
        await hearth.OpenAsync(id);

        await hearth.LeaveOutAsync(homes[1].HouseholdId, LeftOutReason.SeriousCapacity);

        var ended = (await hearth.InvitationsAsync(id)).Where(invitation => invitation.EndedAt is not null).ToList();
        Assert.Equal([homes[1].HouseholdId], ended.Select(invitation => invitation.HouseholdId));
        Assert.Equal(["Cancelled", "Queued", "Queued"], (await hearth.MessagesAsync()).Select(message => message.Status).Order());
        var facts = await hearth.FactsAsync(id);
        Assert.Equal([new("Serious capacity issues", 1)], facts.LeftOut);
        Assert.Equal(3, facts.Population);
        var page = await hearth.Staff().OpenAsync($"/surveys/{id}/said-no");
        Assert.Contains("The home is left out of the yearly survey", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask them again", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_population_that_changed_after_the_draw_stops_the_opening_until_it_is_drawn_again_or_kept(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Drawing.Homes("Fennside", 10));
        var id = await hearth.MeasuredAsync();
        await hearth.DrawAsync(id, Drawing.ByWard(4));
        var drawn = (await hearth.FrameAsync(id)).Where(home => home.Replicate == 0).Select(home => home.HouseholdId).ToList();
        await hearth.MoveInAsync(Drawing.Homes("Fennside", 2));
        await hearth.LeaveOutAsync(drawn[0], LeftOutReason.HealthAndSafety);
        await hearth.MoveOutAsync(homes.First(home => !drawn.Contains(home.HouseholdId)).HouseholdId);
        var officer = hearth.Staff();
        const string Changed = "2 homes have come, 1 home has gone and 1 home is newly left out. 1 of these was drawn";

        var check = await officer.OpenAsync($"/surveys/{id}/open/check");
        var refused = await hearth.OpenAsync(id);
        var page = await officer.OpenAsync($"/surveys/{id}/sample");
        var kept = await officer.SubmitAsync(page, null, "Keep the draw");
        var opened = await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{id}/open/check"), null, "Open it and ask 3");

        Assert.Equal(
            [$"The homes have changed since the sample was drawn: {Changed}. On ‘Sample’, draw again or keep the draw"],
            refused.Refusals.Select(refusal => refusal.Words)
        );
        Assert.Contains($"drawn: {Changed}", check.Text, StringComparison.Ordinal);
        Assert.Empty(check.All("main form"));
        Assert.Contains($"The homes have changed since the draw: {Changed}.", page.Text, StringComparison.Ordinal);
        Assert.Contains("has decided to keep the draw", kept.Text, StringComparison.Ordinal);
        Assert.Contains("3 households are being asked", opened.Text, StringComparison.Ordinal);
        Assert.Equal(drawn.Skip(1).Order(), (await hearth.InvitationsAsync(id)).Select(invitation => invitation.HouseholdId).Order());
        Assert.Equal([new("Health and safety risk", 1)], (await hearth.FactsAsync(id)).LeftOut);
    }

    [Theory, BothDatabases]
    public async Task A_survey_set_to_open_later_opens_on_its_draw_although_a_home_came(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Drawing.Homes("Fennside", 10));
        var id = await hearth.DraftAsync(opens: "2026-11-16");
        await hearth.DrawAsync(id, Drawing.ByWard(4));
        await hearth.OpenAsync(id);
        await hearth.MoveInAsync(Drawing.Homes("Fennside", 1));

        hearth.Clock.Forward(TimeSpan.FromDays(4));
        await hearth.DayComesAsync();

        Assert.Equal(4, (await hearth.InvitationsAsync(id)).Count);
    }

    [Theory, BothDatabases]
    public async Task A_discarded_draw_leaves_its_seed_in_the_record_and_no_home_in_the_frame(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Drawing.Homes("Fennside", 10));
        var id = await hearth.DraftAsync();
        await hearth.DrawAsync(id, Drawing.ByWard(4));
        var officer = hearth.Staff();

        await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{id}/sample"), null, "Discard it");

        Assert.Empty(await hearth.FrameAsync(id));
        Assert.Equal("Census", (await hearth.FactsAsync(id)).Allocation);
        var said = await hearth.InScopeAsync(services =>
            services
                .GetRequiredService<HearthDb>()
                .Set<AuditLine>()
                .Where(line => line.Action == "DiscardSample")
                .Select(line => line.Detail)
                .SingleAsync()
        );
        Assert.Equal("seed 40217", said);
    }

    [Theory, BothDatabases]
    public async Task A_draft_that_is_deleted_takes_its_sample_its_frame_and_its_quotas_along(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Drawing.Homes("Fennside", 10));
        var id = await hearth.DraftAsync();
        await hearth.DrawAsync(id, Drawing.ByWard(4));
        await hearth.InScopeAsync(async services =>
            Assert.Empty(await services.GetRequiredService<SetQuotas>().RunAsync(id, [Characteristic.Age], 4))
        );
        var officer = hearth.Staff();

        await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{id}/delete"), null, "Delete");

        Assert.Empty(await hearth.FrameAsync(id));
        await hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            Assert.Equal((0, 0), (await db.Set<Sample>().CountAsync(), await db.Set<Quota>().CountAsync()));
        });
    }

    [Theory, BothDatabases]
    public async Task Once_a_survey_is_open_its_sample_is_fixed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Drawing.Homes("Fennside", 10));
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);

        var late = await hearth.DrawAsync(id, Drawing.ByWard(4));

        Assert.IsType<SampleIsFixed>(Assert.Single(late.Refusals));
        Assert.Empty(await hearth.FrameAsync(id));
    }

    private static ulong Lot(string reference) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"40217:{reference}")));
}
