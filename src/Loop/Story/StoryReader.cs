// The story of one concern: everything a thing came from, and everything that came of it, in the order of time.
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Loop.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Loop.Story;

/// <summary>One thing in a story.</summary>
/// <param name="Stop">Where it lies on the ring; null where no module knows its kind.</param>
/// <param name="CameFrom">Titles of what it came from, of the things in this story.</param>
/// <param name="Told">Where anyone took part.</param>
internal sealed record Chapter(LoopThing Thing, string Kind, LoopStop? Stop, IReadOnlyList<LoopThing> CameFrom, ToldCount? Told);

/// <summary>A concern's way round the ring.</summary>
internal sealed record StoryOfOneConcern(LoopThing About, LoopStop? Stop, IReadOnlyList<Chapter> Chapters)
{
    /// <summary>Stops that the concern has been at.</summary>
    public IReadOnlySet<LoopStop> Reached => Chapters.Select(chapter => chapter.Stop).OfType<LoopStop>().ToHashSet();

    public int Took => Chapters.Sum(chapter => chapter.Told?.Took ?? 0);
}

internal sealed class StoryReader(LoopLedger ledger, LoopGlance glance)
{
    /// <summary>The story of this thing; null where it is not in the ring.</summary>
    public async Task<StoryOfOneConcern?> ReadAsync(Guid id, CancellationToken stop)
    {
        if (await ledger.Things.FirstOrDefaultAsync(thing => thing.Id == id, stop) is not { } about)
        {
            return null;
        }
        HashSet<Guid> ids = [id];
        await WalkAsync(ids, from => ledger.Links.Where(link => from.Contains(link.ToId)).Select(link => link.FromId), id, stop);
        await WalkAsync(ids, from => ledger.Links.Where(link => from.Contains(link.FromId)).Select(link => link.ToId), id, stop);

        var things = await ledger.Things.Where(thing => ids.Contains(thing.Id)).ToDictionaryAsync(thing => thing.Id, stop);
        var links = await ledger.Links.Where(link => ids.Contains(link.FromId) && ids.Contains(link.ToId)).ToListAsync(stop);
        var sources = links.ToLookup(link => link.ToId, link => link.FromId);
        var told = await glance.ToldAsync(ids, stop);
        return new StoryOfOneConcern(
            about,
            glance.StopOf(about),
            [
                .. things
                    .Values.OrderBy(thing => thing.On)
                    .ThenBy(thing => glance.StopOf(thing))
                    .ThenBy(thing => thing.Title, StringComparer.Ordinal)
                    .Select(thing => new Chapter(
                        thing,
                        glance.NameOf(thing),
                        glance.StopOf(thing),
                        [.. sources[thing.Id].Where(things.ContainsKey).Select(source => things[source]).OrderBy(source => source.On)],
                        told.GetValueOrDefault(thing.Id)
                    )),
            ]
        );
    }

    // One question a step, not one a thing; a ring of links ends because nothing is visited twice.
    private static async Task WalkAsync(
        HashSet<Guid> ids,
        Func<IReadOnlyCollection<Guid>, IQueryable<Guid>> next,
        Guid start,
        CancellationToken stop
    )
    {
        IReadOnlyCollection<Guid> edge = [start];
        HashSet<Guid> seen = [start];
        while (edge.Count > 0)
        {
            edge = [.. (await next(edge).Distinct().ToListAsync(stop)).Where(seen.Add)];
            ids.UnionWith(edge);
        }
    }
}
