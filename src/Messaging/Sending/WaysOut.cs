// Which way out each channel has on this landlord's Hearth, and which of them rests because nothing answers there.
using System.Collections.Concurrent;
using Hearth.Messaging.Public;

namespace Hearth.Messaging.Sending;

internal sealed class WaysOut(IEnumerable<IWayOut> ways, TimeProvider time)
{
    /// <summary>How long a way that is closed is left alone: long enough not to hammer, short enough that a sign-in code still arrives.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly Dictionary<Channel, IWayOut> byChannel = ways.ToDictionary(way => way.Channel);

    // Each node finds out for itself: a mail server may be out of reach from one only.
    private readonly ConcurrentDictionary<Channel, DateTimeOffset> resting = new();

    /// <summary>Channels that only a computer sends by. The others wait for print runs and callers, but for letters where a provider prints them.</summary>
    public static IReadOnlyList<Channel> Automatic { get; } = [Channel.Email, Channel.Text, Channel.WhatsApp];

    public IReadOnlyCollection<IWayOut> All => byChannel.Values;

    /// <summary>Channels that can be sent by now.</summary>
    public IReadOnlyList<Channel> Open =>
        [.. byChannel.Keys.Where(channel => !resting.TryGetValue(channel, out var until) || until <= time.GetUtcNow())];

    /// <summary>True when no message leaves this computer.</summary>
    public bool Local => byChannel.Values.All(way => way.Local);

    /// <summary>True where a provider prints and posts letters; the print runs hold only those that it cannot take.</summary>
    public bool LettersLeave => byChannel.ContainsKey(Channel.Letter);

    public IWayOut? For(Channel channel) => byChannel.GetValueOrDefault(channel);

    public void Close(Channel channel) => resting[channel] = time.GetUtcNow() + Rest;
}
