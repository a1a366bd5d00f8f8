// Which letters wait to be printed: due, and not yet of no use.
using Hearth.Messaging.Public;

namespace Hearth.Messaging.Letters;

internal static class WaitingLetters
{
    /// <summary>The letters of a run; those held back since it was made are not printed.</summary>
    public static IQueryable<StoredMessage> InRun(this IQueryable<StoredMessage> messages, Guid run) =>
        messages.Where(m => m.BatchId == run && (m.Status != MessageStatus.Failed || m.LastError != OutcomeReasons.HeldBack));

    /// <param name="messages">All.</param>
    /// <param name="now">Due by then.</param>
    /// <param name="lettersLeave">A provider prints letters: only those that it cannot take are printed here.</param>
    public static IQueryable<StoredMessage> WaitingToBePrinted(
        this IQueryable<StoredMessage> messages,
        DateTimeOffset now,
        bool lettersLeave
    ) =>
        messages.Where(m =>
            m.Status == MessageStatus.Queued
            && m.Channel == Channel.Letter
            && m.DueAt <= now
            && (m.NotAfter == null || m.NotAfter >= now)
            && (!lettersLeave || m.PrintHere != null)
        );

    /// <summary>Letters that wait for the provider; the sender takes them.</summary>
    public static IQueryable<StoredMessage> WaitingForTheProvider(this IQueryable<StoredMessage> messages) =>
        messages.Where(m => m.Status == MessageStatus.Queued && m.Channel == Channel.Letter && m.PrintHere == null);
}
