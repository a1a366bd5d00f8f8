// One message to one person by one channel, and what became of it.
namespace Hearth.Messaging.Public;

public enum Channel
{
    Email,
    Text,
    Letter,
    Telephone,

    /// <summary>Somebody knocks: a visit to the home.</summary>
    Door,

    /// <summary>Only for people who chose it themselves.</summary>
    WhatsApp,
}

public enum MessageStatus
{
    /// <summary>Waits for the sender, for the next print run or for a caller.</summary>
    Queued,

    /// <summary>A node has it in hand now.</summary>
    Sending,

    /// <summary>Accepted by the provider, printed and posted, or the person was reached.</summary>
    Sent,

    /// <summary>Gone for good: refused, no such address, letter came back, nobody reached after the last try.</summary>
    Failed,

    /// <summary>The node died while sending: it may have gone, so it is not sent again by itself; an officer decides.</summary>
    InDoubt,

    /// <summary>Taken back before it went (the person answered, or withdrew).</summary>
    Cancelled,
}

/// <summary>What a module asks to be sent.</summary>
/// <param name="Key">Unique: a second message with the same key is not made ("survey/{id}/invite/{household}").</param>
/// <param name="Purpose">What it is, for the board and for outcome handlers: <c>survey-invitation</c>, <c>reply</c>, <c>sign-in-code</c>.</param>
/// <param name="About">The survey or reply it is about.</param>
/// <param name="To">Whom, and how they are reached by this channel.</param>
/// <param name="Subject">Subject of the e-mail, heading of the letter, reason for the call. One line.</param>
/// <param name="Body">Plain text; blank lines part paragraphs. The script, for a call or a visit.</param>
public sealed record MessageToSend(string Key, string Purpose, Guid? About, Recipient To, Channel Channel, string Subject, string Body)
{
    /// <summary>A code and address printed in a frame with a QR code, in a letter.</summary>
    public LetterCode? Code { get; init; }

    /// <summary>The same in English, where the message is in another language; see <see cref="InTheirLanguage"/>.</summary>
    public InEnglish? English { get; init; }

    /// <summary>Not before this instant.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Of no use after this instant (a sign-in code that has run out): it is not sent any more, and counts as failed.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>True when the body must not be readable later (a sign-in code): it is wiped once sent.</summary>
    public bool Secret { get; init; }
}

/// <summary>The code a letter carries.</summary>
/// <param name="Code">As typed by the tenant: <c>7K4M 2QXR</c>.</param>
/// <param name="Url">What the QR code opens.</param>
/// <param name="ShortAddress">What the tenant types: <c>tell.ousebridge.example</c>.</param>
/// <param name="AnswerBy">Last day.</param>
public sealed record LetterCode(string Code, string Url, string ShortAddress, DateOnly? AnswerBy);

/// <summary>Where one person is reached.</summary>
/// <param name="PersonId">Null for somebody who is not (yet) a person in Hearth.</param>
/// <param name="Name">For the envelope and the greeting.</param>
/// <param name="Address">E-mail address, telephone number in E.164, or the postal address (for a letter and for a visit) in lines parted by \n.</param>
/// <param name="Language">BCP 47.</param>
public sealed record Recipient(Guid? PersonId, string Name, string Address, string Language = "en-GB");

/// <summary>Told to every handler when a message reached its end: sent or failed. A letter that came back was sent and is failed later: both are told, in that order.</summary>
public sealed record MessageOutcome(
    Guid MessageId,
    string Key,
    string Purpose,
    Guid? About,
    Guid? PersonId,
    Channel Channel,
    MessageStatus Status,
    DateTimeOffset At,
    string? Reason
);

/// <summary>Reasons of <see cref="MessageOutcome.Reason"/> that a module may act on.</summary>
public static class OutcomeReasons
{
    /// <summary>The person asked the caller not to ring again.</summary>
    public const string AskedNotToBeRung = "Asked not to be rung";

    /// <summary>The person asked whoever knocked not to come again.</summary>
    public const string AskedNotToBeVisited = "Asked not to be visited";

    /// <summary>The person wants no more messages of this kind, by whatever way.</summary>
    public const string SaidNo = "Said no to messages of this kind";

    /// <summary>Somebody else has this number.</summary>
    public const string WrongNumber = "Wrong number";

    /// <summary>It may not be sent this way to this person. Why is nobody's business.</summary>
    public const string HeldBack = "Not sent: this way is not used for this person";

    /// <summary>They answered “stop” on the way itself.</summary>
    public const string Stopped = "They asked to get no more this way";

    /// <summary>The letter came back: nobody of this name lives there.</summary>
    public const string GoneAway = "Came back: gone away";
}

/// <summary>A module that wants to know what became of its messages. Called in the unit of work that records the outcome; must not save.</summary>
public interface IMessageOutcomes
{
    Task OnOutcomeAsync(MessageOutcome outcome, CancellationToken stop);
}
