// Variances and covariances of totals under a design, from sums alone: no row is kept.
namespace Hearth.Statistics.Estimation;

/// <summary>
/// Linearised variables z, each nought outside its own rows. Their rows are added one by one; then the (co)variances of Σw·e are known, e being what the
/// margins leave of z: Σc(w·e)² = Σc(w·z)² − 2β'·ΣcW²Mz + β'(M'CW²M)β, less each stratum's squared total.
/// </summary>
internal sealed class Linearised
{
    // a variance this small beside what it was before the margins were taken out is rounding
    private const double Rounding = 1e-12;

    private readonly SampleDesign design;
    private readonly Projection? projection;
    private readonly int columns;
    private readonly int strata;
    private readonly double[] squares;
    private readonly double[] totals;
    private readonly double[] right;
    private readonly double[] cross;
    private readonly double[] pushed;
    private readonly bool[] refused;

    internal Linearised(SampleDesign design, int variables)
    {
        this.design = design;
        projection = design.Projection;
        columns = projection?.Columns ?? 0;
        strata = design.Figures.Rows.Length;
        squares = new double[variables];
        totals = new double[variables * strata];
        right = new double[variables * columns];
        cross = new double[variables * columns];
        pushed = new double[variables * columns];
        refused = new bool[variables];
    }

    internal void Clear()
    {
        Array.Clear(squares);
        Array.Clear(totals);
        Array.Clear(right);
        Array.Clear(cross);
        Array.Clear(refused);
    }

    internal void Add(int variable, int row, double z)
    {
        var weight = design.Weights[row];
        var stratum = design.Strata is { } codes ? codes[row] : 0;
        var weighted = weight * z;
        var scaled = design.Figures.Squares[stratum] * weight * weighted;
        squares[variable] += scaled * z;
        totals[(variable * strata) + stratum] += weighted;
        refused[variable] |= design.Figures.IsLonely[stratum];
        if (projection is null)
        {
            return;
        }
        var plain = projection.Before is { } before ? before[row] * z : z;
        var at = variable * columns;
        foreach (var column in projection.Codes.AsSpan(row * projection.Margins, projection.Margins))
        {
            right[at + column] += plain;
            cross[at + column] += scaled;
        }
    }

    /// <summary>Takes the margins out of every variable; to be called once, when all rows are in.</summary>
    internal void TakeMarginsOut()
    {
        if (projection is null)
        {
            return;
        }
        for (var variable = 0; variable < squares.Length; variable++)
        {
            // a margin reaches every row, and so every stratum
            refused[variable] |= design.Figures.Refuses;
            var explained = right.AsSpan(variable * columns, columns);
            projection.Solve(explained);
            for (var column = 0; column < columns; column++)
            {
                pushed[(variable * columns) + column] = Projection.Dot(projection.Squares.AsSpan(column * columns, columns), explained);
            }
            for (var stratum = 0; stratum < strata; stratum++)
            {
                totals[(variable * strata) + stratum] -= Projection.Dot(projection.Totals.AsSpan(stratum * columns, columns), explained);
            }
        }
    }

    /// <summary>The variance; null where it is refused.</summary>
    internal double? Variance(int variable)
    {
        if (refused[variable])
        {
            return null;
        }
        var variance = Covariance(variable, variable);
        return variance <= Rounding * squares[variable] ? 0 : variance;
    }

    /// <summary>The covariance of two variables that share no row, or of one with itself.</summary>
    internal double Covariance(int first, int second)
    {
        var sum = first == second ? squares[first] : 0;
        if (projection is not null)
        {
            var one = right.AsSpan(first * columns, columns);
            var two = right.AsSpan(second * columns, columns);
            sum +=
                Projection.Dot(one, pushed.AsSpan(second * columns, columns))
                - Projection.Dot(one, cross.AsSpan(second * columns, columns))
                - Projection.Dot(two, cross.AsSpan(first * columns, columns));
        }
        for (var stratum = 0; stratum < strata; stratum++)
        {
            sum -= design.Figures.Centres[stratum] * totals[(first * strata) + stratum] * totals[(second * strata) + stratum];
        }
        return sum * design.Figures.Stretch;
    }

    /// <summary>What the margins leave of a row's value, once they are taken out.</summary>
    internal double Left(int variable, int row, double z)
    {
        if (projection is null)
        {
            return z;
        }
        foreach (var column in projection.Codes.AsSpan(row * projection.Margins, projection.Margins))
        {
            z -= right[(variable * columns) + column];
        }
        return z;
    }

    internal bool IsRefused(int variable) => refused[variable];
}
