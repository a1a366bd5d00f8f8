// Figures as a person reads them: tables with the figures to the right, shares as percentages.
using System.Globalization;

namespace Hearth.Cli.Analysts;

internal static class Figures
{
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public const string None = "no figure";

    /// <summary>The first column to the left, the others to the right, two spaces between.</summary>
    public static IEnumerable<string> Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        List<IReadOnlyList<string>> all = [head, .. rows];
        int[] widths = [.. Enumerable.Range(0, head.Count).Select(column => all.Max(row => row[column].Length))];
        return all.Select(row =>
            string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))).TrimEnd()
        );
    }

    public static string Count(decimal number) => number.ToString(number == decimal.Truncate(number) ? "N0" : "#,##0.0#", English);

    /// <summary>A share as a percentage, ties away from zero.</summary>
    public static string Percent(double? share, int places = 1) =>
        share is { } known
            ? decimal.Round(100 * (decimal)known, places, MidpointRounding.AwayFromZero).ToString($"N{places}", English) + "%"
            : None;

    /// <summary>A percentage as the regulator publishes it.</summary>
    public static string Percent(decimal? percentage) => percentage is { } known ? known.ToString("0.0", English) + "%" : None;

    public static string Points(double? share, string format = "0.0#") =>
        share is { } known ? $"±{(100 * known).ToString(format, English)} points" : None;

    public static string Number(double? number, string format = "0.####") => number is { } known ? known.ToString(format, English) : None;

    public static string Of(int number, string one, string more) => $"{Count(number)} {(number == 1 ? one : more)}";
}
