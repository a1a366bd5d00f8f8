// One survey of the year: four weeks, from asking to having prepared the next.
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Programme;

internal sealed class Cycle
{
    public const int Days = 28;
    public const int LongestTopic = 100;
    public const int LongestLead = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid YearId { get; init; }

    /// <summary>Its number in the year; it stays when the cycle is moved.</summary>
    public int Number { get; init; }
    public string Topic { get; set; } = "";

    /// <summary>Who leads on the topic, as people know them: a colleague, or somebody without an account.</summary>
    public string Lead { get; set; } = "";

    /// <summary>Their account, where they have one.</summary>
    public Guid? LeadStaffId { get; set; }

    /// <summary>The first day of week 1.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>The day of the meeting with the lead officer, in week 2.</summary>
    public DateOnly MeetsOn { get; set; }

    /// <summary>The survey that asks; null until one is made or chosen.</summary>
    public Guid? SurveyId { get; set; }

    /// <summary>What nobody but an officer can know: that the report was written, the meeting held, the next one prepared.</summary>
    public DateOnly? ReportedOn { get; set; }
    public DateOnly? MetOn { get; set; }
    public DateOnly? PreparedOn { get; set; }

    /// <summary>The last day of week 1: the survey closes.</summary>
    public DateOnly ClosesOn => StartsOn.AddDays(6);

    /// <summary>The last day of week 3: by then everyone who answered is told.</summary>
    public DateOnly TellBy => StartsOn.AddDays(20);

    /// <summary>The last day of week 4.</summary>
    public DateOnly EndsOn => StartsOn.AddDays(Days - 1);

    /// <summary>“Survey 3: Letters you can read”.</summary>
    public string Title => Topic.Length == 0 ? $"Survey {Number}" : $"Survey {Number}: {Topic}";

    /// <summary>First and last day of a week, from 1 to 4.</summary>
    public (DateOnly From, DateOnly Until) Week(int number) => (StartsOn.AddDays(7 * (number - 1)), StartsOn.AddDays((7 * number) - 1));

    /// <summary>Which week this day is in: 0 before the first, 5 after the last.</summary>
    public int WeekOf(DateOnly day) => day < StartsOn ? 0 : Math.Min(5, ((day.DayNumber - StartsOn.DayNumber) / 7) + 1);

    /// <summary>Moves all four weeks, and the meeting with them.</summary>
    public void MoveTo(DateOnly startsOn)
    {
        MeetsOn = MeetsOn.AddDays(startsOn.DayNumber - StartsOn.DayNumber);
        StartsOn = startsOn;
    }

    /// <summary>What is wrong with the topic, the lead officer and the meeting.</summary>
    public IEnumerable<Refusal> Faults()
    {
        if (Topic.Length > LongestTopic)
        {
            yield return new TopicTooLong();
        }
        if (Lead.Length > LongestLead)
        {
            yield return new LeadTooLong();
        }
        if (MeetsOn < StartsOn || MeetsOn > EndsOn)
        {
            yield return new MeetingOutsideTheCycle(StartsOn, EndsOn);
        }
    }
}
