// Writes and reads the ring: what came from what, who took part, who was told.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Loop.Public;

/// <summary>How many spoke in an activity, and how many of them know what came of it.</summary>
/// <param name="Took">People who took part.</param>
/// <param name="Told">Of them, told by at least one reply that came from this activity.</param>
/// <param name="Overdue">Not told, and the promised day has passed.</param>
/// <param name="Excused">Not told, and not to be: they asked us not to tell them, or to forget them.</param>
public sealed record ToldCount(int Took, int Told, int Overdue, int Excused = 0)
{
    /// <summary>Not told, still in time.</summary>
    public int Waiting => Took - Told - Overdue - Excused;
}

public sealed class LoopLedger(HearthDb db, TimeProvider time)
{
    /// <summary>Puts a thing into the ring, or brings its title, address and dates up to date. Saved with the caller's unit of work.</summary>
    public async Task<LoopThing> PlaceAsync(
        string kind,
        Guid id,
        string title,
        string address,
        DateOnly on,
        CancellationToken stop = default
    )
    {
        var thing = await db.Set<LoopThing>().FindAsync([id], stop);
        if (thing is null)
        {
            thing = new LoopThing { Id = id, Kind = kind };
            db.Add(thing);
        }
        thing.Title = title;
        thing.Address = address;
        thing.On = on;
        return thing;
    }

    /// <summary>Says that one thing came from another. Saying it twice is saying it once.</summary>
    public async Task CameFromAsync(Guid thing, Guid source, CancellationToken stop = default)
    {
        if (await db.Set<LoopLink>().FindAsync([source, thing], stop) is null)
        {
            db.Add(new LoopLink { FromId = source, ToId = thing });
        }
    }

    /// <summary>A thing no longer answers for a source: an answer that was taken back tells nobody anything.</summary>
    public async Task NoLongerFromAsync(Guid thing, Guid source, CancellationToken stop = default)
    {
        if (await db.Set<LoopLink>().FindAsync([source, thing], stop) is { } link)
        {
            db.Remove(link);
        }
    }

    /// <summary>A person took part. The caller makes sure of once (a unique index refuses a second). Only the day is kept: an instant would join it to what was said.</summary>
    public void TookPart(Guid activity, Guid? person, Guid? household, string channel, DateTimeOffset at) =>
        db.Add(
            new Participation
            {
                ActivityId = activity,
                PersonId = person,
                HouseholdId = household,
                Channel = channel,
                At = at.DayInLondon().StartInLondon(),
            }
        );

    /// <summary>Those who took part and are not yet planned to be told by this reply.</summary>
    public async Task<IReadOnlyList<Guid>> ToBeToldAsync(Guid reply, IReadOnlyCollection<Guid> activities, CancellationToken stop = default)
    {
        var told = db.Set<Telling>().Where(t => t.ReplyId == reply && t.PersonId != null).Select(t => t.PersonId);
        return await db.Set<Participation>()
            .Where(p => activities.Contains(p.ActivityId) && p.PersonId != null && !told.Contains(p.PersonId))
            .Select(p => p.PersonId!.Value)
            .Distinct()
            .ToListAsync(stop);
    }

    /// <summary>Plans to tell a person by a channel; <see cref="Telling.ToldAt"/> is filled when the message is known to have gone.</summary>
    public Telling PlanTelling(Guid reply, Guid activity, Guid person, string channel)
    {
        var telling = new Telling
        {
            ReplyId = reply,
            ActivityId = activity,
            PersonId = person,
            Channel = channel,
            PlannedAt = time.GetUtcNow(),
        };
        db.Add(telling);
        return telling;
    }

    /// <summary>The planned telling, tracked, or null.</summary>
    public Task<Telling?> TellingAsync(Guid reply, Guid person, CancellationToken stop = default) =>
        db.Set<Telling>().FirstOrDefaultAsync(t => t.ReplyId == reply && t.PersonId == person, stop);

    /// <summary>The activities of which this person knows what came: told by a reply that came from them.</summary>
    public async Task<IReadOnlyList<Guid>> ToldOfAsync(Guid person, CancellationToken stop = default) =>
        await (
            from telling in Tellings
            where telling.PersonId == person && telling.ToldAt != null
            join link in Links on telling.ReplyId equals link.ToId
            select link.FromId
        )
            .Distinct()
            .ToListAsync(stop);

    /// <summary>Tellings of a reply, read only.</summary>
    public IQueryable<Telling> Tellings => db.Set<Telling>().AsNoTracking();

    /// <summary>Participations, read only.</summary>
    public IQueryable<Participation> Participations => db.Set<Participation>().AsNoTracking();

    /// <summary>Things in the ring, read only.</summary>
    public IQueryable<LoopThing> Things => db.Set<LoopThing>().AsNoTracking();

    /// <summary>What came from what, read only.</summary>
    public IQueryable<LoopLink> Links => db.Set<LoopLink>().AsNoTracking();

    /// <summary>Told, waiting and overdue, for each of these activities (all that anyone took part in, where none is named).</summary>
    /// <param name="activities">Which; null for all.</param>
    /// <param name="askedNot">People who asked not to be told: they are excused, not overdue. Those who were forgotten always are.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<IReadOnlyDictionary<Guid, ToldCount>> ToldCountsAsync(
        IReadOnlyCollection<Guid>? activities = null,
        IReadOnlySet<Guid>? askedNot = null,
        CancellationToken stop = default
    )
    {
        var today = time.Today();
        var parts = activities is null ? Participations : Participations.Where(p => activities.Contains(p.ActivityId));
        var excuse = (askedNot ?? new HashSet<Guid>()).ToList();
        // a person who took part in two activities is told of both by one reply that came from both
        var links = db.Set<LoopLink>();
        var tellings = db.Set<Telling>();
        var untold = parts.Where(p =>
            !p.ToldBeforeForgotten
            && (
                p.PersonId == null
                || !links.Any(l =>
                    l.FromId == p.ActivityId && tellings.Any(t => t.ReplyId == l.ToId && t.PersonId == p.PersonId && t.ToldAt != null)
                )
            )
        );
        var took = await CountAsync(parts, stop);
        var without = await CountAsync(untold, stop);
        var excused = await CountAsync(untold.Where(p => p.PersonId == null || excuse.Contains(p.PersonId.Value)), stop);
        var ids = took.Keys.ToList();
        var tellBy = await Things.Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.TellBy, stop);
        return took.ToDictionary(
            t => t.Key,
            t =>
            {
                var let = excused.GetValueOrDefault(t.Key);
                var owed = without.GetValueOrDefault(t.Key) - let;
                var late = tellBy.GetValueOrDefault(t.Key) is { } by && by < today;
                return new ToldCount(t.Value, t.Value - owed - let, late ? owed : 0, let);
            }
        );
    }

    private static Task<Dictionary<Guid, int>> CountAsync(IQueryable<Participation> parts, CancellationToken stop) =>
        parts.GroupBy(p => p.ActivityId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
}
