// How many homes in all told us something in the last twelve months: the lit street's number.
using Hearth.Loop.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Hearth.Web.Home;

/// <summary>Homes that took part in anything since a year ago, of all homes with a running tenancy.</summary>
internal sealed record HeardOfAll(int Heard, int Homes);

internal sealed class HomesHeard(LoopLedger loop, Audience audience, Actor actor, TimeProvider time, IMemoryCache cache)
{
    /// <summary>Counted at most once a minute on each node; it is a picture, not a record.</summary>
    public async Task<HeardOfAll> CountAsync(CancellationToken stop) =>
        (
            await cache.GetOrCreateAsync(
                nameof(HomesHeard),
                async entry =>
                {
                    entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
                    // one count for everyone who looks, whoever looks first
                    using var all = actor.SeeAll();
                    var since = time.GetUtcNow().AddYears(-1);
                    var heard = await loop
                        .Participations.Where(part => part.At >= since && part.HouseholdId != null)
                        .Select(part => part.HouseholdId)
                        .Distinct()
                        .CountAsync(stop);
                    return new HeardOfAll(heard, await audience.CountHouseholdsAsync(stop));
                }
            )
        )!;
}
