// One line of the audit: who did what to which thing, and when. Lines are added, never changed.
namespace Hearth.Storage.Public;

public sealed class AuditLine
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public DateTimeOffset At { get; init; }
    public ActorKind ActorKind { get; init; }
    public Guid? ActorId { get; init; }
    public string ActorName { get; init; } = "";

    /// <summary>The person in whose name it was done by somebody else; null where they did it themselves, and nearly always.</summary>
    public Guid? OnBehalfOf { get; init; }

    /// <summary>The slice, as a verb: <c>CloseSurvey</c>.</summary>
    public string Action { get; init; } = "";
    public string SubjectKind { get; init; } = "";
    public Guid? SubjectId { get; init; }

    /// <summary>What changed, in words or JSON. No answer, no equality data, no contact detail.</summary>
    public string? Detail { get; init; }
}
