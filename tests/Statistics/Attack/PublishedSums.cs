// Somebody who has what was published and tries to work out what was hidden. Shares no code with the library.
namespace Hearth.Statistics.Tests.Attack;

/// <summary>Numbers, some known, and lines in which some numbers add up to another.</summary>
internal sealed class PublishedSums
{
    private readonly List<int?> known = [];
    private readonly List<(int[] Parts, int Total)> lines = [];

    internal IReadOnlyList<int?> Known => known;

    internal IReadOnlyList<(int[] Parts, int Total)> Lines => lines;

    internal IEnumerable<int> Hidden => known.Index().Where(number => number.Item is null).Select(number => number.Index);

    internal static PublishedSums Of(ProtectedList list) => OfList([.. list.Counts.Select(count => count.Value)], list.Total.Value);

    internal static PublishedSums OfList(int?[] counts, int? total)
    {
        var sums = new PublishedSums();
        int[] parts = [.. counts.Select(sums.Add)];
        sums.lines.Add((parts, sums.Add(total)));
        return sums;
    }

    /// <summary>Numbers in this order: the body row by row, row totals, column totals, grand total.</summary>
    internal static PublishedSums Of(ProtectedTable table) =>
        OfTable(
            [.. table.Rows.Select(row => row.Select(count => count.Value).ToArray())],
            [.. table.RowTotals.Select(count => count.Value)],
            [.. table.ColumnTotals.Select(count => count.Value)],
            table.GrandTotal.Value
        );

    internal static PublishedSums OfTable(int?[][] rows, int?[] rowTotals, int?[] columnTotals, int? grandTotal)
    {
        var sums = new PublishedSums();
        int[][] body = [.. rows.Select(row => row.Select(sums.Add).ToArray())];
        int[] right = [.. rowTotals.Select(sums.Add)];
        int[] below = [.. columnTotals.Select(sums.Add)];
        var all = sums.Add(grandTotal);
        sums.lines.AddRange(body.Select((row, r) => (row, right[r])));
        sums.lines.AddRange(below.Select((total, c) => (body.Select(row => row[c]).ToArray(), total)));
        sums.lines.Add((right, all));
        sums.lines.Add((below, all));
        return sums;
    }

    /// <summary>
    /// Tables of the same people that share their rows. Numbers in this order: row totals, each table's body row by row and its column totals, the grand total.
    /// A total that one table shows is known in all.
    /// </summary>
    internal static PublishedSums OfLinked(IReadOnlyList<ProtectedTable> tables)
    {
        var sums = new PublishedSums();
        int[] right =
        [
            .. Enumerable
                .Range(0, tables[0].RowTotals.Count)
                .Select(row => sums.Add(tables.Select(table => table.RowTotals[row].Value).FirstOrDefault(total => total is not null))),
        ];
        var columns = new List<int[]>();
        foreach (var table in tables)
        {
            int[][] body = [.. table.Rows.Select(row => row.Select(count => sums.Add(count.Value)).ToArray())];
            int[] below = [.. table.ColumnTotals.Select(count => sums.Add(count.Value))];
            sums.lines.AddRange(body.Select((row, r) => (row, right[r])));
            sums.lines.AddRange(below.Select((total, c) => (body.Select(row => row[c]).ToArray(), total)));
            columns.Add(below);
        }
        var all = sums.Add(tables.Select(table => table.GrandTotal.Value).FirstOrDefault(total => total is not null));
        sums.lines.Add((right, all));
        sums.lines.AddRange(columns.Select(below => (below, all)));
        return sums;
    }

    private int Add(int? number)
    {
        known.Add(number);
        return known.Count - 1;
    }

    /// <summary>The same with one more number known.</summary>
    internal PublishedSums With(int number, int value)
    {
        known[number] = value;
        return this;
    }

    /// <summary>Solves the lines as equations: the hidden numbers that have only one solution, nought and negatives allowed.</summary>
    internal IReadOnlyList<int> PinnedByAlgebra()
    {
        int[] unknown = [.. Hidden];
        var matrix = lines
            .Select(line => unknown.Select(number => (line.Parts.Contains(number) ? 1.0 : 0) - (line.Total == number ? 1.0 : 0)).ToArray())
            .ToArray();
        var row = 0;
        for (var column = 0; column < unknown.Length && row < matrix.Length; column++)
        {
            var pivot = Array.FindIndex(matrix, row, candidate => Math.Abs(candidate[column]) > 1e-9);
            if (pivot < 0)
            {
                continue;
            }

            (matrix[row], matrix[pivot]) = (matrix[pivot], matrix[row]);
            var scale = matrix[row][column];
            matrix[row] = [.. matrix[row].Select(x => x / scale)];
            for (var other = 0; other < matrix.Length; other++)
            {
                var factor = matrix[other][column];
                if (other != row && factor != 0)
                {
                    matrix[other] = [.. matrix[other].Zip(matrix[row], (x, y) => x - (factor * y))];
                }
            }

            row++;
        }

        return
        [
            .. matrix
                .Where(line => line.Count(x => Math.Abs(x) > 1e-9) == 1)
                .Select(line => unknown[Array.FindIndex(line, x => Math.Abs(x) > 1e-9)]),
        ];
    }
}
