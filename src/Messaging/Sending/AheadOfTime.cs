// Messages that a clock which was ahead wrote or put off: once it is put right they would wait until that hour comes, in a day or in a year.
using System.Linq.Expressions;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;

namespace Hearth.Messaging.Sending;

internal static class AheadOfTime
{
    /// <summary>Written in what is still to come, or put off after a try for longer than any is. A call may be put off for weeks: somebody chose the day.</summary>
    public static Expression<Func<StoredMessage, bool>> At(DateTimeOffset now)
    {
        var (ahead, longest) = (now + ClockLeap.Trifle, now + Backoff.Longest + ClockLeap.Trifle);
        return m =>
            m.Status == MessageStatus.Queued
            && m.DueAt > ahead
            && (
                m.CreatedAt > ahead
                || (m.LastError != null && m.Channel != Channel.Telephone && m.Channel != Channel.Door && m.DueAt > longest)
            );
    }

    /// <summary>When it is due by the clock that is right: at the hour of the day that it waited for, since some messages wait for the morning; at once where it waited for none.</summary>
    public static DateTimeOffset Again(StoredMessage message, DateTimeOffset now)
    {
        if (message.LastError is not null || message.DueAt - message.CreatedAt < ClockLeap.Trifle)
        {
            return now;
        }
        var wait = message.DueAt.InLondon().TimeOfDay - now.InLondon().TimeOfDay;
        return now + (wait < TimeSpan.Zero ? wait + TimeSpan.FromDays(1) : wait);
    }
}
