// England's bank holidays of a year, by the rules of 1971 and the proclamations since.
namespace Hearth.WorkingDays;

/// <summary>Bank holidays by rule.</summary>
public static class BankHolidays
{
    /// <summary>The first year in which the rules gave what they give now.</summary>
    public const int First = 1978;

    /// <summary>The bank holidays of England and Wales in a year, in order. A holiday that falls on a weekend is listed on the weekday that is taken for it, as GOV.UK lists it.</summary>
    /// <param name="year">1978 or later.</param>
    /// <returns>Eight days, more in a year with a day that was given once.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year is before 1978: other rules held.</exception>
    public static IReadOnlyList<BankHoliday> England(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, First);
        var easter = Easter.Sunday(year);
        var christmas = new DateOnly(year, 12, 25);
        var boxing = new DateOnly(year, 12, 26);
        List<BankHoliday> days =
        [
            OnAWeekday(new DateOnly(year, 1, 1), "New Year’s Day"),
            new(easter.AddDays(-2), "Good Friday"),
            new(easter.AddDays(1), "Easter Monday"),
            new(MondayOnOrAfter(new DateOnly(year, 5, 1)), "Early May bank holiday"),
            new(MondayOnOrAfter(new DateOnly(year, 5, 25)), "Spring bank holiday"),
            new(MondayOnOrAfter(new DateOnly(year, 8, 25)), "Summer bank holiday"),
            // where Christmas Day is a Sunday, Monday is Boxing Day itself, and Tuesday is taken for Christmas
            christmas.DayOfWeek == DayOfWeek.Sunday
                ? new(christmas.AddDays(2), "Christmas Day", Substitute: true)
                : OnAWeekday(christmas, "Christmas Day"),
            // a Saturday's Boxing Day is kept on Monday; a Sunday's on Tuesday, as Monday is taken for Christmas
            boxing.DayOfWeek switch
            {
                DayOfWeek.Saturday or DayOfWeek.Sunday => new(boxing.AddDays(2), "Boxing Day", Substitute: true),
                _ => new(boxing, "Boxing Day"),
            },
        ];
        return
        [
            .. days.Select(day => OneOffDays.Moved.GetValueOrDefault(day.Day, day))
                .Concat(OneOffDays.Given.Where(day => day.Day.Year == year))
                .OrderBy(day => day.Day),
        ];
    }

    private static BankHoliday OnAWeekday(DateOnly day, string title) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => new(day.AddDays(2), title, Substitute: true),
            DayOfWeek.Sunday => new(day.AddDays(1), title, Substitute: true),
            _ => new(day, title),
        };

    private static DateOnly MondayOnOrAfter(DateOnly day) => day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);
}
