// Records what became of messages that did not leave by Hearth's own sender: posted by hand, carried over, told in the demo.
using Hearth.Messaging.Sending;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Public;

public sealed class EndedElsewhere(HearthDb db, IEnumerable<IMessageOutcomes> told)
{
    /// <summary>Brings those of these messages that still wait to their end, and tells every module; the caller saves.</summary>
    /// <param name="keys">Keys of the messages, as they were added.</param>
    /// <param name="status"><see cref="MessageStatus.Sent"/> or <see cref="MessageStatus.Failed"/>.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="reason">Why it failed; null where it was sent.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>How many were brought to their end.</returns>
    public async Task<int> EndAsync(
        IReadOnlyCollection<string> keys,
        MessageStatus status,
        DateTimeOffset at,
        string by,
        string? reason = null,
        CancellationToken stop = default
    )
    {
        if (status is not (MessageStatus.Sent or MessageStatus.Failed))
        {
            throw new ArgumentOutOfRangeException(nameof(status), status, "A message ends sent or failed.");
        }
        var outcomes = new Outcomes(db, told, new Then(at));
        var ended = 0;
        foreach (var some in keys.Chunk(500))
        {
            foreach (
                var message in await db.Set<StoredMessage>()
                    .Where(m => some.Contains(m.Key) && m.Status == MessageStatus.Queued)
                    .ToListAsync(stop)
            )
            {
                await outcomes.EndAsync(message, status, status == MessageStatus.Sent ? "Sent" : "Failed", reason, by, stop);
                ended++;
            }
        }
        return ended;
    }

    private sealed class Then(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
