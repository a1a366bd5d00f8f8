// What of a table, filtered or not, anyone may see. The same for every reader and whichever way round it is laid out.
using Hearth.Statistics;
using Hearth.Surveys.Results;

namespace Hearth.Surveys.Crosstabs;

/// <summary>Counts of a table, by row and column; null in place of one that is hidden.</summary>
internal sealed record TableShown(int?[] Bases, int?[][] Cells)
{
    /// <summary>The table on its side.</summary>
    public TableShown Turned() =>
        Cells.Length == 0
            ? this
            : new(
                [.. Enumerable.Range(0, Cells[0].Length).Select(column => Sum([.. Cells.Select(row => row[column])]))],
                [.. Enumerable.Range(0, Cells[0].Length).Select(column => Cells.Select(row => row[column]).ToArray())]
            );

    /// <summary>Protects two axes without a filter, as the tables by group are: first the rows that may be shown, then the counts within them.</summary>
    public static TableShown Protect(int[][] cells)
    {
        int[] bases = [.. cells.Select(row => row.Sum())];
        var rows = Suppression.ProtectList(bases);
        List<int> shown = rows.Total.IsHidden ? [] : [.. Enumerable.Range(0, bases.Length).Where(row => !rows.Counts[row].IsHidden)];
        List<int> hidden = [.. Enumerable.Range(0, bases.Length).Except(shown)];
        var together = shown.Select(row => cells[row]).ToList();
        if (hidden.Count > 0 && cells.Length > 0)
        {
            together.Add([.. cells[0].Select((_, column) => hidden.Sum(row => cells[row][column]))]);
        }
        var table = Suppression.ProtectTable(together);
        var lost = table.GrandTotal.IsHidden || table.ColumnTotals.Concat(table.RowTotals).Any(total => total.IsHidden);
        return new TableShown(
            [.. bases.Select((@base, row) => shown.Contains(row) ? @base : (int?)null)],
            [
                .. cells.Select(
                    (row, r) => row.Select((_, c) => lost || !shown.Contains(r) ? null : table.Rows[shown.IndexOf(r)][c].Value).ToArray()
                ),
            ]
        );
    }

    private static int? Sum(int?[] counts) => counts.All(count => count is not null) ? counts.Sum() : null;
}

/// <summary>Why a filter cannot be set, in words for the officer.</summary>
internal sealed record FilterRefused(string Words);
