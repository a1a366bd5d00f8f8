// One text of a questionnaire in another language, with the fingerprint of what it was translated from.
namespace Hearth.Surveys.Questionnaires.Translations;

internal sealed class Translation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }

    /// <summary>As BCP 47 writes it: <c>pl</c>, <c>ur</c>.</summary>
    public string Language { get; init; } = "";

    /// <summary>Which text: <c>title</c>, <c>q3.text</c>, <c>q3.o.2</c>.</summary>
    public string Part { get; init; } = "";
    public string Text { get; set; } = "";

    /// <summary>Fingerprint of the English it was made from; another one there now makes it out of date.</summary>
    public string Source { get; set; } = "";
    public DateTimeOffset At { get; set; }

    /// <summary>Who reads the language and has checked it; null where nobody has.</summary>
    public string? CheckedBy { get; set; }
}
