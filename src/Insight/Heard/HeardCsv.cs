// The comparison as a table for a spreadsheet. A ward named "=SUM(…" stays words.
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Hearth.DesignSystem.Public.Charts;
using Hearth.Statistics;

namespace Hearth.Insight.Heard;

internal static class HeardCsv
{
    /// <summary>One row a grouping, crowd and group, UTF-8 with a byte order mark so that a spreadsheet reads it right.</summary>
    public static byte[] Write(IReadOnlyList<Balance> balances)
    {
        using var memory = new MemoryStream();
        using (var writer = new StreamWriter(memory, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (
            var csv = new CsvWriter(
                writer,
                new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }
            )
        )
        {
            Row(
                "Grouping",
                "Group",
                "Who was heard",
                "Everyone",
                "Everyone %",
                "Heard",
                "Heard %",
                "Share would be",
                "Short",
                "Over",
                "Of the group %",
                "Range from %",
                "Range to %"
            );
            foreach (var balance in balances)
            {
                foreach (var group in balance.Groups)
                {
                    for (var side = 0; side < balance.Sides.Count; side++)
                    {
                        Row([balance.By.Title, group.Name, balance.Sides[side].Who.Words.Name, .. Figures(balance, group, side)]);
                    }
                }
            }

            void Row(params IReadOnlyList<string> cells)
            {
                foreach (var cell in cells)
                {
                    csv.WriteField(cell);
                }
                csv.NextRecord();
            }
        }
        return memory.ToArray();
    }

    private static string[] Figures(Balance balance, BalanceGroup group, int side)
    {
        string[] all = group.Population is { } population
            ? [Whole(population), Share(population, balance.Everyone)]
            : [Marker.Hidden.Text, Marker.Hidden.Text];
        return group.Heard[side] is not { } heard
            ? [.. all, .. Enumerable.Repeat(Marker.Hidden.Text, 8)]
            :
            [
                .. all,
                Whole(heard.Observed),
                Share(heard.Observed, balance.Sides[side].Who.People.Count),
                Whole(heard.Expected),
                Whole(heard.Shortfall),
                Whole(heard.Surplus),
                Fraction(heard.Participation?.Estimate),
                Fraction(heard.Participation?.Lower),
                Fraction(heard.Participation?.Upper),
            ];
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Share(int part, int whole) =>
        Rounding.Percentage(part, whole)?.ToString("0.0", CultureInfo.InvariantCulture) ?? "";

    private static string Fraction(double? fraction) =>
        fraction is { } f
            ? decimal.Round(100 * (decimal)f, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture)
            : "";
}
