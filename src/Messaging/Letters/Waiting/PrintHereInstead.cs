// An officer prints letters here that wait for the provider: it is down, or somebody is in a hurry.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Letters.Waiting;

internal sealed class PrintHereInstead(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    /// <summary>Letters that were tried may be with the provider already: printed here too, a home would get two. They stay.</summary>
    /// <returns>How many wait for a print run now, and how many stayed.</returns>
    public async Task<(int Moved, int Left)> RunAsync(CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var waiting = db.Set<StoredMessage>().WaitingForTheProvider();
        var why = $"{actor.Name} chose to print it here";
        var now = time.GetUtcNow();
        var moved = await waiting
            .Where(m => m.Attempts == 0)
            .ExecuteUpdateAsync(
                m =>
                    m.SetProperty(x => x.PrintHere, why)
                        // put off by the provider, not by whoever wrote it
                        .SetProperty(x => x.DueAt, x => x.LastError != null ? now : x.DueAt)
                        .SetProperty(x => x.LastError, (string?)null),
                stop
            );
        audit.Write("PrintLettersHere", "message", null, $"{moved} letters");
        await db.SaveChangesAsync(stop);
        var left = await waiting.CountAsync(stop);
        await transaction.CommitAsync(stop);
        return (moved, left);
    }
}
