// A question recorded by an officer, to be heard by tenants who would rather listen than read.
namespace Hearth.Surveys.Questionnaires.Audio;

internal sealed class QuestionVoice
{
    /// <summary>The language the questionnaire is written in.</summary>
    public const string Source = "en";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }
    public Guid QuestionId { get; init; }

    /// <summary>In which language it is spoken, as BCP 47 writes it: <c>en</c>, <c>ur</c>.</summary>
    public string Language { get; init; } = Source;

    /// <summary>By its first bytes, never by what was claimed.</summary>
    public string MediaType { get; init; } = "";
    public byte[] Content { get; init; } = [];
    public DateTimeOffset At { get; init; }
}
