// When people may be disturbed: not before nine in the morning, not after seven in the evening.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;

namespace Hearth.Surveys.Asking.Ladders;

internal static class PoliteHours
{
    private static readonly TimeOnly From = new(9, 0);
    private static readonly TimeOnly Until = new(19, 0);

    public static bool Are(DateTimeOffset at)
    {
        var time = TimeOnly.FromDateTime(at.InLondon().DateTime);
        return time >= From && time < Until;
    }

    /// <summary>The same messages, of which none disturbs anybody by night. Letters may be printed, and calls handed out, at any hour.</summary>
    public static IEnumerable<MessageToSend> ByDay(this IEnumerable<MessageToSend> messages, DateTimeOffset now)
    {
        var then = FromThen(now);
        return then == now
            ? messages
            : messages.Select(message =>
                message.Channel is Channel.Email or Channel.Text or Channel.WhatsApp ? message with { NotBefore = then } : message
            );
    }

    /// <summary>This instant, or the next morning at nine.</summary>
    public static DateTimeOffset FromThen(DateTimeOffset at)
    {
        if (Are(at))
        {
            return at;
        }
        var day = at.DayInLondon();
        var early = TimeOnly.FromDateTime(at.InLondon().DateTime) < From;
        var morning = (early ? day : day.AddDays(1)).ToDateTime(From);
        return new DateTimeOffset(morning, LondonTime.Zone.GetUtcOffset(morning)).ToUniversalTime();
    }
}
