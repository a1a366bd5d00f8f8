// Which letters wait to be printed: due, and not yet of no use.
using Hearth.Messaging.Public;

namespace Hearth.Messaging.Letters;

internal static class WaitingLetters
{
    public static IQueryable<StoredMessage> WaitingToBePrinted(this IQueryable<StoredMessage> messages, DateTimeOffset now) =>
        messages.Where(m =>
            m.Status == MessageStatus.Queued && m.Channel == Channel.Letter && m.DueAt <= now && (m.NotAfter == null || m.NotAfter >= now)
        );
}
