// Plans a telling and a message for each person who took part, by their own way: in batches, and safe to run again after a crash.
using Hearth.Feedback.Replies;
using Hearth.Feedback.Replies.Translations;
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Tellings;

internal sealed class TellParticipants(
    HearthDb db,
    LoopLedger loop,
    Audience audience,
    Outbox outbox,
    Wording wording,
    InTheirLanguage languages,
    ReplyFinder replies,
    TranslatedReplies translated,
    AuditTrail audit,
    TimeProvider time
)
{
    public const string Purpose = "reply";
    private const int Batch = 400;

    /// <summary>One message to one person by one channel, ever.</summary>
    public static string Key(Guid reply, Guid person, Channel channel) => $"reply/{reply:N}/{person:N}/{channel}";

    /// <summary>Plans for everyone who is not planned yet and can be reached, up to this many; returns how many were planned.</summary>
    public async Task<int> PlanAsync(Guid replyId, int most, CancellationToken stop)
    {
        var reply = await db.Set<Reply>().AsNoTracking().FirstAsync(r => r.Id == replyId, stop);
        if (!reply.Standing)
        {
            return 0;
        }
        var answering = await translated.WithAsync(await replies.WithAsync(reply, stop), stop);
        var planned = 0;
        var clashes = 0;
        var waiting = new Queue<Guid>(await loop.ToBeToldAsync(replyId, answering.ActivityIds, stop));
        while (waiting.Count > 0 && planned < most)
        {
            var some = new List<Guid>(Batch);
            while (some.Count < Batch && waiting.TryDequeue(out var next))
            {
                some.Add(next);
            }
            try
            {
                planned += await PlanSomeAsync(answering, some, stop);
            }
            catch (DbUpdateException failure) when (failure.IsDuplicate() && clashes++ < 5)
            {
                // another node is planning the same: whom it has taken is no longer to be told
                db.ChangeTracker.Clear();
                waiting = new(await loop.ToBeToldAsync(replyId, answering.ActivityIds, stop));
            }
        }
        if (waiting.Count == 0 && reply.PlannedAt is null)
        {
            audit.Write("PlanTellings", "reply", replyId, "everyone who can be reached");
            (await db.Set<Reply>().FirstAsync(r => r.Id == replyId, stop)).PlannedAt = time.GetUtcNow();
            await db.SaveChangesAsync(stop);
        }
        return planned;
    }

    private async Task<int> PlanSomeAsync(Answering answering, List<Guid> people, CancellationToken stop)
    {
        var reply = answering.Reply.Id;
        var ids = answering.ActivityIds;
        var parts = await loop
            .Participations.Where(p => ids.Contains(p.ActivityId) && p.PersonId != null && people.Contains(p.PersonId.Value))
            .Select(p => new { Person = p.PersonId!.Value, p.ActivityId })
            .ToListAsync(stop);
        var first = parts.GroupBy(p => p.Person).ToDictionary(g => g.Key, g => ids.First(id => g.Any(p => p.ActivityId == id)));
        var members = await audience.ForPeopleAsync(people, stop);
        var planned = 0;
        foreach (var person in people)
        {
            if (
                members.GetValueOrDefault(person) is not { } member
                || Ways.First(member) is not { } way
                || !first.TryGetValue(person, out var activity)
            )
            {
                continue;
            }
            loop.PlanTelling(reply, activity, person, way.Name);
            Send(answering, member, way);
            planned++;
        }
        if (planned > 0)
        {
            audit.Write("PlanTellings", "reply", reply, InWords.People(planned));
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
        return planned;
    }

    /// <summary>Adds the message to this unit of work.</summary>
    public void Send(Answering answering, AudienceMember person, Way way)
    {
        outbox.Add(
            languages.Write(
                Key(answering.Reply.Id, person.PersonId, way.Channel),
                Purpose,
                answering.Reply.Id,
                person.Reach(way.Channel)!,
                way.Channel,
                phrases => wording.For(answering, person.Name, person.Salutation, way, phrases)
            )
        );
    }
}
