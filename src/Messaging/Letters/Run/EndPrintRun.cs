// Ends a print run: its letters were posted, or they go back to wait.
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Letters.Run;

internal sealed class EndPrintRun(HearthDb db, Sendings sendings, AuditTrail audit, Actor actor, TimeProvider time)
{
    /// <summary>Every letter of the run is sent; the modules are told of the first at once and of the others within seconds. False when the run had ended already.</summary>
    public async Task<bool> PostedAsync(Guid run, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await using (var transaction = await db.Database.BeginTransactionAsync(stop))
        {
            if (!await EndAsync(run, PrintRunStatus.Posted, now, stop))
            {
                return false;
            }
            var letters = LettersOf(run);
            await letters
                .Where(m => m.Secret)
                .ExecuteUpdateAsync(
                    m => m.SetProperty(x => x.Body, "").SetProperty(x => x.Code, (string?)null).SetProperty(x => x.English, (string?)null),
                    stop
                );
            var posted = await letters.ExecuteUpdateAsync(
                m =>
                    m.SetProperty(x => x.Status, MessageStatus.Sent)
                        .SetProperty(x => x.EndedAt, (DateTimeOffset?)now)
                        .SetProperty(x => x.OutcomeDueAt, (DateTimeOffset?)now),
                stop
            );
            audit.Write("PostPrintRun", "print-run", run, $"{posted} letters");
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            MessageMeter.Posted(posted);
        }
        await sendings.TellDueAsync(500, stop);
        return true;
    }

    /// <summary>The letters wait again, as if the run had never been made. False when the run had ended already.</summary>
    public async Task<bool> UndoAsync(Guid run, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!await EndAsync(run, PrintRunStatus.Undone, time.GetUtcNow(), stop))
        {
            return false;
        }
        var back = await LettersOf(run)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MessageStatus.Queued).SetProperty(x => x.BatchId, (Guid?)null), stop);
        audit.Write("UndoPrintRun", "print-run", run, $"{back} letters wait again");
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private IQueryable<StoredMessage> LettersOf(Guid run) =>
        db.Set<StoredMessage>().Where(m => m.BatchId == run && m.Status == MessageStatus.Sending);

    private async Task<bool> EndAsync(Guid run, PrintRunStatus status, DateTimeOffset now, CancellationToken stop)
    {
        var by = actor.Name;
        return await db.Set<PrintRun>()
                .Where(r => r.Id == run && r.Status == PrintRunStatus.Open)
                .ExecuteUpdateAsync(
                    r =>
                        r.SetProperty(x => x.Status, status)
                            .SetProperty(x => x.EndedAt, (DateTimeOffset?)now)
                            .SetProperty(x => x.EndedBy, by),
                    stop
                ) == 1;
    }
}
