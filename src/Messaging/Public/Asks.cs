// When people were last asked for something, by whatever part of Hearth: what the outbox has carried, less what asks for nothing.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Public;

/// <summary>A purpose of messages that ask for nothing: a telling, a sign-in code. Every purpose that no module has named so counts as an ask.</summary>
public sealed record NotAnAsk(string Purpose);

public sealed class Asks(HearthDb db, IEnumerable<NotAnAsk> exempt)
{
    private readonly string[] none = [.. exempt.Select(purpose => purpose.Purpose).Distinct(StringComparer.Ordinal)];

    /// <summary>The last time each of these people was asked since this instant. What came back, or was taken back before it went, does not count.</summary>
    /// <param name="since">Asks before it are not looked at.</param>
    /// <param name="except">The thing that wants to know: its own asks do not count.</param>
    /// <param name="people">Only these, up to a few thousand; null for everybody.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> SinceAsync(
        DateTimeOffset since,
        Guid except,
        IReadOnlyCollection<Guid>? people,
        CancellationToken stop = default
    )
    {
        var messages = db.Set<StoredMessage>()
            .Where(m => m.PersonId != null && m.CreatedAt >= since && m.About != except && !EF.Parameter(none).Contains(m.Purpose))
            .Where(m => m.Status != MessageStatus.Cancelled && m.Status != MessageStatus.Failed);
        if (people is not null)
        {
            messages = messages.Where(m => EF.Parameter(people).Contains(m.PersonId!.Value));
        }
        return await messages
            .GroupBy(m => m.PersonId!.Value)
            .Select(g => new { g.Key, Last = g.Max(m => m.CreatedAt) })
            .ToDictionaryAsync(g => g.Key, g => g.Last, stop);
    }
}
