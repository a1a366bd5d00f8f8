// Lays the cycles of a year: whole weeks from Monday, none in a break, what is left over spread between them from the front.
using Hearth.WorkingDays;

namespace Hearth.Surveys.Programme;

internal static class YearPlan
{
    /// <summary>The meeting is on Thursday of week 2 where that day is worked.</summary>
    private const int MeetingDay = 7 + 3;

    /// <summary>The first days of so many cycles, or null where the year has no room for them. Where they fit only so, some prepare the next survey in a break: nobody is asked or met in that week.</summary>
    /// <param name="first">The first day of the year; the last is the day before the same date a year on.</param>
    public static IReadOnlyList<DateOnly>? Lay(DateOnly first, int cycles, Breaks breaks) =>
        new Ground(first, breaks, Cycle.Days).Spread(cycles) ?? new Ground(first, breaks, Cycle.Days - 7).Spread(cycles);

    /// <summary>How many cycles the year has room for.</summary>
    public static int Room(DateOnly first, Breaks breaks)
    {
        var ground = new Ground(first, breaks, Cycle.Days - 7);
        return Enumerable.Range(1, 13).TakeWhile(count => ground.Lay(count, _ => 0) is not null).LastOrDefault();
    }

    /// <summary>The day of the meeting in week 2: Thursday, or the working day nearest before it in that week, or after it.</summary>
    public static DateOnly MeetingOf(DateOnly startsOn, WorkingWeek week)
    {
        var thursday = startsOn.AddDays(MeetingDay);
        var before = week.OnOrBefore(thursday);
        return before >= startsOn.AddDays(7) ? before : week.OnOrAfter(thursday);
    }

    /// <summary>What a year has room for.</summary>
    /// <param name="outside">Days from the first of a cycle that may not lie in a break.</param>
    private sealed class Ground(DateOnly first, Breaks breaks, int outside)
    {
        private readonly DateOnly last = first.AddYears(1).AddDays(-1);
        private readonly IReadOnlyList<Break> closed = breaks.Within(first, first.AddYears(1));

        /// <summary>As many weeks after every cycle as fit, then one week more after the first, the second, … while the year has room.</summary>
        public IReadOnlyList<DateOnly>? Spread(int cycles)
        {
            var laid = Lay(cycles, _ => 0);
            for (var weeks = 0; laid is not null; weeks++)
            {
                for (var longer = 1; longer < cycles; longer++)
                {
                    if (Lay(cycles, after => after < longer ? weeks + 1 : weeks) is not { } roomier)
                    {
                        return laid;
                    }
                    laid = roomier;
                }
                if (cycles < 2)
                {
                    break;
                }
            }
            return laid;
        }

        /// <summary>The earliest first days, with so many weeks left free after each; null where the last would end after the year.</summary>
        public IReadOnlyList<DateOnly>? Lay(int cycles, Func<int, int> weeksAfter)
        {
            List<DateOnly> starts = [];
            var next = Breaks.Monday(first.AddDays(6));
            while (starts.Count < cycles)
            {
                while (closed.FirstOrDefault(gap => gap.Touches(next, next.AddDays(outside - 1))) is { } gap)
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
}
