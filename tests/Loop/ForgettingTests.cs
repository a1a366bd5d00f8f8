// Forgetting somebody in the loop: the counts stay, and nothing leads back to them or to their home.
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Loop.Tests;

public sealed class ForgettingTests
{
    [Theory, BothDatabases]
    public async Task A_forgotten_persons_home_stays_one_home_and_cannot_be_found(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (kasia, tom) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (hers, his) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Guid[] activities = [await hearth.PlaceAsync("survey", "Warm homes", 40), await hearth.PlaceAsync("survey", "Repairs", 30)];
        await TakePartAsync(hearth, activities, kasia, hers);
        await TakePartAsync(hearth, activities, tom, his);

        await hearth.ForgetAsync(kasia);

        var parts = await PartsAsync(hearth);
        Assert.Equal(4, parts.Count);
        Assert.DoesNotContain(parts, part => part.PersonId == kasia || part.HouseholdId == hers);
        Assert.Equal(2, parts.Select(part => part.HouseholdId).Distinct().Count());
        Assert.All(parts.Where(part => part.PersonId == tom), part => Assert.Equal(his, part.HouseholdId));
        Assert.Equal(2, parts.Count(part => part.PersonId is null && part.HouseholdId is not null));
    }

    [Theory, BothDatabases]
    public async Task Only_the_day_of_taking_part_is_kept_so_that_no_answer_has_the_same_moment(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var activity = await hearth.PlaceAsync("survey", "Warm homes", 40);
        // half past midnight in summer: still the day before in Greenwich
        var moment = new DateTimeOffset(2026, 7, 14, 23, 30, 17, TimeSpan.Zero).AddTicks(1234567);
        await TakePartAsync(hearth, [activity], Guid.CreateVersion7(), null, moment);

        var part = Assert.Single(await PartsAsync(hearth));

        Assert.Equal(new DateTimeOffset(2026, 7, 14, 23, 0, 0, TimeSpan.Zero), part.At);
        Assert.Equal(new DateOnly(2026, 7, 15), part.At.DayInLondon());
    }

    private static Task TakePartAsync(HearthApp hearth, Guid[] activities, Guid person, Guid? home, DateTimeOffset? at = null) =>
        hearth.InScopeAsync(async scope =>
        {
            foreach (var activity in activities)
            {
                scope.GetRequiredService<LoopLedger>().TookPart(activity, person, home, "Online", at ?? Clock.Morning);
            }
            scope.GetRequiredService<AuditTrail>().Write("Test", "loop");
            await scope.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

    private static Task<List<Participation>> PartsAsync(HearthApp hearth) =>
        hearth.InScopeAsync(scope => scope.GetRequiredService<LoopLedger>().Participations.ToListAsync());
}
