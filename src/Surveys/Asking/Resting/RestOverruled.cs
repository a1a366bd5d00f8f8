// A manager's decision that a survey asks people whom something else asked lately, with the reason.
namespace Hearth.Surveys.Asking.Resting;

internal sealed class RestOverruled
{
    public Guid SurveyId { get; init; }
    public string Reason { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string By { get; init; } = "";
}
