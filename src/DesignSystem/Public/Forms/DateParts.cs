// A date as a person types it: day, month and year, each as they wrote it.
using System.Globalization;

namespace Hearth.DesignSystem.Public.Forms;

/// <summary>What is wrong with a date that somebody typed.</summary>
public enum DateProblem
{
    Empty,
    Incomplete,

    /// <summary>Two figures: 26 could be two centuries.</summary>
    ShortYear,
    NotReal,
}

/// <summary>Bind this to a <c>gov-date</c>; nothing typed is ever lost.</summary>
public sealed class DateParts
{
    private static readonly string[] Months = [.. CultureInfo.GetCultureInfo("en-GB").DateTimeFormat.MonthNames.Where(m => m.Length > 0)];

    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    public static DateParts Of(DateOnly? date) =>
        date is not { } d
            ? new DateParts()
            : new DateParts
            {
                Day = d.Day.ToString(CultureInfo.InvariantCulture),
                Month = d.Month.ToString(CultureInfo.InvariantCulture),
                Year = d.Year.ToString(CultureInfo.InvariantCulture),
            };

    public bool Empty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year);

    /// <summary>Reads the date; months may be words. Otherwise says what is wrong, in GOV.UK's words.</summary>
    /// <param name="what">What the date is of: “the day the survey closes”.</param>
    /// <param name="date">The date, when the answer is null.</param>
    /// <returns>Null when it is a date; else the error to show.</returns>
    public string? Read(string what, out DateOnly date)
    {
        var problem = Problem(out date);
        if (problem is null)
        {
            return null;
        }

        if (problem == DateProblem.Empty)
        {
            return $"Enter {what}";
        }

        var missing = new[] { (Day, "a day"), (Month, "a month"), (Year, "a year") }
            .Where(p => string.IsNullOrWhiteSpace(p.Item1))
            .Select(p => p.Item2)
            .ToArray();
        var subject = char.ToUpper(what[0], CultureInfo.InvariantCulture) + what[1..];
        return problem switch
        {
            DateProblem.Incomplete => $"{subject} must include {string.Join(" and ", missing)}",
            DateProblem.ShortYear => $"{subject} must have a year of 4 numbers, like 2026",
            _ => $"{subject} must be a real date, like 27 3 2026",
        };
    }

    /// <summary>Reads the date, or names what is wrong: for words in the reader's language.</summary>
    public DateProblem? Problem(out DateOnly date)
    {
        date = default;
        if (Empty)
        {
            return DateProblem.Empty;
        }

        if (string.IsNullOrWhiteSpace(Day) || string.IsNullOrWhiteSpace(Month) || string.IsNullOrWhiteSpace(Year))
        {
            return DateProblem.Incomplete;
        }

        if (Number(Year) is { } y and < 100 && Year.Trim().Length < 4)
        {
            return DateProblem.ShortYear;
        }

        if (
            Number(Day) is { } day
            && MonthNumber() is { } month
            && Number(Year) is { } year
            && year is >= 1 and <= 9999
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month)
        )
        {
            date = new DateOnly(year, month, day);
            return null;
        }

        return DateProblem.NotReal;
    }

    private int? MonthNumber()
    {
        if (Number(Month) is { } number)
        {
            return number;
        }

        var typed = Month!.Trim();
        var at = typed.Length < 3 ? -1 : Array.FindIndex(Months, m => m.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : at + 1;
    }

    private static int? Number(string? typed) =>
        int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
