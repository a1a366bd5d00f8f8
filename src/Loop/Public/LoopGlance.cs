// The loop at a glance: what lies at each stop, and how the promise to tell everyone stands.
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Loop.Public;

/// <summary>What lies at one stop of the ring.</summary>
/// <param name="Things">Things since the day asked for, and those still open.</param>
/// <param name="Open">Of them, still taking views.</param>
public sealed record StopAtAGlance(LoopStop Stop, int Things, int Open);

/// <summary>An activity in which somebody is still owed an answer.</summary>
public sealed record OwedActivity(LoopThing Thing, string Kind, ToldCount Count);

/// <summary>The loop at a glance. A person counts once for each activity they took part in.</summary>
/// <param name="Since">The first day counted; things still open and answers still owed count whenever they began.</param>
/// <param name="Stops">All eight, in order.</param>
/// <param name="Told">Over every activity that began since then.</param>
/// <param name="Owed">Every activity with somebody waiting or overdue: the longest overdue first, then by the promised day.</param>
public sealed record LoopAtAGlance(DateOnly Since, IReadOnlyList<StopAtAGlance> Stops, ToldCount Told, IReadOnlyList<OwedActivity> Owed)
{
    /// <summary>Activities with somebody overdue.</summary>
    public IReadOnlyList<OwedActivity> Overdue => [.. Owed.Where(a => a.Count.Overdue > 0)];

    public StopAtAGlance At(LoopStop stop) => Stops[(int)stop - 1];
}

public sealed class LoopGlance(LoopLedger ledger, IEnumerable<LoopKind> kinds, IEnumerable<IAskedNotToBeTold> wishes)
{
    private readonly Dictionary<string, LoopKind> byKey = kinds.DistinctBy(kind => kind.Kind).ToDictionary(kind => kind.Kind);

    /// <summary>Reads it as it stands now.</summary>
    /// <param name="since">The first day to count.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<LoopAtAGlance> ReadAsync(DateOnly since, CancellationToken stop = default)
    {
        var things = await ledger.Things.ToListAsync(stop);
        var counts = await ToldAsync(activities: null, stop);
        var counted = things.Where(thing => thing.On >= since || IsOpen(thing, counts)).ToList();
        var told = things.Where(thing => thing.On >= since && counts.ContainsKey(thing.Id)).Select(thing => counts[thing.Id]).ToList();
        return new LoopAtAGlance(
            since,
            [
                .. LoopStops.All.Select(place =>
                {
                    var here = counted.Where(thing => byKey.GetValueOrDefault(thing.Kind)?.Stop == place).ToList();
                    return new StopAtAGlance(place, here.Count, here.Count(thing => IsOpen(thing, counts)));
                }),
            ],
            new ToldCount(told.Sum(c => c.Took), told.Sum(c => c.Told), told.Sum(c => c.Overdue), told.Sum(c => c.Excused)),
            [
                .. things
                    .Where(thing => counts.GetValueOrDefault(thing.Id) is { } count && count.Waiting + count.Overdue > 0)
                    .OrderByDescending(thing => counts[thing.Id].Overdue > 0)
                    .ThenBy(thing => thing.TellBy ?? DateOnly.MaxValue)
                    .ThenBy(thing => thing.Id)
                    .Select(thing => new OwedActivity(thing, NameOf(thing), counts[thing.Id])),
            ]
        );
    }

    /// <summary>Told, waiting, overdue and excused, by activity.</summary>
    public async Task<IReadOnlyDictionary<Guid, ToldCount>> ToldAsync(
        IReadOnlyCollection<Guid>? activities,
        CancellationToken stop = default
    )
    {
        var excused = new HashSet<Guid>();
        foreach (var wish in wishes)
        {
            excused.UnionWith(await wish.ListAsync(stop));
        }
        return await ledger.ToldCountsAsync(activities, excused, stop);
    }

    /// <summary>What people call this kind of thing.</summary>
    public string NameOf(LoopThing thing) => byKey.TryGetValue(thing.Kind, out var kind) ? kind.Name : thing.Kind;

    /// <summary>Where it lies on the ring; null where no module knows its kind any more.</summary>
    public LoopStop? StopOf(LoopThing thing) => byKey.TryGetValue(thing.Kind, out var kind) ? kind.Stop : null;

    private static bool IsOpen(LoopThing thing, IReadOnlyDictionary<Guid, ToldCount> counts) =>
        thing.ClosedOn is null && (thing.TellBy is not null || counts.ContainsKey(thing.Id));
}
