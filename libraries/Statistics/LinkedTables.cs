// Hiding small numbers in several tables of the same people that share their rows, so that no two of them give one away.
namespace Hearth.Statistics;

/// <summary>
/// Protects tables of the same people that are published side by side and share their rows: the answers to one question by ward, by age and by tenure. Every
/// table shows the same row totals and the same grand total.
/// </summary>
/// <remarks>
/// <para>
/// <b>Promise.</b> That of <see cref="Suppression"/>, for a reader who has all of the tables together: each small count could still be anything from 0 up to
/// the threshold, and no other hidden count can be pinned to one value.
/// </para>
/// <para>
/// <b>Method.</b> What the tables know of one another goes through their row totals alone. Rows whose total must be hidden are hidden in every table, whole:
/// then people can be thought moved from one such row to another in the same column, in every table alike, and no column changes. What they add up to by
/// column is protected with the other rows as one table each; where that can only be done by hiding the total of one more row, that row is hidden in every
/// table too, and all are protected anew. With the shown row totals fixed, what is unknown in one table has nothing to do with what is unknown in another, so
/// that what each table keeps for itself they keep together. More is hidden than might be: a hidden row is hidden whole.
/// </para>
/// <para>
/// <b>Not covered.</b> Tables that share no row (linked by nothing but the people): tables linked by their columns as well, for which the tables
/// are cut from one cube (<see cref="FilteredTables"/>); before and after one person joined.
/// </para>
/// </remarks>
public static class LinkedTables
{
    /// <summary>Protects the tables together, in the order they were given.</summary>
    /// <param name="tables">Each by row, then column; none negative. All have the same rows with the same totals.</param>
    /// <param name="threshold">Counts below this are hidden, noughts too; at least 1.</param>
    /// <exception cref="ArgumentException">There is no table, rows of one differ in length, or tables differ in their rows' number or totals.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the threshold is below 1.</exception>
    public static IReadOnlyList<ProtectedTable> Protect(IReadOnlyList<IReadOnlyList<IReadOnlyList<int>>> tables, int threshold = 10)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        var totals = Totals(tables);
        var rule = new SuppressionRule(threshold);
        var alone = Suppression.ProtectList(totals, rule);
        bool[] hidden = [.. alone.Counts.Select(total => total.IsHidden)];
        while (true)
        {
            var lumped = tables.Select(table => Suppression.ProtectTable(Lump(table, hidden), rule)).ToList();
            if (NextToHide(lumped, hidden, totals) is not { } row)
            {
                return [.. tables.Zip(lumped, (table, protectedRows) => Apart(table, protectedRows, hidden, threshold))];
            }
            hidden[row] = true;
        }
    }

    private static int[] Totals(IReadOnlyList<IReadOnlyList<IReadOnlyList<int>>> tables)
    {
        if (tables.Count == 0)
        {
            throw new ArgumentException("There is no table.", nameof(tables));
        }
        int[] totals = [.. tables[0].Select(row => row.Sum())];
        if (tables.Any(table => !table.Select(row => row.Sum()).SequenceEqual(totals)))
        {
            throw new ArgumentException("Linked tables have the same rows with the same totals.", nameof(tables));
        }
        return totals;
    }

    /// <summary>The shown rows, and below them what the hidden ones add up to.</summary>
    private static int[][] Lump(IReadOnlyList<IReadOnlyList<int>> table, bool[] hidden)
    {
        int[][] shown = [.. table.Where((_, row) => !hidden[row]).Select(row => row.ToArray())];
        var columns = table.Count == 0 ? 0 : table[0].Count;
        int[] sums = [.. Enumerable.Range(0, columns).Select(column => table.Where((_, row) => hidden[row]).Sum(row => row[column]))];
        return hidden.Contains(true) ? [.. shown, sums] : shown;
    }

    // a total that one table must hide is shown by another: that row goes too. Two hidden rows at the least, or the one is known from the rest.
    private static int? NextToHide(List<ProtectedTable> lumped, bool[] hidden, int[] totals)
    {
        int[] open = [.. Enumerable.Range(0, hidden.Length).Where(row => !hidden[row])];
        if (open.Length == 0)
        {
            return null;
        }
        foreach (var table in lumped)
        {
            var at = table.RowTotals.Take(open.Length).Index().FirstOrDefault(total => total.Item.IsHidden, (-1, default)).Index;
            if (at >= 0)
            {
                return open[at];
            }
        }
        var alone = hidden.Count(row => row) == 1 || lumped.Exists(table => table.RowTotals.Skip(open.Length).Any(total => total.IsHidden));
        return alone ? open.MinBy(row => totals[row]) : null;
    }

    private static ProtectedTable Apart(IReadOnlyList<IReadOnlyList<int>> table, ProtectedTable lumped, bool[] hidden, int threshold)
    {
        var (rows, rowTotals, next) = (new List<IReadOnlyList<ProtectedCount>>(), new List<ProtectedCount>(), 0);
        for (var row = 0; row < hidden.Length; row++)
        {
            if (hidden[row])
            {
                rows.Add([.. table[row].Select(Hide)]);
                rowTotals.Add(Hide(table[row].Sum()));
                continue;
            }
            rows.Add(lumped.Rows[next]);
            rowTotals.Add(lumped.RowTotals[next++]);
        }
        return new(rows, rowTotals, lumped.ColumnTotals, lumped.GrandTotal);

        ProtectedCount Hide(int count) => new(count, count < threshold ? CellState.HiddenSmall : CellState.HiddenToProtectAnother);
    }
}
