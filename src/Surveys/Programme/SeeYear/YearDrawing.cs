// Where things lie on the picture of the year, in per cent of its width.
using System.Globalization;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Programme.SeeYear;

/// <summary>The picture of a year: what stands where on a line from its first to its last day.</summary>
/// <param name="Weeks">Homes asked, by the week's Monday.</param>
internal sealed record YearDrawing(YearNow Now, IReadOnlyList<(DateOnly Week, int Homes)> Weeks)
{
    private int Days => Now.Year.EndsOn.DayNumber - Now.Year.StartsOn.DayNumber + 1;

    /// <summary>“12.88%”: where a day begins.</summary>
    public string At(DateOnly day) => Percent(Share(day));

    /// <summary>The middle of some days, for the words on them.</summary>
    public string Middle(DateOnly from, DateOnly until) => Percent((Share(from) + Share(until.AddDays(1))) / 2);

    /// <summary>How wide these days are, cut off at the ends of the year.</summary>
    public string Width(DateOnly from, DateOnly until) => Percent(Share(until.AddDays(1)) - Share(from));

    public bool TodayIsIn => Now.Today >= Now.Year.StartsOn && Now.Today <= Now.Year.EndsOn;

    /// <summary>Where the word “Today” begins or ends, so that it stays in the picture.</summary>
    public string TodayAnchor =>
        Share(Now.Today) switch
        {
            < 4 => "start",
            > 96 => "end",
            _ => "middle",
        };

    /// <summary>Months that begin in the year, and the one it begins in.</summary>
    public IEnumerable<(DateOnly From, string Name)> Months
    {
        get
        {
            for (var month = Now.Year.StartsOn; month <= Now.Year.EndsOn; month = new DateOnly(month.Year, month.Month, 1).AddMonths(1))
            {
                var named = month == Now.Year.StartsOn || month.Month == 1;
                // a name needs room: the last days of a month have none, nor those of the year
                yield return (
                    month,
                    DateTime.DaysInMonth(month.Year, month.Month) - month.Day < 20 || Now.Year.EndsOn.DayNumber - month.DayNumber < 16
                        ? ""
                        : month.ToString(named ? "MMM yyyy" : "MMM", Culture.English)
                );
            }
        }
    }

    /// <summary>Other surveys in the field, which no cycle has.</summary>
    public IReadOnlyList<SurveyFacts> Others =>
        [.. Now.Surveys.Where(s => s.Status != SurveyStatus.Draft && Now.Cycles.All(cycle => cycle.SurveyId != s.Id))];

    /// <summary>The tallest bar.</summary>
    public int Most => Math.Max(1, Weeks.Count == 0 ? 1 : Weeks.Max(week => week.Homes));

    /// <summary>“Nine surveys, four weeks each. Survey 8 has 2 warnings.”</summary>
    public string Finding
    {
        get
        {
            var count = Now.Cycles.Count;
            var words = YearFrames.Words(count);
            var first = $"{char.ToUpperInvariant(words[0])}{words[1..]} {(count == 1 ? "survey" : "surveys")}, four weeks each.";
            var wrong = Now
                .Cycles.Where(c => Now.Warnings.Any(w => w.Cycle == c.Id))
                .Select(c => c.Number.ToString(CultureInfo.InvariantCulture))
                .ToList();
            return wrong switch
            {
                [] => $"{first} None of those to come has a warning.",
                [var one] => $"{first} Survey {one} has a warning.",
                _ => $"{first} Surveys {string.Join(", ", wrong.SkipLast(1))} and {wrong[^1]} have warnings.",
            };
        }
    }

    private double Share(DateOnly day) => Math.Clamp(100.0 * (day.DayNumber - Now.Year.StartsOn.DayNumber) / Days, 0, 100);

    public static string Percent(double share) => share.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
