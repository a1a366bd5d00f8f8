// Puts a published reply right in public, or takes it back. The first words stay to be read.
using Hearth.Feedback.AskBack;
using Hearth.Feedback.Tellings;
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Replies.Correct;

internal sealed class CorrectReply(
    HearthDb db,
    LoopLedger loop,
    Outbox outbox,
    ReplyFinder replies,
    Actor actor,
    AuditTrail audit,
    TimeProvider time
)
{
    public const int Longest = 1000;

    /// <summary>Adds the correction; empty when it was done.</summary>
    /// <param name="id">The reply.</param>
    /// <param name="words">What was wrong, and what is right. Anyone may read it.</param>
    /// <param name="takesBack">The whole answer no longer holds: those who took part are owed a new one.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<IReadOnlyList<Refusal>> DoAsync(Guid id, string? words, bool takesBack, CancellationToken stop)
    {
        var reply = await db.Set<Reply>().FirstAsync(r => r.Id == id, stop);
        var clean = (words ?? "").ReplaceLineEndings("\n").Trim();
        Refusal? refusal =
            reply.Status != ReplyStatus.Published ? new NotPublished()
            : reply.WithdrawnAt is not null ? new TakenBack()
            : clean.Length == 0 ? new NoCorrection()
            : clean.Length > Longest ? new TooLong("Words", "The correction", Longest)
            : null;
        if (refusal is not null)
        {
            return [refusal];
        }
        await using var together = await db.Database.BeginTransactionAsync(stop);
        var now = time.GetUtcNow();
        db.Add(
            new Correction
            {
                ReplyId = id,
                At = now,
                By = actor.Name,
                Words = clean,
                TakesBack = takesBack,
            }
        );
        reply.Version++;
        if (takesBack)
        {
            reply.WithdrawnAt = now;
            foreach (var activity in await replies.IdsAsync(id, stop))
            {
                await loop.NoLongerFromAsync(id, activity, stop);
            }
            await outbox.CancelAsync(id, [TellParticipants.Purpose, AskThoseTold.Purpose], stop);
        }
        audit.Write(takesBack ? "TakeBackReply" : "CorrectReply", "reply", id, reply.Title);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return [new ChangedMeanwhile()];
        }
        await together.CommitAsync(stop);
        return [];
    }
}
