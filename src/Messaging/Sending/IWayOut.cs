// One way out of Hearth for one channel: a mail server, a folder, later a text provider.
using Hearth.Messaging.Public;

namespace Hearth.Messaging.Sending;

internal interface IWayOut
{
    Channel Channel { get; }

    /// <summary>True when sending the same message again changes nothing, so that one a dead node left behind may simply go again.</summary>
    bool SafeToRepeat { get; }

    /// <summary>True when nothing leaves this computer.</summary>
    bool Local { get; }

    /// <summary>Where messages go, for the board: a folder or a server, never a password.</summary>
    string Where { get; }

    /// <summary>Tries once. Reports what happened; throws only for bugs.</summary>
    /// <param name="message">As it was when it was taken.</param>
    /// <param name="stop">The node is stopping. Heeded only while the message cannot have gone yet.</param>
    Task<Dispatch> SendAsync(StoredMessage message, CancellationToken stop);
}

/// <summary>What became of one try.</summary>
internal abstract record Dispatch;

/// <summary>The other side has taken it.</summary>
internal sealed record Accepted(string ProviderId) : Dispatch;

/// <summary>Not now, perhaps later: the other side said so of this message.</summary>
internal sealed record NotNow(string Reason) : Dispatch;

/// <summary>The other side cannot be reached or used at all; nothing was said of this message, and none of the others need be tried now.</summary>
internal sealed record WayClosed(string Reason) : Dispatch;

/// <summary>Never: refused for good.</summary>
internal sealed record Refused(string Reason) : Dispatch;

/// <summary>A letter that cannot go this way: it is printed and posted here.</summary>
internal sealed record ByHand(string Reason) : Dispatch;

/// <summary>The words were on their way when the line went dead: it may have gone.</summary>
internal sealed record Unknown(string Reason) : Dispatch;
