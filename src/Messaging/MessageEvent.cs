// One line of a message's history: a try, an outcome, what an officer decided.
namespace Hearth.Messaging;

internal sealed class MessageEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid MessageId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>In words: “Sent”, “Tried, will try again”.</summary>
    public string What { get; init; } = "";

    /// <summary>What the provider or the officer said.</summary>
    public string? Note { get; set; }

    /// <summary>A member of staff, or Hearth itself.</summary>
    public string By { get; init; } = "";
}
