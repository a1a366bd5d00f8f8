// What a reply can answer: the things in the loop that people take part in.
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Loop.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Replies;

/// <summary>A survey, walkabout or forum, as the loop knows it.</summary>
internal sealed record Activity(
    Guid Id,
    string Title,
    string KindName,
    string Address,
    string? PublicAddress,
    DateOnly On,
    DateOnly? ClosedOn,
    DateOnly? TellBy,
    int Took,
    string Kind = ""
)
{
    private string KindIn(Phrases phrases) => phrases.Knows($"changed.kind.{Kind}") ? phrases[$"changed.kind.{Kind}"] : KindName;

    public bool OpenOn(DateOnly today) => ClosedOn is null || ClosedOn > today;

    /// <summary>“Survey, closed 9 October.” for its reader.</summary>
    public string Where(DateOnly today, Phrases phrases) =>
        ClosedOn is not { } closed || closed > today ? phrases["changed.where-open", ("kind", KindIn(phrases))]
        : closed == On ? phrases["changed.where-on", ("kind", KindIn(phrases)), ("day", On)]
        : phrases["changed.where-closed", ("kind", KindIn(phrases)), ("day", closed)];

    /// <summary>“Survey, closed 9 October”.</summary>
    public string Where(DateOnly today) =>
        ClosedOn is not { } closed || closed > today ? $"{KindName}, still open"
        : closed == On ? $"{KindName}, {InWords.Day(On)}"
        : $"{KindName}, closed {InWords.Day(closed)}";
}

internal sealed class Activities(LoopLedger loop, IEnumerable<LoopKind> kinds)
{
    /// <summary>The loop kind of a reply itself.</summary>
    public const string ReplyKey = "reply";

    private readonly Dictionary<string, LoopKind> byKey = kinds.DistinctBy(k => k.Kind).ToDictionary(k => k.Kind);

    /// <summary>All that anyone took part in, or that collects views; the latest first.</summary>
    public async Task<IReadOnlyList<Activity>> AllAsync(CancellationToken stop)
    {
        var things = await loop.Things.Where(t => t.Kind != ReplyKey).ToListAsync(stop);
        var took = await loop
            .Participations.GroupBy(p => p.ActivityId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return
        [
            .. things
                .Where(t => took.ContainsKey(t.Id) || byKey.GetValueOrDefault(t.Kind)?.Stop == LoopStop.CollectViews)
                .Select(t => Of(t, took.GetValueOrDefault(t.Id)))
                .OrderByDescending(a => a.ClosedOn ?? DateOnly.MaxValue)
                .ThenByDescending(a => a.On)
                .ThenBy(a => a.Title, StringComparer.Ordinal),
        ];
    }

    /// <summary>These, in this order; those the loop does not know are left out.</summary>
    public async Task<IReadOnlyList<Activity>> TheseAsync(IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        var things = await loop.Things.Where(t => ids.Contains(t.Id) && t.Kind != ReplyKey).ToDictionaryAsync(t => t.Id, stop);
        var took = await loop
            .Participations.Where(p => ids.Contains(p.ActivityId))
            .GroupBy(p => p.ActivityId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return [.. ids.Where(things.ContainsKey).Select(id => Of(things[id], took.GetValueOrDefault(id)))];
    }

    /// <summary>How many people took part in any of these; each counts once.</summary>
    public async Task<int> TookPartAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop) =>
        await loop
            .Participations.Where(p => ids.Contains(p.ActivityId) && p.PersonId != null)
            .Select(p => p.PersonId)
            .Distinct()
            .CountAsync(stop) + await loop.Participations.CountAsync(p => ids.Contains(p.ActivityId) && p.PersonId == null, stop);

    private Activity Of(LoopThing thing, int took) =>
        new(
            thing.Id,
            thing.Title,
            byKey.GetValueOrDefault(thing.Kind)?.Name ?? thing.Kind,
            thing.Address,
            thing.PublicAddress,
            thing.On,
            thing.ClosedOn,
            thing.TellBy,
            took,
            thing.Kind
        );
}
