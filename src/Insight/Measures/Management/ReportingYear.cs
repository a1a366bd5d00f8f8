// A reporting year of the regulator: 1 April to 31 March, called by the year it ends in.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Management;

/// <param name="Ending">2026 for 1 April 2025 to 31 March 2026.</param>
internal readonly record struct ReportingYear(int Ending)
{
    public DateOnly From => new(Ending - 1, 4, 1);
    public DateOnly To => new(Ending, 3, 31);

    /// <summary>“2025/26”.</summary>
    public string Name => $"{Ending - 1}/{Ending % 100:00}";

    /// <summary>“31 March 2026”.</summary>
    public string End => Words.Day(To);

    public ReportingYear Before => new(Ending - 1);

    public RegulatorSet Set => RegulatorSet.On(From);

    public string Address => $"/insight/measures/{Ending}/management";

    public bool HasEnded(DateOnly today) => To < today;

    /// <summary>The year that runs on this day.</summary>
    public static ReportingYear On(DateOnly day) => new(day.Month >= 4 ? day.Year + 1 : day.Year);

    /// <summary>From the first year that was measured to the one that runs today, the latest first.</summary>
    public static IReadOnlyList<ReportingYear> Known(DateOnly today)
    {
        var first = On(RegulatorSet.All[0].From).Ending;
        var last = On(today).Ending;
        return [.. Enumerable.Range(first, last - first + 1).Reverse().Select(ending => new ReportingYear(ending))];
    }
}
