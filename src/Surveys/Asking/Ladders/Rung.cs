// One rung of a ladder: a way of asking, and how long it is given to bring an answer.
using System.Text.Json.Serialization;
using Hearth.Messaging.Public;
using Hearth.People.Public;

namespace Hearth.Surveys.Asking.Ladders;

/// <param name="WaitDays">Days without an answer after which the next rung is tried.</param>
internal sealed record Rung([property: JsonConverter(typeof(JsonStringEnumConverter<Channel>))] Channel Channel, int WaitDays);

/// <summary>Several ways of asking at once.</summary>
[Flags]
internal enum Ways
{
    None = 0,
    Email = 1,
    Text = 2,
    Letter = 4,
    Telephone = 8,
    Door = 16,
    WhatsApp = 32,
}

internal static class WaysOfChannels
{
    private static readonly Channel[] All = Enum.GetValues<Channel>();

    /// <summary>From the quickest to the dearest: the order of the rungs.</summary>
    public static IReadOnlyList<Channel> InOrder { get; } =
    [Channel.Email, Channel.Text, Channel.WhatsApp, Channel.Letter, Channel.Telephone, Channel.Door];

    public static Ways Flag(this Channel channel) => (Ways)(1 << (int)channel);

    /// <summary>The ways by which this household may be asked to take a survey now; none where it said no or is not to be contacted.</summary>
    public static Ways MayBeAskedBy(this AudienceMember member)
    {
        if (member.DoNotContact || member.Refused.Contains(MessageKind.Surveys))
        {
            return Ways.None;
        }
        var ways = Ways.None;
        foreach (var channel in All)
        {
            ways |= member.Reach(channel) is null ? Ways.None : channel.Flag();
        }
        return ways;
    }
}
