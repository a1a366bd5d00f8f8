// Takes every waiting letter of one purpose out of the outbox, into a run that is printed and posted together.
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Letters.Waiting;

internal sealed class MakePrintRun(HearthDb db, Safely safely, WaysOut ways, AuditTrail audit, Actor actor, TimeProvider time)
{
    /// <summary>The run, or null where no letter waits (any more: somebody else was first).</summary>
    public async Task<PrintRun?> MakeAsync(string purpose, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7();
        await safely.SweepAsync(messages => messages.WaitingToBePrinted(now, ways.LettersLeave), stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var letters = await db.Set<StoredMessage>()
            .WaitingToBePrinted(now, ways.LettersLeave)
            .Where(m => m.Purpose == purpose)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MessageStatus.Sending).SetProperty(x => x.BatchId, (Guid?)id), stop);
        if (letters == 0)
        {
            return null;
        }
        var run = new PrintRun
        {
            Id = id,
            Purpose = purpose,
            Letters = letters,
            MadeAt = now,
            MadeBy = actor.Name,
        };
        db.Add(run);
        audit.Write("MakePrintRun", "print-run", id, $"{letters} letters: {purpose}");
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return run;
    }
}
