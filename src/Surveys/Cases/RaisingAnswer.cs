// An answer of a survey that raises a worry by itself, or a question in words whose writers are promised a reply.
namespace Hearth.Surveys.Cases;

internal sealed class RaisingAnswer
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }
    public Guid QuestionId { get; init; }

    /// <summary>Of the choice; empty for a question in words.</summary>
    public string Code { get; init; } = "";
    public Worry Kind { get; init; }
}
