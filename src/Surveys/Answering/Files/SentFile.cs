// A photograph or document that a household sent with an answer. Its content is sealed; only officers who run surveys open it.
namespace Hearth.Surveys.Answering.Files;

internal sealed class SentFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }
    public Guid InvitationId { get; init; }
    public Guid QuestionId { get; init; }

    /// <summary>As the tenant's device named it, without a path and with the ending that its content has.</summary>
    public string Name { get; init; } = "";

    /// <summary>By its first bytes, never by what was claimed.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>Bytes of the cleaned content.</summary>
    public int Size { get; init; }

    /// <summary>Cleaned of where and when it was made, then sealed with the server's keys.</summary>
    public byte[] Content { get; init; } = [];
    public DateTimeOffset At { get; init; }

    /// <summary>When the answers it belongs to were sent; null while they are on their way, and officers do not see it.</summary>
    public DateTimeOffset? SentAt { get; set; }
}
