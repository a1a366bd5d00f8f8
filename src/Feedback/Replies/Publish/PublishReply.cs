// Publishes a reply: its place in the loop and what it came from in one unit of work, then everyone who took part is told.
using Hearth.Feedback.Tellings;
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Replies.Publish;

internal sealed class PublishReply(
    HearthDb db,
    LoopLedger loop,
    Activities activities,
    ReplyFinder replies,
    TellParticipants tell,
    Actor actor,
    AuditTrail audit,
    TimeProvider time
)
{
    // the rest is planned by the job, so that no officer waits on a page for sixty thousand letters
    private const int PlannedAtOnce = 2000;

    /// <summary>Publishes; empty when it was done. Published again, it tells nobody twice.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="publicAddress">The site's address, for links in messages; null to use the landlord's own.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<IReadOnlyList<Refusal>> DoAsync(Guid id, string? publicAddress, CancellationToken stop)
    {
        var reply = await db.Set<Reply>().FirstAsync(r => r.Id == id, stop);
        var answering = await replies.WithAsync(reply, stop);
        var took = await activities.TookPartAsync(answering.ActivityIds, stop);
        if (ReadyToPublish.WhyNot(reply, answering.Activities, took, time.Today()) is { Count: > 0 } refusals)
        {
            return refusals;
        }
        reply.Status = ReplyStatus.Published;
        reply.PublishedAt = time.GetUtcNow();
        reply.PublishedBy = actor.Name;
        reply.PublicAddress = publicAddress;
        reply.Version++;
        var thing = await loop.PlaceAsync(Activities.ReplyKey, id, reply.Title, $"/feedback/{id}", time.Today(), stop);
        thing.PublicAddress = $"/what-changed/{reply.Number}";
        foreach (var activity in answering.ActivityIds)
        {
            await loop.CameFromAsync(id, activity, stop);
        }
        audit.Write("PublishReply", "reply", id, reply.Title);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsDuplicate())
        {
            // the same button, pressed twice, or somebody else's
            return [new AlreadyPublished()];
        }
        db.ChangeTracker.Clear();
        await tell.PlanAsync(id, PlannedAtOnce, stop);
        return [];
    }
}
