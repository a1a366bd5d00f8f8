// Lays the cycles of a year: whole weeks from Monday, none in a break, what is left over spread between them from the front.
using Hearth.WorkingDays;

namespace Hearth.Surveys.Programme;

internal static class YearPlan
{
    /// <summary>The meeting is on Thursday of week 2 where that day is worked.</summary>
    private const int MeetingDay = 7 + 3;

    /// <summary>The first days of so many cycles, or null where the year has no room for them.</summary>
    /// <param name="first">The first day of the year; the last is the day before the same date a year on.</param>
    public static IReadOnlyList<DateOnly>? Lay(DateOnly first, int cycles, Breaks breaks)
    {
        var last = first.AddYears(1).AddDays(-1);
        var closed = breaks.Within(first, last);
        if (Lay(first, last, cycles, closed, _ => 0) is not { } packed)
        {
            return null;
        }
        // as many weeks after every cycle as fit, then one week more after the first, the second, … while the year has room
        for (var weeks = 0; ; weeks++)
        {
            for (var longer = 1; longer < Math.Max(2, cycles); longer++)
            {
                if (Lay(first, last, cycles, closed, after => after < longer ? weeks + 1 : weeks) is not { } roomier)
                {
                    return packed;
                }
                packed = roomier;
            }
            if (cycles < 2)
            {
                return packed;
            }
        }
    }

    /// <summary>How many cycles the year has room for.</summary>
    public static int Room(DateOnly first, Breaks breaks)
    {
        var count = 0;
        while (count < 13 && Lay(first, first.AddYears(1).AddDays(-1), count + 1, breaks.Within(first, first.AddYears(1)), _ => 0) is not null)
        {
            count++;
        }
        return count;
    }

    /// <summary>The day of the meeting in week 2: Thursday, or the working day nearest before it in that week, or after it.</summary>
    public static DateOnly MeetingOf(DateOnly startsOn, WorkingWeek week)
    {
        var thursday = startsOn.AddDays(MeetingDay);
        var before = week.OnOrBefore(thursday);
        return before >= startsOn.AddDays(7) ? before : week.OnOrAfter(thursday);
    }

    private static List<DateOnly>? Lay(DateOnly first, DateOnly last, int cycles, IReadOnlyList<Break> closed, Func<int, int> weeksAfter)
    {
        List<DateOnly> starts = [];
        var next = Breaks.Monday(first.AddDays(6));
        while (starts.Count < cycles)
        {
            while (closed.FirstOrDefault(gap => gap.Touches(next, next.AddDays(Cycle.Days - 1))) is { } gap)
            {
                next = gap.Until.AddDays(1);
            }
            if (next.AddDays(Cycle.Days - 1) > last)
            {
                return null;
            }
            starts.Add(next);
            next = next.AddDays(Cycle.Days + (7 * weeksAfter(starts.Count - 1)));
        }
        return starts;
    }
}
