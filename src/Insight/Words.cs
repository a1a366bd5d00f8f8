// Numbers and days as British readers write them.
using System.Globalization;

namespace Hearth.Insight;

internal static class Words
{
    public static CultureInfo British { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"1,204".</summary>
    public static string Whole(int number) => number.ToString("N0", British);

    /// <summary>"1 person", "1,204 people".</summary>
    public static string Count(int number, string one, string many) => $"{Whole(number)} {(number == 1 ? one : many)}";

    /// <summary>"12 November 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", British);
}
