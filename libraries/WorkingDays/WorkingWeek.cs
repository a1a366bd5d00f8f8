// Which days are worked: Monday to Friday, without bank holidays and the days a landlord is closed.
namespace Hearth.WorkingDays;

/// <summary>A day on which this landlord is closed beside the bank holidays.</summary>
/// <param name="Day">The day.</param>
/// <param name="Why">In words: “Christmas closure”.</param>
public sealed record ClosedDay(DateOnly Day, string Why);

/// <summary>Monday to Friday in England, without bank holidays and without the days given.</summary>
/// <param name="closed">Days on which this landlord is closed too; null for none.</param>
public sealed class WorkingWeek(IEnumerable<ClosedDay>? closed = null)
{
    private readonly Dictionary<DateOnly, string> closures = (closed ?? [])
        .DistinctBy(day => day.Day)
        .ToDictionary(day => day.Day, day => day.Why);
    private readonly Dictionary<int, Dictionary<DateOnly, string>> holidays = [];

    /// <summary>True where the day is worked.</summary>
    public bool IsWorking(DateOnly day) => WhyNot(day) is null;

    /// <summary>Why a day is not worked: the name of the bank holiday, of the closure, or the day of the week; null where it is worked.</summary>
    public string? WhyNot(DateOnly day) => Holiday(day) ?? closures.GetValueOrDefault(day) ?? Weekend(day);

    /// <summary>The name of the bank holiday on this day; null where it is none, a weekend included.</summary>
    public string? Holiday(DateOnly day)
    {
        if (!holidays.TryGetValue(day.Year, out var year))
        {
            holidays[day.Year] = year = BankHolidays.England(day.Year).ToDictionary(holiday => holiday.Day, holiday => holiday.ToString());
        }
        return year.GetValueOrDefault(day);
    }

    private static string? Weekend(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => "Saturday",
            DayOfWeek.Sunday => "Sunday",
            _ => null,
        };

    /// <summary>This day where it is worked, else the next that is.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorking(day))
        {
            day = day.AddDays(1);
        }
        return day;
    }

    /// <summary>This day where it is worked, else the last one before it that is.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorking(day))
        {
            day = day.AddDays(-1);
        }
        return day;
    }

    /// <summary>The day that lies this many working days later, or earlier where the number is below nought. The first day is not counted; nought gives the day itself, worked or not.</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        var step = Math.Sign(workingDays);
        for (var left = Math.Abs(workingDays); left > 0; )
        {
            day = day.AddDays(step);
            left -= IsWorking(day) ? 1 : 0;
        }
        return day;
    }

    /// <summary>Working days strictly between two days: clear days. Nought where they are neighbours or the second is not later.</summary>
    public int Between(DateOnly from, DateOnly until)
    {
        var count = 0;
        for (var day = from.AddDays(1); day < until; day = day.AddDays(1))
        {
            count += IsWorking(day) ? 1 : 0;
        }
        return count;
    }
}
