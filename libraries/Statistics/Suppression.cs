// Hiding small numbers, and as few others as keep the small ones from being worked out.
namespace Hearth.Statistics;

/// <summary>Protects counts of people before they are published: small counts, and those from which a small one could be worked out.</summary>
/// <remarks>
/// <para>
/// <b>Promise.</b> For a reader who has everything that is published, who can do sums and who knows the rule, each small count could still be
/// anything from 0 (from 1 where noughts are shown) up to the threshold, and no other hidden count can be pinned to one value. So no row or column with a
/// shown total has exactly one hidden count, and its hidden counts add up to at least the threshold. A total below the threshold is a small count like any other.
/// Where noughts are shown the range of a small count may end below the threshold rather than cost the grand total; it is never one value.
/// </para>
/// <para>
/// <b>Method.</b> Complementary suppression in two-way tables as flows in the network of rows and columns (D. Gusfield, <i>SIAM Journal on
/// Computing</i> 17 (1988) 552–571; J. Kelly, B. Golden and A. Assad, <i>Networks</i> 22 (1992) 397–417): each small count is moved to the ends of
/// its range along the cheapest closed paths, a count not yet hidden costing its size, and what moved is hidden;
/// totals are drawn upon only where the counts in the body will not do.
/// Afterwards hidden counts that turn out not to be needed are shown again. The result is not always the very smallest (that is NP-hard), and is the same each time.
/// </para>
/// <para>
/// <b>Not covered.</b> Several tables of the same people in different groupings (see <see cref="LinkedTables"/>), or before and after one person joined, may give
/// away a count by difference; percentages or means of hidden counts give them away directly: publish the result of this for one agreed grouping and work out percentages from shown counts only.
/// The two reasons for hiding must look the same to a reader: print <see cref="ProtectedCount.ToString"/>, never the state.
/// </para>
/// </remarks>
public static class Suppression
{
    /// <summary>Protects a list of counts that is published with its total: how many gave each answer, how many answered in each ward.</summary>
    /// <param name="counts">Counts of people, none negative. May be empty.</param>
    /// <param name="rule">The rule; <c>null</c> for under 10, noughts hidden.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the threshold is below 1.</exception>
    public static ProtectedList ProtectList(IReadOnlyList<int> counts, SuppressionRule? rule = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        rule = Checked(rule, counts);
        var network = new TableNetwork(nodes: 2, rule);
        int[] cells = [.. counts.Select(count => network.Add(0, 1, count))];
        var total = network.AddGrandTotal(1, 0, counts.Sum());
        network.Protect();
        return new ProtectedList([.. cells.Select(network.Publish)], network.Publish(total));
    }

    /// <summary>Protects a table of counts that is published with its row totals, column totals and grand total: answers by ward.</summary>
    /// <param name="rows">The counts, row by row, every row as long as the first, none negative. May be empty.</param>
    /// <param name="rule">The rule; <c>null</c> for under 10, noughts hidden.</param>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the threshold is below 1.</exception>
    public static ProtectedTable ProtectTable(IReadOnlyList<IReadOnlyList<int>> rows, SuppressionRule? rule = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        rule = Checked(rule, rows.SelectMany(row => row));
        var columns = rows.Count == 0 ? 0 : rows[0].Count;
        if (rows.Any(row => row.Count != columns))
        {
            throw new ArgumentException("Every row of a table has as many counts as the first.", nameof(rows));
        }

        // One node for each line of the table; a count runs from its row to its column, totals bring the flow round again.
        var (allRows, allColumns) = (rows.Count + columns, rows.Count + columns + 1);
        var network = new TableNetwork(rows.Count + columns + 2, rule);
        int[][] cells = [.. rows.Select((row, r) => row.Select((count, c) => network.Add(r, rows.Count + c, count)).ToArray())];
        int[] rowTotals = [.. rows.Select((row, r) => network.AddTotal(allRows, r, row.Sum()))];
        int[] columnTotals =
        [
            .. Enumerable.Range(0, columns).Select(c => network.AddTotal(rows.Count + c, allColumns, rows.Sum(row => row[c]))),
        ];
        var grandTotal = network.AddGrandTotal(allColumns, allRows, rows.Sum(row => row.Sum()));
        network.Protect();
        return new ProtectedTable(
            [.. cells.Select(row => (IReadOnlyList<ProtectedCount>)[.. row.Select(network.Publish)])],
            [.. rowTotals.Select(network.Publish)],
            [.. columnTotals.Select(network.Publish)],
            network.Publish(grandTotal)
        );
    }

    private static SuppressionRule Checked(SuppressionRule? rule, IEnumerable<int> counts)
    {
        rule ??= new SuppressionRule();
        ArgumentOutOfRangeException.ThrowIfLessThan(rule.Threshold, 1, nameof(rule));
        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
        }

        return rule;
    }
}

/// <summary>When a count is too small to show.</summary>
/// <param name="Threshold">Counts below this are hidden; at least 1. The default, 10, is the house's rule.</param>
/// <param name="ShowZeros">
/// Whether noughts are shown. By default they are hidden like other small counts, for "nobody in this ward is satisfied" tells what each person there said.
/// Show them only where a nought tells nothing: a combination that cannot be.
/// </param>
public sealed record SuppressionRule(int Threshold = 10, bool ShowZeros = false);
