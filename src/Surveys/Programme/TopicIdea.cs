// A topic that somebody at work suggested for a survey of the year.
namespace Hearth.Surveys.Programme;

internal sealed class TopicIdea
{
    public const int LongestWhy = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Topic { get; init; } = "";

    /// <summary>What the answers are needed for.</summary>
    public string Why { get; init; } = "";

    /// <summary>The member of staff, as they were called then.</summary>
    public string SuggestedBy { get; init; } = "";
    public DateTimeOffset SuggestedAt { get; init; }

    /// <summary>The cycle that took it; null while it waits.</summary>
    public Guid? CycleId { get; set; }

    /// <summary>Set aside by an officer: it is not offered any more.</summary>
    public DateTimeOffset? SetAsideAt { get; set; }
}
