// Which letters wait to be printed: due, and not yet of no use.
using Hearth.Messaging.Public;

namespace Hearth.Messaging.Letters;

internal static class WaitingLetters
{
    /// <summary>The letters of a run; those held back since it was made are not printed.</summary>
    public static IQueryable<StoredMessage> InRun(this IQueryable<StoredMessage> messages, Guid run) =>
        messages.Where(m => m.BatchId == run && (m.Status != MessageStatus.Failed || m.LastError != OutcomeReasons.HeldBack));

    public static IQueryable<StoredMessage> WaitingToBePrinted(this IQueryable<StoredMessage> messages, DateTimeOffset now) =>
        messages.Where(m =>
            m.Status == MessageStatus.Queued && m.Channel == Channel.Letter && m.DueAt <= now && (m.NotAfter == null || m.NotAfter >= now)
        );
}
