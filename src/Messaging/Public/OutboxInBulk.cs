// Many messages at once: what a survey to every tenant needs, written in the caller's transaction past the change tracker.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Public;

public sealed partial class Outbox
{
    /// <summary>Writes the messages in the transaction that is open; the database refuses all of them where one key was used before.</summary>
    /// <returns>How many were written.</returns>
    public Task<int> AddManyAsync(IEnumerable<MessageToSend> messages, CancellationToken stop = default) =>
        db.InsertManyAsync(messages.Select(Stored), stop);

    /// <summary>Takes back what has not gone yet about this thing, of these purposes.</summary>
    public Task<int> CancelAsync(Guid about, IReadOnlyCollection<string> purposes, CancellationToken stop = default) =>
        CancelAsync(db.Set<StoredMessage>().Where(m => m.About == about && purposes.Contains(m.Purpose)), stop);

    /// <summary>Takes back what has not gone yet to these people about this thing.</summary>
    public async Task<int> CancelAsync(Guid about, IReadOnlyCollection<Guid> people, CancellationToken stop = default)
    {
        var cancelled = 0;
        foreach (var some in people.Chunk(2000))
        {
            cancelled += await CancelAsync(
                db.Set<StoredMessage>().Where(m => m.About == about && m.PersonId != null && EF.Parameter(some).Contains(m.PersonId.Value)),
                stop
            );
        }
        return cancelled;
    }

    /// <summary>People to whom a message about this thing still waits or is in hand.</summary>
    public async Task<IReadOnlySet<Guid>> WaitingAsync(Guid about, CancellationToken stop = default) =>
        (
            await db.Set<StoredMessage>()
                .Where(m =>
                    m.About == about && m.PersonId != null && (m.Status == MessageStatus.Queued || m.Status == MessageStatus.Sending)
                )
                .Select(m => m.PersonId!.Value)
                .Distinct()
                .ToListAsync(stop)
        ).ToHashSet();

    /// <summary>What waits about this thing, to be brought to its end by its key.</summary>
    public async Task<IReadOnlyList<(string Key, Channel Channel, string Address)>> WaitingKeysAsync(
        Guid about,
        CancellationToken stop = default
    ) =>
        [
            .. (
                await db.Set<StoredMessage>()
                    .Where(m => m.About == about && m.Status == MessageStatus.Queued)
                    .Select(m => new
                    {
                        m.Key,
                        m.Channel,
                        m.ToAddress,
                    })
                    .ToListAsync(stop)
            ).Select(m => (m.Key, m.Channel, m.ToAddress)),
        ];

    private Task<int> CancelAsync(IQueryable<StoredMessage> messages, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return messages
            .Where(m => m.Status == MessageStatus.Queued)
            .ExecuteUpdateAsync(
                m => m.SetProperty(x => x.Status, MessageStatus.Cancelled).SetProperty(x => x.EndedAt, (DateTimeOffset?)now),
                stop
            );
    }
}
