// A message in the outbox.
using Hearth.Messaging.Public;

namespace Hearth.Messaging;

internal sealed class StoredMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Key { get; set; } = "";
    public string Purpose { get; init; } = "";
    public Guid? About { get; init; }
    public Guid? PersonId { get; set; }
    public Channel Channel { get; init; }
    public string ToName { get; set; } = "";
    public string ToAddress { get; set; } = "";

    /// <summary>Of the words; for a call or a visit, of the person.</summary>
    public string Language { get; set; } = "en-GB";
    public string Subject { get; set; } = "";
    public string Body { get; set; } = "";

    /// <summary>JSON of <see cref="LetterCode"/>.</summary>
    public string? Code { get; set; }

    /// <summary>JSON of <see cref="InEnglish"/>, for a message in another language.</summary>
    public string? English { get; set; }

    /// <summary>Of a text: what it is paid in. 1 for everything else.</summary>
    public int Parts { get; set; } = 1;
    public bool Secret { get; init; }
    public MessageStatus Status { get; set; } = MessageStatus.Queued;
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Not before this; moved on after a try that failed.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Of no use afterwards: not sent any more.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Tries that said something about this message; a mail server that is down does not count.</summary>
    public int Attempts { get; set; }

    /// <summary>Until when a node (or, for a call, a caller) has it in hand.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>The run of the sender, or the member of staff, that has it in hand.</summary>
    public Guid? LeasedBy { get; set; }

    /// <summary>The caller's name, for the others on the call list.</summary>
    public string? LeasedByName { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Set while the outcome is known here but some module has not been told of it yet; the next try is then.</summary>
    public DateTimeOffset? OutcomeDueAt { get; set; }

    /// <summary>The provider's own id, or the file's name.</summary>
    public string? ProviderId { get; set; }
    public string? LastError { get; set; }

    /// <summary>The print run a letter went out with.</summary>
    public Guid? BatchId { get; set; }

    /// <summary>When the provider is next asked what became of a letter it has taken; null where there is nothing more to ask.</summary>
    public DateTimeOffset? ReceiptDueAt { get; set; }

    /// <summary>Why a letter is printed here though letters go out through a provider; null where it goes the usual way.</summary>
    public string? PrintHere { get; set; }

    /// <summary>Whether the words can still be shown and sent.</summary>
    public bool HasWords => Body.Length > 0;

    public MessageOutcome Outcome(DateTimeOffset at) =>
        new(Id, Key, Purpose, About, PersonId, Channel, Status, at, Status == MessageStatus.Failed ? LastError : null);
}
