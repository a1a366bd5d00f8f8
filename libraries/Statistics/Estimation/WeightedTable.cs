// A two-way table of weighted shares, and the covariances of its cells under the sample's design.
namespace Hearth.Statistics.Estimation;

internal sealed class WeightedTable
{
    private readonly int[] rowAt;
    private readonly int[] columnAt;
    private readonly double whole;

    private WeightedTable(int[] rowAt, int[] columnAt, int people, double whole)
    {
        this.rowAt = rowAt;
        this.columnAt = columnAt;
        this.whole = whole;
        People = people;
        Rows = rowAt.Count(at => at >= 0);
        Columns = columnAt.Count(at => at >= 0);
        Shares = new double[Rows * Columns];
    }

    /// <summary>Rows that anyone is in.</summary>
    internal int Rows { get; }

    /// <summary>Columns that anyone is in.</summary>
    internal int Columns { get; }

    internal int People { get; }

    /// <summary>Of each cell, row by row; they add up to 1.</summary>
    internal double[] Shares { get; }

    internal static WeightedTable Of(SampleDesign design, Categories rows, Categories columns)
    {
        var weights = new double[rows.Count * columns.Count];
        var one = rows.Codes.Span;
        var two = columns.Codes.Span;
        var (rowAt, columnAt) = (new int[rows.Count], new int[columns.Count]);
        Array.Fill(rowAt, -1);
        Array.Fill(columnAt, -1);
        var (people, whole) = (0, 0.0);
        for (var row = 0; row < design.Rows; row++)
        {
            var weight = design.Weights[row];
            if (weight == 0 || one[row] < 0 || two[row] < 0)
            {
                continue;
            }
            weights[(one[row] * columns.Count) + two[row]] += weight;
            (rowAt[one[row]], columnAt[two[row]]) = (0, 0);
            people++;
            whole += weight;
        }
        Number(rowAt);
        Number(columnAt);
        var table = new WeightedTable(rowAt, columnAt, people, whole);
        for (var a = 0; a < rowAt.Length; a++)
        {
            for (var b = 0; b < columnAt.Length; b++)
            {
                if (rowAt[a] >= 0 && columnAt[b] >= 0)
                {
                    table.Shares[(rowAt[a] * table.Columns) + columnAt[b]] = weights[(a * columnAt.Length) + b] / whole;
                }
            }
        }
        return table;
    }

    internal double Pearson()
    {
        var (down, across) = (new double[Rows], new double[Columns]);
        for (var cell = 0; cell < Shares.Length; cell++)
        {
            down[cell / Columns] += Shares[cell];
            across[cell % Columns] += Shares[cell];
        }
        var sum = 0.0;
        for (var cell = 0; cell < Shares.Length; cell++)
        {
            var expected = down[cell / Columns] * across[cell % Columns];
            sum += (Shares[cell] - expected) * (Shares[cell] - expected) / expected;
        }
        return People * sum;
    }

    /// <summary>Of the shares, cells × cells; null where a lonely stratum leaves them unknown.</summary>
    internal double[]? Covariances(SampleDesign design, Categories rows, Categories columns)
    {
        var cells = Shares.Length;
        var linearised = new Linearised(design, cells);
        var one = rows.Codes.Span;
        var two = columns.Codes.Span;
        for (var row = 0; row < design.Rows; row++)
        {
            if (design.Weights[row] > 0 && one[row] >= 0 && two[row] >= 0)
            {
                linearised.Add((rowAt[one[row]] * Columns) + columnAt[two[row]], row, 1 / whole);
            }
        }
        linearised.TakeMarginsOut();
        var totals = new double[cells * cells];
        for (var i = 0; i < cells; i++)
        {
            if (linearised.IsRefused(i))
            {
                return null;
            }
            for (var j = 0; j <= i; j++)
            {
                totals[(i * cells) + j] = totals[(j * cells) + i] = linearised.Covariance(i, j);
            }
        }
        return OfShares(totals);
    }

    // A share's z is the cell's indicator less the share: V = (I − p1')·totals·(I − 1p').
    private double[] OfShares(double[] totals)
    {
        var cells = Shares.Length;
        var sums = new double[cells];
        for (var i = 0; i < cells; i++)
        {
            for (var j = 0; j < cells; j++)
            {
                sums[i] += totals[(i * cells) + j];
            }
        }
        var all = sums.Sum();
        var shares = new double[cells * cells];
        for (var i = 0; i < cells; i++)
        {
            for (var j = 0; j < cells; j++)
            {
                shares[(i * cells) + j] =
                    totals[(i * cells) + j] - (Shares[i] * sums[j]) - (sums[i] * Shares[j]) + (Shares[i] * all * Shares[j]);
            }
        }
        return shares;
    }

    private static void Number(int[] at)
    {
        var next = 0;
        for (var i = 0; i < at.Length; i++)
        {
            at[i] = at[i] < 0 ? -1 : next++;
        }
    }
}
