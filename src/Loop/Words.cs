// Days, numbers and stops as British readers write them.
using System.Globalization;
using Hearth.DesignSystem.Public.Charts;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Loop.Public;

namespace Hearth.Loop;

internal static class Words
{
    public static CultureInfo British { get; } = CultureInfo.GetCultureInfo("en-GB");

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", British);

    public static string Whole(int number) => number.ToString("N0", British);

    public static string People(int number) => number == 1 ? "1 person" : $"{Whole(number)} people";

    /// <summary>The stop as the design system knows it.</summary>
    public static DesignSystem.Public.TheLoop.LoopStop Drawn(Public.LoopStop stop) => (DesignSystem.Public.TheLoop.LoopStop)((int)stop + 1);

    /// <summary>"Collect views".</summary>
    public static string Name(Public.LoopStop stop) => Drawn(stop).Name();

    /// <summary>The count as the meter draws it: those who are excused are neither waiting nor late.</summary>
    public static Told Meter(ToldCount count) => new(count.Told, count.Waiting, count.Overdue);
}
