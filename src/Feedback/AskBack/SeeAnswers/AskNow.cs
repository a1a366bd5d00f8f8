// An officer asks those who were told at once, without waiting the usual days.
using Hearth.Feedback.Replies;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.AskBack.SeeAnswers;

internal sealed class AskNow(HearthDb db, AskThoseTold ask, AuditTrail audit, TimeProvider time)
{
    /// <summary>Asks; null when it was done, else why it cannot be.</summary>
    public async Task<Refusal?> DoAsync(Guid id, CancellationToken stop)
    {
        var reply = await db.Set<Reply>().FirstAsync(r => r.Id == id, stop);
        if (AskBackRules.From(reply, new()) is null)
        {
            return new NothingToAskAbout();
        }
        if (reply.AskFrom is null || reply.AskFrom > time.Today())
        {
            reply.AskFrom = time.Today();
            reply.Version++;
            audit.Write("AskNow", "reply", id, reply.Title);
            try
            {
                await db.SaveChangesAsync(stop);
            }
            catch (DbUpdateConcurrencyException)
            {
                return new ChangedMeanwhile();
            }
        }
        db.ChangeTracker.Clear();
        await ask.AskAsync(id, stop);
        return null;
    }
}

internal sealed record NothingToAskAbout() : Refusal("", "Only an answer that says ‘We did’, and stands, is asked about");
