// How a cycle stands, in two or three words: told everyone, late, open now, planned.
namespace Hearth.Surveys.Programme;

/// <summary>A tag: its kind, which gives it its icon, and its words.</summary>
internal sealed record CycleMark(string Kind, string Words)
{
    public static CycleMark Of(Cycle cycle, YearNow now)
    {
        var lines = now.ChecklistOf(cycle);
        var late = lines.Where(line => line.IsLate(now.Today)).ToList();
        var warnings = now.Warnings.Count(warning => warning.Cycle == cycle.Id);
        return late switch
        {
            [var one] => new("hot", Capital(one.NotDone)),
            { Count: > 1 } => new("hot", $"{late.Count} things late"),
            _ when lines.All(line => line.Done) => new("done", "All done"),
            _ when warnings > 0 => new("hot", warnings == 1 ? "1 warning" : $"{warnings} warnings"),
            _ when lines.Single(line => line.Step == Step.Told).Done => new("done", "Told everyone"),
            _ when now.SurveyOf(cycle)?.Status == Questionnaires.SurveyStatus.Open => new("open", "Open now"),
            _ when cycle.WeekOf(now.Today) is > 0 and < 5 and var week => new("wait", $"Week {week} of 4"),
            _ when cycle.Topic.Length == 0 => new("plain", "No topic yet"),
            _ => new("plain", "Planned"),
        };
    }

    /// <summary>“1 day late”, “23 days late”.</summary>
    public static string DaysLate(CheckLine line, DateOnly today) =>
        (today.DayNumber - line.Due.DayNumber) switch
        {
            1 => "1 day late",
            var days => $"{days} days late",
        };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
