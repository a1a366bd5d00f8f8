// Which channels this landlord's Hearth has a way out for.
using Hearth.Messaging.Sending;

namespace Hearth.Messaging.Public;

public sealed class Channels
{
    private readonly WaysOut ways;

    internal Channels(WaysOut ways) => this.ways = ways;

    /// <summary>True where a message by this channel leaves some day: a way out is set up for it, or people print and ring. A way that rests for a moment still counts.</summary>
    public bool CanSend(Channel channel) => !WaysOut.Automatic.Contains(channel) || ways.For(channel) is not null;
}
