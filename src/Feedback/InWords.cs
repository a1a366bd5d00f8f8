// Days and numbers as British readers write them.
using System.Globalization;

namespace Hearth.Feedback;

internal static class InWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", British);

    /// <summary>“12 November”, for a day near enough that nobody asks which year.</summary>
    public static string NearDay(DateOnly day) => day.ToString("d MMMM", British);

    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", British);

    public static string Number(int number) => number.ToString("N0", British);

    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{Number(number)} {many}";

    public static string People(int number) => Count(number, "person", "people");

    /// <summary>“the survey, the walkabout and the forum”.</summary>
    public static string List(IReadOnlyList<string> items) =>
        items.Count switch
        {
            0 => "",
            1 => items[0],
            _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
        };

    /// <summary>A British number as it is written down: 07700 900125. Others stay as they are.</summary>
    public static string Phone(string e164) =>
        e164.StartsWith("+44", StringComparison.Ordinal) && e164.Length == 13 ? $"0{e164[3..7]} {e164[7..]}" : e164;

    /// <summary>A share in whole per cent, ties away from nought; never 100 while one is missing, never 0 while one is there.</summary>
    public static int PerCent(int part, int whole) =>
        whole == 0 || part == 0 ? 0
        : part == whole ? 100
        : Math.Clamp((int)decimal.Round(100m * part / whole, MidpointRounding.AwayFromZero), 1, 99);
}
