// Numbers as British readers write them.
using System.Globalization;
using Hearth.DesignSystem.Public.Charts;

namespace Hearth.DesignSystem.Charts;

internal static class Say
{
    public static CultureInfo British { get; } = CultureInfo.GetCultureInfo("en-GB");

    public static string Whole(int number) => number.ToString("N0", British);

    public static string Percent(decimal percent, int places = 1) => percent.ToString("F" + places, British) + "%";

    /// <summary>12.3% and 31%: the decimal only where there is one.</summary>
    public static string ShortPercent(decimal percent) => percent.ToString("0.#", British) + "%";

    public static string Day(DateOnly day) => day.ToString("d MMM", British);

    public static string Marked(Marker marker, string otherwise) => marker == Marker.None ? otherwise : marker.Text;

    /// <summary>A share of a whole in per cent, to one place, ties away from nought.</summary>
    public static decimal Share(int part, int whole, int places = 1) =>
        whole == 0 ? 0 : decimal.Round(100m * part / whole, places, MidpointRounding.AwayFromZero);
}
