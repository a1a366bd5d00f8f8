// What is due in a cycle and what is late: asked, closed, reported, met, told, the next prepared.
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Programme;

internal enum Step
{
    Asked,
    Closed,
    Reported,
    Met,
    Told,
    Prepared,
}

/// <summary>One line of the checklist.</summary>
/// <param name="Due">The day by which it is to be done.</param>
/// <param name="DoneOn">The day it was done; null while it is not, or where only that it was done is known.</param>
internal sealed record CheckLine(Step Step, DateOnly Due, bool Done, DateOnly? DoneOn)
{
    /// <summary>Hearth sees it itself; nobody ticks it.</summary>
    public bool SeenByItself => Step is Step.Asked or Step.Closed or Step.Told;

    public string What =>
        Step switch
        {
            Step.Asked => "Survey open",
            Step.Closed => "Survey closed",
            Step.Reported => "Report written for the panel",
            Step.Met => "Meeting with the lead officer held",
            Step.Told => "Feedback published to those who answered",
            _ => "Next survey prepared",
        };

    /// <summary>What the board says where it was not done in time.</summary>
    public string NotDone =>
        Step switch
        {
            Step.Asked => "not asked",
            Step.Closed => "not closed",
            Step.Reported => "no report",
            Step.Met => "no meeting",
            Step.Told => "no feedback",
            _ => "next not prepared",
        };

    public bool IsLate(DateOnly today) => !Done && Due < today;

    public bool IsDue(DateOnly today) => !Done && Due >= today && Due <= today.AddDays(6);
}

/// <summary>What Hearth knows of the survey of a cycle.</summary>
/// <param name="LastDay">The last day of answering, or the planned one.</param>
/// <param name="FedBackOn">The day the first reply that came from it was published; null while there is none.</param>
internal sealed record SurveyFacts(
    Guid Id,
    string Title,
    SurveyStatus Status,
    DateOnly OpensOn,
    DateOnly LastDay,
    int Asked,
    int Answered,
    DateOnly? FedBackOn
)
{
    public bool HasOpened => Status is SurveyStatus.Open or SurveyStatus.Closed;
}

internal static class Checklist
{
    /// <summary>The six lines of a cycle.</summary>
    /// <param name="survey">Its survey; null where it has none.</param>
    /// <param name="next">The survey of the next cycle; null where there is none.</param>
    public static IReadOnlyList<CheckLine> Of(Cycle cycle, SurveyFacts? survey, SurveyFacts? next)
    {
        // the next one is prepared once nothing but its day is awaited, or when an officer says so
        var ready = next is { Status: not SurveyStatus.Draft };
        var closed = survey is { Status: SurveyStatus.Closed };
        return
        [
            new(Step.Asked, cycle.StartsOn, survey is { HasOpened: true }, survey is { HasOpened: true } ? survey.OpensOn : null),
            new(Step.Closed, cycle.ClosesOn.AddDays(1), closed, closed ? survey!.LastDay : null),
            new(Step.Reported, cycle.MeetsOn, cycle.ReportedOn is not null, cycle.ReportedOn),
            new(Step.Met, cycle.MeetsOn, cycle.MetOn is not null, cycle.MetOn),
            new(Step.Told, cycle.TellBy, survey?.FedBackOn is not null, survey?.FedBackOn),
            new(Step.Prepared, cycle.EndsOn, ready || cycle.PreparedOn is not null, cycle.PreparedOn),
        ];
    }
}
