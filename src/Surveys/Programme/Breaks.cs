// The weeks in which nothing is asked: over Christmas and New Year, around Easter, in August.
using Hearth.WorkingDays;

namespace Hearth.Surveys.Programme;

/// <summary>A time in which nothing is asked, both days inclusive.</summary>
internal sealed record Break(string Name, DateOnly From, DateOnly Until)
{
    public bool Touches(DateOnly from, DateOnly until) => from <= Until && until >= From;
}

/// <summary>How long the breaks of a year are, in weeks; nought for none.</summary>
internal sealed record Breaks(int Christmas, int Easter, int August)
{
    /// <summary>The breaks that touch these days, in order. Each begins on a Monday: of the week with Christmas Day, of the week with Good Friday, the first in August.</summary>
    public IReadOnlyList<Break> Within(DateOnly from, DateOnly until)
    {
        List<Break> found = [];
        void Add(string name, DateOnly about, int weeks)
        {
            if (weeks > 0)
            {
                var monday = Monday(about);
                found.Add(new(name, monday, monday.AddDays((7 * weeks) - 1)));
            }
        }
        for (var year = from.Year - 1; year <= until.Year + 1; year++)
        {
            Add("Easter", WorkingDays.Easter.Sunday(year).AddDays(-2), Easter);
            Add("August", new DateOnly(year, 8, 7), August);
            Add("Christmas", new DateOnly(year, 12, 25), Christmas);
        }
        return [.. found.Where(gap => gap.Touches(from, until)).OrderBy(gap => gap.From)];
    }

    /// <summary>The Monday of the week of this day.</summary>
    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
