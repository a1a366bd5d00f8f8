// Where a survey in the field will be on its last day, if answers keep coming as they have: a straight line, with its doubt.
namespace Hearth.Surveys.Asking.TheField;

/// <summary>
/// A straight line from the answers of the last whole days, seven at most. Its range is twice the standard error of so many further days of the
/// same kind: what single days differ by, and that the mean of a few days is itself uncertain. It knows nothing of a step of the ladder to come.
/// </summary>
/// <param name="From">Today: the line starts at the answers so far.</param>
/// <param name="To">The last day.</param>
/// <param name="SoFar">Answers so far.</param>
/// <param name="PerDay">Answers a day.</param>
/// <param name="Spread">The standard deviation of the days.</param>
/// <param name="Days">Whole days it was told from.</param>
/// <param name="Most">No more can answer: the homes asked.</param>
internal sealed record Projection(DateOnly From, DateOnly To, int SoFar, double PerDay, double Spread, int Days, int Most)
{
    /// <summary>From fewer whole days nothing is said.</summary>
    public const int LeastDays = 3;
    public const int MostDays = 7;

    public int DaysLeft => To.DayNumber - From.DayNumber;

    public int Expected => On(To).Answers;
    public int Low => On(To).Low;
    public int High => On(To).High;

    /// <summary>What is expected at the end of a day from today on, with its range.</summary>
    public (int Answers, int Low, int High) On(DateOnly day)
    {
        double ahead = day.DayNumber - From.DayNumber;
        var mean = SoFar + (ahead * PerDay);
        var doubt = 2 * Spread * Math.Sqrt(ahead + (ahead * ahead / Days));
        return (Whole(mean), Whole(mean - doubt), Whole(mean + doubt));
    }

    /// <summary>The first day on which so many answers are expected; null where they are there already, or do not come.</summary>
    public DateOnly? Reaches(int needed)
    {
        for (var day = From.AddDays(1); day <= To && SoFar < needed; day = day.AddDays(1))
        {
            if (On(day).Answers >= needed)
            {
                return day;
            }
        }
        return null;
    }

    /// <param name="daily">Answers of each whole day before today, the latest last; a day without any counts as 0.</param>
    /// <param name="soFar">All answers so far, today's too.</param>
    /// <param name="today">Today.</param>
    /// <param name="closes">The last day of answering.</param>
    /// <param name="most">Homes asked.</param>
    public static Projection? Of(IReadOnlyList<int> daily, int soFar, DateOnly today, DateOnly closes, int most)
    {
        int[] last = [.. daily.Skip(Math.Max(0, daily.Count - MostDays))];
        if (last.Length < LeastDays || closes <= today)
        {
            return null;
        }
        var mean = last.Average();
        var spread = Math.Sqrt(last.Sum(day => (day - mean) * (day - mean)) / (last.Length - 1));
        return new(today, closes, soFar, mean, spread, last.Length, Math.Max(most, soFar));
    }

    private int Whole(double answers) => (int)Math.Round(Math.Clamp(answers, SoFar, Most), MidpointRounding.AwayFromZero);
}
