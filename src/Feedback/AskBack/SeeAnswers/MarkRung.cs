// Somebody asked to be rung about an answer, and was.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.AskBack.SeeAnswers;

internal sealed class MarkRung(HearthDb db, Actor actor, AuditTrail audit, TimeProvider time)
{
    /// <summary>Marks it; pressed twice, the first stands.</summary>
    public async Task DoAsync(Guid reply, Guid asked, CancellationToken stop)
    {
        var one = await db.Set<AskedBack>().FirstOrDefaultAsync(a => a.Id == asked && a.ReplyId == reply, stop);
        if (one is not { RingMe: true, RungAt: null, PersonId: not null })
        {
            return;
        }
        (one.RungAt, one.RungBy) = (time.GetUtcNow(), actor.Name);
        audit.Write("RingAboutDone", "person", one.PersonId);
        await db.SaveChangesAsync(stop);
    }
}
