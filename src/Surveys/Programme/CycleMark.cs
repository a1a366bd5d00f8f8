// How a cycle stands, in two or three words: told everyone, late, open now, planned.
namespace Hearth.Surveys.Programme;

/// <summary>A tag: its kind and icon, and its words.</summary>
internal sealed record CycleMark(string Kind, string? Icon, string Words)
{
    public static CycleMark Of(Cycle cycle, YearNow now)
    {
        var lines = now.ChecklistOf(cycle);
        var late = lines.Where(line => line.IsLate(now.Today)).ToList();
        var warnings = now.Warnings.Count(warning => warning.Cycle == cycle.Id);
        return late switch
        {
            [var one] => new("hot", "alert", Capital(one.NotDone)),
            { Count: > 1 } => new("hot", "alert", $"{late.Count} things late"),
            _ when lines.All(line => line.Done) => new("done", "tick", "All done"),
            _ when warnings > 0 => new("hot", "alert", warnings == 1 ? "1 warning" : $"{warnings} warnings"),
            _ when lines.Single(line => line.Step == Step.Told).Done => new("done", "tick", "Told everyone"),
            _ when now.SurveyOf(cycle)?.Status == Questionnaires.SurveyStatus.Open => new("open", "clock", "Open now"),
            _ when cycle.WeekOf(now.Today) is > 0 and < 5 and var week => new("wait", "clock", $"Week {week} of 4"),
            _ when cycle.Topic.Length == 0 => new("plain", null, "No topic yet"),
            _ => new("plain", null, "Planned"),
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
