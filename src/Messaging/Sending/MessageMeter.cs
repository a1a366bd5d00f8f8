// Counters for the landlord's monitoring: how many messages went by which way and how long they waited. No person in them.
using System.Diagnostics.Metrics;
using Hearth.Messaging.Public;

namespace Hearth.Messaging.Sending;

internal static class MessageMeter
{
    private static readonly Meter Meter = new("Hearth");

    private static readonly Counter<long> Ended = Meter.CreateCounter<long>(
        "hearth.messages.ended",
        "{message}",
        "Messages that were sent, failed or fell in doubt"
    );

    private static readonly Counter<long> Retried = Meter.CreateCounter<long>(
        "hearth.messages.retried",
        "{message}",
        "Tries that will be made again"
    );

    private static readonly Histogram<double> Waited = Meter.CreateHistogram<double>(
        "hearth.messages.wait",
        "s",
        "From the time a message was due to the time it was sent"
    );

    public static void End(StoredMessage message, DateTimeOffset at)
    {
        KeyValuePair<string, object?> channel = new("channel", message.Channel.ToString());
        KeyValuePair<string, object?> purpose = new("purpose", message.Purpose);
        Ended.Add(1, channel, purpose, new("status", message.Status.ToString()));
        if (message.Status == MessageStatus.Sent)
        {
            Waited.Record(Math.Max(0, (at - message.DueAt).TotalSeconds), channel, purpose);
        }
    }

    public static void Doubt(StoredMessage message) =>
        Ended.Add(
            1,
            new("channel", message.Channel.ToString()),
            new("purpose", message.Purpose),
            new("status", nameof(MessageStatus.InDoubt))
        );

    /// <summary>A print run that was posted.</summary>
    public static void Posted(int letters) =>
        Ended.Add(letters, new("channel", nameof(Channel.Letter)), new("status", nameof(MessageStatus.Sent)));

    public static void Retry(StoredMessage message) =>
        Retried.Add(1, new KeyValuePair<string, object?>("channel", message.Channel.ToString()));
}
