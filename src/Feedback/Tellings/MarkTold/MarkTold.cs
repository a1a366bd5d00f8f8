// An officer tells people by hand: at the door, at a meeting; or puts them on the call list.
using Hearth.Feedback.Replies;
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;

namespace Hearth.Feedback.Tellings.MarkTold;

internal sealed record NobodyChosen() : Refusal("Chosen", "Choose at least one person");

internal sealed record NoWayChosen() : Refusal("Way", "Choose how they were told");

internal sealed record ToldInTheFuture() : Refusal("On", "The day they were told must be today or in the past");

internal sealed record ToldBeforeTheySpoke(DateOnly Spoke)
    : Refusal("On", $"The day they were told must be on or after {InWords.Day(Spoke)}, when this began");

internal sealed record NotAmongThem() : Refusal("Chosen", "Choose people from the list");

internal sealed record NoNumberHeld(int People)
    : Refusal("Chosen", $"No telephone number is held for {InWords.People(People)} of those you chose. Tell them another way");

internal sealed record OnTheListAlready(int People)
    : Refusal("Chosen", $"{InWords.People(People)} of those you chose cannot be put on the call list again");

internal sealed class MarkTold(
    HearthDb db,
    LoopLedger loop,
    Audience audience,
    Outbox outbox,
    TellParticipants tell,
    AuditTrail audit,
    TimeProvider time
)
{
    /// <summary>Marks these people as told on this day by this way.</summary>
    public async Task<IReadOnlyList<Refusal>> ToldAsync(
        Answering answering,
        IReadOnlyCollection<Guid> people,
        string? way,
        DateOnly on,
        CancellationToken stop
    )
    {
        var refusals = new List<Refusal>();
        var owed = await OwedAsync(answering, people, stop);
        if (people.Count == 0)
        {
            refusals.Add(new NobodyChosen());
        }
        else if (owed.Count < people.Count)
        {
            refusals.Add(new NotAmongThem());
        }
        if (way is null || !Way.Names.Contains(way))
        {
            refusals.Add(new NoWayChosen());
        }
        var began = answering.Activities.Select(a => a.On).DefaultIfEmpty(on).Min();
        if (on > time.Today())
        {
            refusals.Add(new ToldInTheFuture());
        }
        else if (on < began)
        {
            refusals.Add(new ToldBeforeTheySpoke(began));
        }
        if (refusals.Count > 0)
        {
            return refusals;
        }
        var at = on == time.Today() ? time.GetUtcNow() : on.StartInLondon().AddHours(12);
        await using var together = await db.Database.BeginTransactionAsync(stop);
        foreach (var (person, activity) in owed)
        {
            var telling =
                await loop.TellingAsync(answering.Reply.Id, person, stop) ?? loop.PlanTelling(answering.Reply.Id, activity, person, way!);
            telling.Channel = way!;
            telling.ToldAt = at;
            telling.CameBack = null;
        }
        await outbox.CancelAsync(answering.Reply.Id, people, stop);
        audit.Write("MarkTold", "reply", answering.Reply.Id, $"{InWords.People(owed.Count)}, {Way.InWords(way!)}, {InWords.Day(on)}");
        await db.SaveChangesAsync(stop);
        await together.CommitAsync(stop);
        return [];
    }

    /// <summary>Puts these people on the call list.</summary>
    public async Task<IReadOnlyList<Refusal>> RingAsync(Answering answering, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var owed = await OwedAsync(answering, people, stop);
        if (people.Count == 0 || owed.Count < people.Count)
        {
            return [people.Count == 0 ? new NobodyChosen() : new NotAmongThem()];
        }
        var members = await audience.ForPeopleAsync(people, stop);
        var without = people.Count(p => members.GetValueOrDefault(p)?.Reach(Channel.Telephone) is null);
        if (without > 0)
        {
            return [new NoNumberHeld(without)];
        }
        var keys = people.Select(p => TellParticipants.Key(answering.Reply.Id, p, Channel.Telephone)).ToList();
        var used = await outbox.KnownKeysAsync(keys, stop);
        var barred = people.Count(p =>
            used.Contains(TellParticipants.Key(answering.Reply.Id, p, Channel.Telephone)) || members[p].AskedNot()
        );
        if (barred > 0)
        {
            return [new OnTheListAlready(barred)];
        }
        await using var together = await db.Database.BeginTransactionAsync(stop);
        await outbox.CancelAsync(answering.Reply.Id, people, stop);
        foreach (var (person, activity) in owed)
        {
            var way = new Way(
                Channel.Telephone,
                members[person].Prefers == ContactWay.FaceToFace ? Way.FaceToFace : nameof(Channel.Telephone)
            );
            var telling =
                await loop.TellingAsync(answering.Reply.Id, person, stop)
                ?? loop.PlanTelling(answering.Reply.Id, activity, person, way.Name);
            telling.Channel = way.Name;
            tell.Send(answering, members[person], way);
        }
        audit.Write("PutOnCallList", "reply", answering.Reply.Id, InWords.People(owed.Count));
        await db.SaveChangesAsync(stop);
        await together.CommitAsync(stop);
        return [];
    }

    private async Task<List<(Guid Person, Guid Activity)>> OwedAsync(
        Answering answering,
        IReadOnlyCollection<Guid> people,
        CancellationToken stop
    )
    {
        var owed = await StillOwed.ListAsync(loop, answering, stop);
        return [.. people.Distinct().Where(owed.ContainsKey).Select(p => (p, owed[p]))];
    }
}
