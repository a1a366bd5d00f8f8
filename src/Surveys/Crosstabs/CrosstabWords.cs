// A table and its comparisons as they are read: cells with their ranges, and sentences.
using System.Globalization;
using Hearth.DesignSystem.Public.Charts;
using Hearth.Statistics;
using Hearth.Surveys.Results;

namespace Hearth.Surveys.Crosstabs;

internal static class CrosstabWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Shares of each row with their ranges.</summary>
    public static FiguresTable Table(this Crosstab table) =>
        new(
            $"{table.Rows.Title}, by: {table.Columns.Title}",
            [table.Rows.Title, "Homes", .. table.Columns.Values],
            [
                .. table.Rows.Values.Select(
                    (name, row) =>
                        new FiguresRow(
                            name,
                            [
                                Charted.Whole(table.Shown.Bases[row]),
                                .. table.Shown.Cells[row].Select(cell => Share(cell, table.Shown.Bases[row], table.Populations[row])),
                            ]
                        )
                ),
            ],
            Charted.WhyHidden
        );

    /// <summary>“62.3% (58.0 to 66.5)”, or the mark that stands for it.</summary>
    public static string Share(int? people, int? @base, int? population = null)
    {
        if (people is not { } shown || @base is not { } all)
        {
            return Marker.Hidden.Text;
        }
        return all < GroupTable.FewestForShare
            ? Marker.TooFew.Text
            : $"{Charted.Percent(Rounding.Percentage(shown, all))} ({Charted.Range(Proportion.Wilson(shown, all, population: population)!.Value)})";
    }

    /// <summary>“12.1 points (3.2 to 20.5)”.</summary>
    public static string Points(DifferenceInterval apart) =>
        string.Create(British, $"{100 * apart.Estimate:0.0} points ({100 * apart.Lower:0.0} to {100 * apart.Upper:0.0})");

    /// <summary>A chance in words.</summary>
    public static string Chance(double chance) =>
        chance switch
        {
            < 0.001 => "less than 1 in 1,000",
            < 0.01 => "less than 1 in 100",
            >= 0.5 => "more likely than not",
            _ => string.Create(British, $"about {Math.Round(100 * chance):0} in 100"),
        };

    /// <summary>What the comparisons come to.</summary>
    public static string Finding(this Compared compared)
    {
        var clear = compared.Clear.Count();
        return compared.Pairs.Count switch
        {
            0 => "There are too few homes to compare.",
            1 when clear == 1 => "These two clearly differ.",
            1 => "These two do not clearly differ.",
            var all when clear == 0 => $"Of {all} comparisons none shows a clear difference.",
            var all => $"Of {all} comparisons {clear} {(clear == 1 ? "shows" : "show")} a clear difference.",
        };
    }

    /// <summary>Pairs with their differences, the surest first.</summary>
    public static FiguresTable PairsTable(this Compared compared, int most) =>
        new(
            "Differences, the surest first",
            ["Between", "Answer", "Difference", "Chance alone would do it"],
            [
                .. compared
                    .Pairs.Take(most)
                    .Select(pair => new FiguresRow(
                        $"{pair.First} and {pair.Second}",
                        [pair.Answer, Points(pair.Apart), pair.IsClear ? Chance(pair.Chance) : $"{Chance(pair.Chance)}: not clear"]
                    )),
            ]
        );
}
