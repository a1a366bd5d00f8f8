// Every pair of rows of a table set against each other: how far apart, in what range, and whether chance alone would do it among so many comparisons.
using Hearth.Statistics;
using Hearth.Surveys.Results;

namespace Hearth.Surveys.Crosstabs;

/// <param name="First">The row with the larger share.</param>
/// <param name="Answer">The column.</param>
/// <param name="Chance">How often chance alone makes a difference as large somewhere among all these comparisons.</param>
internal sealed record ComparedPair(string First, string Second, string Answer, DifferenceInterval Apart, double Chance)
{
    /// <summary>Whether it may be said that they differ.</summary>
    public bool IsClear => Chance < 0.05;
}

/// <param name="Pairs">The surest difference first.</param>
/// <param name="Test">Rows and columns as a whole; null where anything that it would need is hidden.</param>
internal sealed record Compared(IReadOnlyList<ComparedPair> Pairs, IndependenceTest? Test)
{
    public IEnumerable<ComparedPair> Clear => Pairs.Where(pair => pair.IsClear);

    /// <summary>Only what is shown is compared, so nothing can be learnt from a comparison that the table hides.</summary>
    public static Compared Of(Crosstab table)
    {
        var shown = table.Shown;
        // with two answers the one says what the other does
        var columns = table.Columns.Values.Count == 2 ? 1 : table.Columns.Values.Count;
        var pairs = new List<(int First, int Second, int Column, DifferenceInterval Apart)>();
        for (var column = 0; column < columns; column++)
        {
            var rows = Enumerable
                .Range(0, shown.Cells.Length)
                .Where(row => shown.Bases[row] >= GroupTable.FewestForShare && shown.Cells[row][column] is not null);
            foreach (var (one, other) in Both([.. rows]))
            {
                var apart = Difference
                    .Between(
                        shown.Cells[one][column]!.Value,
                        shown.Bases[one]!.Value,
                        shown.Cells[other][column]!.Value,
                        shown.Bases[other]!.Value
                    )!
                    .Value;
                pairs.Add(
                    apart.Estimate >= 0
                        ? (one, other, column, apart)
                        : (other, one, column, new DifferenceInterval(-apart.Estimate, -apart.Upper, -apart.Lower, apart.Chance))
                );
            }
        }
        var together = Difference.Together([.. pairs.Select(pair => pair.Apart.Chance)]);
        return new Compared(
            [
                .. pairs
                    .Zip(
                        together,
                        (pair, chance) =>
                            new ComparedPair(
                                table.Rows.Values[pair.First],
                                table.Rows.Values[pair.Second],
                                table.Columns.Values[pair.Column],
                                pair.Apart,
                                chance
                            )
                    )
                    .OrderBy(pair => pair.Chance)
                    .ThenByDescending(pair => pair.Apart.Estimate),
            ],
            shown.Cells.All(row => row.All(cell => cell is not null))
                ? Difference.Independence([.. shown.Cells.Select(row => row.Select(cell => cell!.Value).ToArray())])
                : null
        );
    }

    private static IEnumerable<(int, int)> Both(int[] rows) => rows.SelectMany((one, i) => rows.Skip(i + 1).Select(other => (one, other)));
}
