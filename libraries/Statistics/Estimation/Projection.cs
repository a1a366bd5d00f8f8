// Takes the margins of a calibrated sample out of what is estimated, without ever holding a row for each person and a column for each category.
namespace Hearth.Statistics.Estimation;

/// <summary>
/// The indicators M of all margins' categories (rows × p, never made), and of them what every figure needs: M'DM to take them out, and M'CW²M and each
/// stratum's Σw·M to know the variance of what is left. All are p × p or strata × p, p being the categories of all margins together.
/// </summary>
internal sealed class Projection
{
    // of what a category weighs by itself: less is rounding, and the category follows from the others
    private const double Dependent = 1e-11;
    private const int Sweeps = 10;

    private readonly int[] starts;
    private readonly double[] normal;
    private readonly double[]? factor;

    internal Projection(SampleDesign design, IReadOnlyList<Categories> margins, double[]? before, CalibrationResiduals residuals)
    {
        Margins = margins.Count;
        starts = new int[Margins + 1];
        for (var margin = 0; margin < Margins; margin++)
        {
            starts[margin + 1] = starts[margin] + margins[margin].Count;
        }
        Columns = starts[^1];
        Before = residuals == CalibrationResiduals.Regression ? before : null;
        Codes = new int[design.Rows * Margins];
        for (var margin = 0; margin < Margins; margin++)
        {
            var codes = margins[margin].Codes.Span;
            for (var row = 0; row < codes.Length; row++)
            {
                Codes[(row * Margins) + margin] = starts[margin] + codes[row];
            }
        }
        normal = new double[Columns * Columns];
        Squares = new double[Columns * Columns];
        Totals = new double[design.Figures.Rows.Length * Columns];
        Sum(design);
        factor = residuals == CalibrationResiduals.Regression ? Factor(normal, Columns) : null;
    }

    internal int Margins { get; }

    /// <summary>The categories of all margins together: p.</summary>
    internal int Columns { get; }

    /// <summary>Of each row, its column in each margin.</summary>
    internal int[] Codes { get; }

    /// <summary>The weights of the regression; null where they are even.</summary>
    internal double[]? Before { get; }

    /// <summary>M'CW²M, p × p.</summary>
    internal double[] Squares { get; }

    /// <summary>Of each stratum Σw·M, strata × p.</summary>
    internal double[] Totals { get; }

    /// <summary>The coefficients by which the margins explain a variable, from M'D·z, in its place.</summary>
    internal void Solve(Span<double> right)
    {
        if (factor is not null)
        {
            Substitute(factor, right);
        }
        else
        {
            Sweep(right);
        }
    }

    /// <summary>The lower triangle of a symmetric matrix without negative eigenvalues; a column that follows from those before it is nought.</summary>
    internal static double[] Factor(double[] matrix, int size)
    {
        var lower = new double[size * size];
        for (var column = 0; column < size; column++)
        {
            var done = lower.AsSpan(column * size, column);
            var left = matrix[(column * size) + column] - Dot(done, done);
            if (left <= Dependent * matrix[(column * size) + column])
            {
                continue;
            }
            var root = Math.Sqrt(left);
            lower[(column * size) + column] = root;
            for (var row = column + 1; row < size; row++)
            {
                lower[(row * size) + column] = (matrix[(row * size) + column] - Dot(lower.AsSpan(row * size, column), done)) / root;
            }
        }
        return lower;
    }

    /// <summary>Solves with the triangle and then with its mirror; what follows from others gets nought.</summary>
    internal static void Substitute(double[] lower, Span<double> right)
    {
        var size = right.Length;
        for (var row = 0; row < size; row++)
        {
            var diagonal = lower[(row * size) + row];
            right[row] = diagonal == 0 ? 0 : (right[row] - Dot(lower.AsSpan(row * size, row), right[..row])) / diagonal;
        }
        for (var row = size - 1; row >= 0; row--)
        {
            var diagonal = lower[(row * size) + row];
            if (diagonal == 0)
            {
                continue;
            }
            var sum = right[row];
            for (var below = row + 1; below < size; below++)
            {
                sum -= lower[(below * size) + row] * right[below];
            }
            right[row] = sum / diagonal;
        }
    }

    internal static double Dot(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            sum += first[i] * second[i];
        }
        return sum;
    }

    private void Sum(SampleDesign design)
    {
        for (var row = 0; row < design.Rows; row++)
        {
            var weight = design.Weights[row];
            if (weight == 0)
            {
                continue;
            }
            var stratum = design.Strata?[row] ?? 0;
            var before = Before?[row] ?? 1;
            var square = design.Figures.Squares[stratum] * weight * weight;
            var codes = Codes.AsSpan(row * Margins, Margins);
            foreach (var first in codes)
            {
                Totals[(stratum * Columns) + first] += weight;
                foreach (var second in codes)
                {
                    normal[(first * Columns) + second] += before;
                    Squares[(first * Columns) + second] += square;
                }
            }
        }
    }

    // A round over the margins, each set to what the others leave on average, is a step of block Gauss–Seidel: within a margin categories do not meet.
    private void Sweep(Span<double> right)
    {
        var found = new double[Columns];
        for (var round = 0; round < Sweeps; round++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var diagonal = normal[(column * Columns) + column];
                if (diagonal > 0)
                {
                    var rest = right[column] - Dot(normal.AsSpan(column * Columns, Columns), found);
                    found[column] += rest / diagonal;
                }
            }
        }
        found.CopyTo(right);
    }
}
