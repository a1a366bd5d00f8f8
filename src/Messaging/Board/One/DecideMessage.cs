// What an officer decides about a message: send it again, it went, it came back, take it back.
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Board.One;

internal sealed class DecideMessage(HearthDb db, Outcomes outcomes, AuditTrail audit, Actor actor, TimeProvider time)
{
    /// <summary>What may be decided of a message as it is.</summary>
    public static bool MaySendAgain(StoredMessage m) =>
        m.Status is MessageStatus.Failed or MessageStatus.InDoubt or MessageStatus.Cancelled && m.HasWords && m.ToAddress.Length > 0;

    public static bool MayHaveGone(StoredMessage m) => m.Status == MessageStatus.InDoubt;

    public static bool MayComeBack(StoredMessage m) =>
        m.Status == MessageStatus.Sent && m.Channel != Channel.Telephone && m.Channel != Channel.Door;

    public static bool MayBeTakenBack(StoredMessage m) => m.Status == MessageStatus.Queued;

    public Task<bool> SendAgainAsync(Guid id, CancellationToken stop) =>
        DecideAsync(
            "SendMessageAgain",
            id,
            m => m.Status == MessageStatus.Failed || m.Status == MessageStatus.InDoubt || m.Status == MessageStatus.Cancelled,
            MaySendAgain,
            message =>
            {
                // what may have gone is looked for at the provider before it goes again
                message.Attempts = message.Status == MessageStatus.InDoubt ? 1 : 0;
                message.Status = MessageStatus.Queued;
                message.DueAt = time.GetUtcNow();
                message.EndedAt = null;
                message.OutcomeDueAt = null;
                message.LeasedUntil = null;
                message.LeasedBy = null;
                message.LastError = null;
                message.BatchId = null;
                outcomes.Note(message, "To be sent again", null, actor.Name);
                return Task.CompletedTask;
            },
            stop
        );

    public Task<bool> ItWentAsync(Guid id, CancellationToken stop) =>
        DecideAsync(
            "SayMessageWent",
            id,
            m => m.Status == MessageStatus.InDoubt,
            MayHaveGone,
            message => outcomes.EndAsync(message, MessageStatus.Sent, "It went", null, actor.Name, stop),
            stop
        );

    public Task<bool> CameBackAsync(Guid id, string reason, CancellationToken stop) =>
        DecideAsync(
            "SayMessageCameBack",
            id,
            m => m.Status == MessageStatus.Sent && m.Channel != Channel.Telephone && m.Channel != Channel.Door,
            MayComeBack,
            message => outcomes.EndAsync(message, MessageStatus.Failed, "Came back", reason, actor.Name, stop),
            stop
        );

    public Task<bool> TakeBackAsync(Guid id, CancellationToken stop) =>
        DecideAsync(
            "TakeMessageBack",
            id,
            m => m.Status == MessageStatus.Queued,
            MayBeTakenBack,
            message =>
            {
                message.Status = MessageStatus.Cancelled;
                message.EndedAt = time.GetUtcNow();
                outcomes.Note(message, "Taken back", null, actor.Name);
                return Task.CompletedTask;
            },
            stop
        );

    // False when the message has moved on since the officer saw it.
    private async Task<bool> DecideAsync(
        string action,
        Guid id,
        System.Linq.Expressions.Expression<Func<StoredMessage, bool>> asSeen,
        Func<StoredMessage, bool> may,
        Func<StoredMessage, Task> decide,
        CancellationToken stop
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (
            await outcomes.HoldAsync(db.Set<StoredMessage>().Where(m => m.Id == id).Where(asSeen), stop) is not { } message
            || !may(message)
        )
        {
            return false;
        }
        await decide(message);
        audit.Write(action, "message", id);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }
}
