// The date of Easter Sunday, from which Good Friday and Easter Monday follow.
namespace Hearth.WorkingDays;

/// <summary>The date of Easter in the Western churches.</summary>
public static class Easter
{
    /// <summary>Easter Sunday of a year in the Gregorian calendar.</summary>
    /// <param name="year">1583 to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is before the Gregorian calendar.</exception>
    public static DateOnly Sunday(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1583);
        // Butcher's algorithm (1876), as in Meeus, Astronomical Algorithms, chapter 8; his letters are kept
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (month, day) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
