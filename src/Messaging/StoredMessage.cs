// A message in the outbox.
using Hearth.Messaging.Public;

namespace Hearth.Messaging;

internal sealed class StoredMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Key { get; init; } = "";
    public string Purpose { get; init; } = "";
    public Guid? About { get; init; }
    public Guid? PersonId { get; set; }
    public Channel Channel { get; init; }
    public string ToName { get; set; } = "";
    public string ToAddress { get; set; } = "";
    public string Language { get; init; } = "en-GB";
    public string Subject { get; init; } = "";
    public string Body { get; set; } = "";

    /// <summary>JSON of <see cref="LetterCode"/>.</summary>
    public string? Code { get; set; }
    public bool Secret { get; init; }
    public MessageStatus Status { get; set; } = MessageStatus.Queued;
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? LeasedUntil { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The provider's own id, or the file's name.</summary>
    public string? ProviderId { get; set; }
    public string? LastError { get; set; }

    /// <summary>The print run a letter went out with.</summary>
    public Guid? BatchId { get; set; }
}
