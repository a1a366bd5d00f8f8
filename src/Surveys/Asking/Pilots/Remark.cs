// What somebody who tries a survey out says of a question. Kept apart from answers, and never shown to anyone outside.
namespace Hearth.Surveys.Asking.Pilots;

internal sealed class Remark
{
    public const int Longest = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The try-out.</summary>
    public Guid SurveyId { get; init; }
    public Guid InvitationId { get; init; }

    /// <summary>Which question, by its key: the question itself may be deleted because of what is said here.</summary>
    public string QuestionKey { get; init; } = "";
    public string Text { get; set; } = "";
    public DateTimeOffset At { get; set; }
}
