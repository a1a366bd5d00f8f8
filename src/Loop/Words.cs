// Days, numbers and stops as British readers write them.
using System.Globalization;
using Hearth.DesignSystem.Public.Charts;
using Hearth.Loop.Public;

namespace Hearth.Loop;

internal static class Words
{
    public static CultureInfo British { get; } = CultureInfo.GetCultureInfo("en-GB");

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", British);

    public static string Whole(int number) => number.ToString("N0", British);

    public static string People(int number) => number == 1 ? "1 person" : $"{Whole(number)} people";

    /// <summary>The count as the meter draws it: those who are excused are neither waiting nor late.</summary>
    public static Told Meter(ToldCount count) => new(count.Told, count.Waiting, count.Overdue);
}
