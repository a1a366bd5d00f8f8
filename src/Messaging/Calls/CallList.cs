// Which calls there are to make, and whose turn each is: two callers never ring the same person.
using Hearth.Messaging.Public;

namespace Hearth.Messaging.Calls;

internal static class CallList
{
    /// <summary>After so many tries without an answer the call has failed.</summary>
    public const int MostTries = 3;

    /// <summary>Time to ring, talk and write down what came of it.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromMinutes(30);

    /// <summary>Calls on paper are kept for the caller until the evening.</summary>
    public static readonly TimeOnly PaperUntil = new(20, 0);

    /// <summary>Nobody is given a call for longer: a lease that runs on was made by a clock that has been set back since.</summary>
    public static readonly TimeSpan LongestTurn = TimeSpan.FromDays(1);

    /// <summary>Due, and not yet of no use.</summary>
    public static IQueryable<StoredMessage> ToMake(this IQueryable<StoredMessage> messages, Channel channel, DateTimeOffset now) =>
        messages.Where(m =>
            m.Status == MessageStatus.Queued && m.Channel == channel && m.DueAt <= now && (m.NotAfter == null || m.NotAfter >= now)
        );

    /// <summary>In nobody's hands, or in hands that have let it lie too long.</summary>
    public static IQueryable<StoredMessage> Free(this IQueryable<StoredMessage> calls, DateTimeOffset now)
    {
        var longest = now + LongestTurn;
        return calls.Where(m => m.LeasedUntil == null || m.LeasedUntil < now || m.LeasedUntil > longest);
    }

    public static IQueryable<StoredMessage> HeldBy(this IQueryable<StoredMessage> calls, Guid caller, DateTimeOffset now) =>
        calls.Where(m => m.LeasedBy == caller && m.LeasedUntil >= now);
}
