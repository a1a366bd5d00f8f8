// How the promise stands: who spoke, who knows what came of it, who waits, who has waited too long.
using Hearth.Feedback.Replies;
using Hearth.Loop.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Public;

/// <summary>An activity that has closed, and how many of those who took part know what came of it.</summary>
/// <param name="Address">The officer's page of the activity.</param>
/// <param name="Answered">A published reply stands.</param>
public sealed record ClosedActivity(
    Guid Id,
    string Title,
    string Kind,
    string Address,
    DateOnly ClosedOn,
    DateOnly? TellBy,
    ToldCount Count,
    bool Answered
)
{
    /// <summary>People who are owed an answer.</summary>
    public int Owed => Count.Waiting + Count.Overdue;

    /// <summary>Days past the promised day; nought while in time.</summary>
    public int DaysLate(DateOnly today) => Count.Overdue > 0 && TellBy is { } by ? today.DayNumber - by.DayNumber : 0;
}

/// <summary>The promise at a glance. A person counts once for each activity they took part in.</summary>
/// <param name="Since">First day of the landlord's year: 1 April.</param>
/// <param name="Count">Over every activity closed since then; those who asked not to be told are in <see cref="ToldCount.Excused"/>.</param>
/// <param name="Activities">How many activities that is.</param>
/// <param name="MedianDays">Days from closing to telling, the middle person; null while nobody was told.</param>
/// <param name="PromisedDays">The landlord's promise, the longest that was given; null where none was.</param>
/// <param name="LastYear">The same count for the year before; null where nothing closed in it.</param>
/// <param name="MedianDaysLastYear">The middle person of the year before.</param>
/// <param name="Owed">Every activity, of any year, with somebody who is owed an answer; the latest promise broken comes first.</param>
/// <param name="Waits">Days from closing to telling of each person told this year, sorted.</param>
public sealed record ToldAtAGlance(
    DateOnly Since,
    ToldCount Count,
    int Activities,
    int? MedianDays,
    int? PromisedDays,
    ToldCount? LastYear,
    int? MedianDaysLastYear,
    IReadOnlyList<ClosedActivity> Owed,
    IReadOnlyList<int> Waits
)
{
    /// <summary>People overdue, of any year.</summary>
    public int Overdue => Owed.Sum(a => a.Count.Overdue);

    /// <summary>Activities in which somebody is overdue.</summary>
    public IReadOnlyList<ClosedActivity> Late => [.. Owed.Where(a => a.Count.Overdue > 0)];

    /// <summary>Those who may be told.</summary>
    public int ToTell => Count.Took - Count.Excused;
}

public sealed class ToldSummary(HearthDb db, LoopLedger loop, Refusals refusals, IEnumerable<LoopKind> kinds, TimeProvider time)
{
    /// <summary>The first day of the year that this day lies in: years begin on 1 April.</summary>
    public static DateOnly YearOf(DateOnly day) => new(day.Month < 4 ? day.Year - 1 : day.Year, 4, 1);

    /// <summary>Reads the promise as it stands now.</summary>
    public async Task<ToldAtAGlance> ReadAsync(CancellationToken stop = default)
    {
        var today = time.Today();
        var since = YearOf(today);
        var names = kinds.DistinctBy(k => k.Kind).ToDictionary(k => k.Kind, k => k.Name);
        var things = await loop
            .Things.Where(t => t.Kind != Replies.Activities.ReplyKey && t.ClosedOn != null && t.ClosedOn <= today)
            .ToListAsync(stop);
        var askedNot = await refusals.OfAsync(MessageKind.Feedback, stop);
        var counts = await loop.ToldCountsAsync([.. things.Select(t => t.Id)], askedNot, stop);
        var answered = (
            await (
                from answers in db.Set<ReplyActivity>()
                join reply in db.Set<Reply>() on answers.ReplyId equals reply.Id
                where reply.Status == ReplyStatus.Published && reply.WithdrawnAt == null
                select answers.ActivityId
            ).ToListAsync(stop)
        ).ToHashSet();
        var closed = things
            .Where(t => counts.ContainsKey(t.Id))
            .Select(t => new ClosedActivity(
                t.Id,
                t.Title,
                names.GetValueOrDefault(t.Kind, t.Kind),
                t.Address,
                t.ClosedOn!.Value,
                t.TellBy,
                counts[t.Id],
                answered.Contains(t.Id)
            ))
            .ToList();
        var thisYear = closed.Where(a => a.ClosedOn >= since).ToList();
        var lastYear = closed.Where(a => a.ClosedOn < since && a.ClosedOn >= since.AddYears(-1)).ToList();
        var waits = await WaitsAsync(thisYear, stop);
        return new(
            since,
            Sum(thisYear),
            thisYear.Count,
            Median(waits),
            thisYear.Where(a => a.TellBy is not null).Select(a => (int?)(a.TellBy!.Value.DayNumber - a.ClosedOn.DayNumber)).Max(),
            lastYear.Count == 0 ? null : Sum(lastYear),
            Median(await WaitsAsync(lastYear, stop)),
            [
                .. closed
                    .Where(a => a.Owed > 0)
                    .OrderByDescending(a => a.DaysLate(today))
                    .ThenBy(a => a.TellBy ?? DateOnly.MaxValue)
                    .ThenBy(a => a.Title, StringComparer.Ordinal),
            ],
            waits
        );
    }

    private async Task<IReadOnlyList<int>> WaitsAsync(IReadOnlyList<ClosedActivity> activities, CancellationToken stop)
    {
        var ids = activities.Select(a => a.Id).ToList();
        var told = await (
            from link in loop.Links
            where ids.Contains(link.FromId)
            join telling in loop.Tellings on link.ToId equals telling.ReplyId
            where telling.ToldAt != null && telling.PersonId != null
            join part in loop.Participations
                on new { Activity = link.FromId, telling.PersonId } equals new { Activity = part.ActivityId, part.PersonId }
            select new
            {
                part.Id,
                part.ActivityId,
                telling.ToldAt,
            }
        ).ToListAsync(stop);
        var closedOn = activities.ToDictionary(a => a.Id, a => a.ClosedOn);
        return
        [
            .. told.GroupBy(t => t.Id)
                .Select(g => g.MinBy(t => t.ToldAt)!)
                .Select(t => Math.Max(0, t.ToldAt!.Value.DayInLondon().DayNumber - closedOn[t.ActivityId].DayNumber))
                .Order(),
        ];
    }

    private static ToldCount Sum(IReadOnlyList<ClosedActivity> activities) =>
        new(
            activities.Sum(a => a.Count.Took),
            activities.Sum(a => a.Count.Told),
            activities.Sum(a => a.Count.Overdue),
            activities.Sum(a => a.Count.Excused)
        );

    // the lower of the two middle ones, so that it is a wait that somebody had
    private static int? Median(IReadOnlyList<int> sorted) => sorted.Count == 0 ? null : sorted[(sorted.Count - 1) / 2];
}
