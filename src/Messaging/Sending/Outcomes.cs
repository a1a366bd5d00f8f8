// Brings a message to its end in the caller's unit of work, and tells the modules that wait for it.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Sending;

internal sealed class Outcomes(HearthDb db, IEnumerable<IMessageOutcomes> told, TimeProvider time)
{
    public const string Hearth = "Hearth";

    /// <summary>Sent or failed: status, history and every module's own record of it are saved together by the caller.</summary>
    public async Task EndAsync(StoredMessage message, MessageStatus status, string what, string? reason, string by, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        End(message, status, reason, now);
        Note(message, what, reason, by);
        foreach (var module in told)
        {
            await module.OnOutcomeAsync(message.Outcome(now), stop);
        }
        message.OutcomeDueAt = null;
        MessageMeter.End(message, now);
    }

    /// <summary>The same, but the modules are told later, by the sender's job: one of them could not take it now.</summary>
    public void EndUntold(StoredMessage message, MessageStatus status, string what, string? reason, string by, TimeSpan tellIn)
    {
        var now = time.GetUtcNow();
        End(message, status, reason, now);
        Note(message, what, reason, by);
        message.OutcomeDueAt = now + tellIn;
        MessageMeter.End(message, now);
    }

    /// <summary>Tells the modules of an end that was recorded before.</summary>
    public async Task TellAsync(StoredMessage message, CancellationToken stop)
    {
        foreach (var module in told)
        {
            await module.OnOutcomeAsync(message.Outcome(message.EndedAt ?? time.GetUtcNow()), stop);
        }
        message.OutcomeDueAt = null;
    }

    /// <summary>A line of the message's history.</summary>
    public void Note(StoredMessage message, string what, string? note, string by) =>
        db.Add(
            new MessageEvent
            {
                MessageId = message.Id,
                At = time.GetUtcNow(),
                What = what,
                Note = note,
                By = by,
            }
        );

    /// <summary>A letter that the provider does not print goes back to wait for a print run here.</summary>
    public void PrintHere(StoredMessage message, string reason, string by = Hearth)
    {
        message.Status = MessageStatus.Queued;
        message.PrintHere = reason;
        message.DueAt = time.GetUtcNow();
        message.EndedAt = null;
        message.LeasedUntil = null;
        message.LeasedBy = null;
        message.ReceiptDueAt = null;
        message.LastError = null;
        Note(message, "To be printed here", reason, by);
    }

    /// <summary>Makes sure that the message is still as the caller believes, and holds it until the caller's transaction ends; null when somebody else was first.</summary>
    public async Task<StoredMessage?> HoldAsync(IQueryable<StoredMessage> asBelieved, CancellationToken stop)
    {
        // The update takes the row's lock on PostgreSQL; on SQLite the transaction already holds the only pen.
        var held = await asBelieved.ExecuteUpdateAsync(m => m.SetProperty(x => x.Attempts, x => x.Attempts), stop);
        return held == 1 ? await asBelieved.FirstOrDefaultAsync(stop) : null;
    }

    private static void End(StoredMessage message, MessageStatus status, string? reason, DateTimeOffset now)
    {
        message.Status = status;
        message.EndedAt = now;
        message.LeasedUntil = null;
        message.LeasedBy = null;
        message.LeasedByName = null;
        message.ReceiptDueAt = status == MessageStatus.Sent ? message.ReceiptDueAt : null;
        message.LastError = status == MessageStatus.Failed ? reason : null;
        if (message.Secret)
        {
            message.Body = "";
            message.Code = null;
            message.English = null;
            // several people may share the address: no erasure of one of them would find it here
            message.ToName = "";
            message.ToAddress = "";
        }
    }
}
