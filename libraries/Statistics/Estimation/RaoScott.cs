// Whether the two sides of a table have to do with one another, where people were weighted or drawn by strata.
using MathNet.Numerics;

namespace Hearth.Statistics.Estimation;

/// <summary>
/// Rao and Scott's corrections of Pearson's chi-squared for a two-way table under a sample's design. On weighted counts Pearson's own test calls far too
/// much real; on plain counts it says nothing of everyone.
/// </summary>
/// <remarks>
/// J. N. K. Rao and A. J. Scott, <i>Annals of Statistics</i> 12 (1984) 46–60; D. R. Thomas and J. N. K. Rao, <i>JASA</i> 82 (1987) 630–636, on the second order as F.
/// Both as <c>svychisq</c> in R's <c>survey</c> gives them (<c>statistic = "Chisq"</c> and <c>"F"</c>). For plain counts: <see cref="Difference.Independence"/>.
/// </remarks>
public static class RaoScott
{
    /// <summary>
    /// Tests a table. <c>null</c> where fewer than two rows or two columns have anyone in them, or where a lonely stratum or too few people leave the
    /// spread of the table unknown.
    /// </summary>
    /// <param name="design">How the sample came about.</param>
    /// <param name="rows">The one side. A sample's row with a negative code on either side is in no cell: a table of those who answered both.</param>
    /// <param name="columns">The other side.</param>
    /// <exception cref="ArgumentException">A column is not of the sample's length, or a code has no category.</exception>
    public static RaoScottTest? Independence(SampleDesign design, Categories rows, Categories columns)
    {
        ArgumentNullException.ThrowIfNull(design);
        rows.Check(design.Rows, everyRow: false, nameof(rows));
        columns.Check(design.Rows, everyRow: false, nameof(columns));
        var table = WeightedTable.Of(design, rows, columns);
        if (table.Rows < 2 || table.Columns < 2 || design.Degrees < 1)
        {
            return null;
        }
        if (table.Covariances(design, rows, columns) is not { } covariances)
        {
            return null;
        }
        var degrees = (table.Rows - 1) * (table.Columns - 1);
        if (DesignEffects(table, covariances, degrees) is not var (trace, squares) || !(trace > 0))
        {
            return null;
        }
        var pearson = table.Pearson();
        var mean = trace / degrees;
        var fine = trace * trace / squares;
        var f = pearson / trace;
        var below = fine * design.Degrees;
        return new RaoScottTest(
            pearson,
            table.People,
            mean,
            pearson / mean,
            degrees,
            SpecialFunctions.GammaUpperRegularized(degrees / 2.0, pearson / mean / 2),
            f,
            fine,
            below,
            f == 0 ? 1 : SpecialFunctions.BetaRegularized(below / 2, fine / 2, below / (below + (fine * f)))
        );
    }

    /// <summary>The sum, and the sum of squares, of the generalised design effects: the eigenvalues of (C'P⁻¹C/n)⁻¹·C'P⁻¹VP⁻¹C, C being what is left of interaction.</summary>
    private static (double Sum, double Squares)? DesignEffects(WeightedTable table, double[] covariances, int degrees)
    {
        var cells = table.Rows * table.Columns;
        var inverse = new double[cells];
        for (var cell = 0; cell < cells; cell++)
        {
            inverse[cell] = table.Shares[cell] > 0 ? 1 / table.Shares[cell] : 0;
        }
        // (a, b) against the first row and the first column: plus, minus, minus, plus; every table without main effects is made of these
        var contrasts = new (int Cell, double Sign)[degrees][];
        for (var at = 0; at < degrees; at++)
        {
            var (a, b) = (1 + (at / (table.Columns - 1)), 1 + (at % (table.Columns - 1)));
            contrasts[at] = [((a * table.Columns) + b, 1), (a * table.Columns, -1), (b, -1), (0, 1)];
        }
        var plain = new double[degrees * degrees];
        var found = new double[degrees * degrees];
        for (var i = 0; i < degrees; i++)
        {
            for (var j = 0; j < degrees; j++)
            {
                foreach (var (one, sign) in contrasts[i])
                {
                    foreach (var (two, other) in contrasts[j])
                    {
                        plain[(i * degrees) + j] += one == two ? sign * other * inverse[one] / table.People : 0;
                        found[(i * degrees) + j] += sign * other * inverse[one] * inverse[two] * covariances[(one * cells) + two];
                    }
                }
            }
        }
        var lower = Projection.Factor(plain, degrees);
        for (var at = 0; at < degrees; at++)
        {
            if (lower[(at * degrees) + at] == 0)
            {
                // so many empty cells that part of the interaction cannot be seen
                return null;
            }
        }
        var column = new double[degrees];
        for (var j = 0; j < degrees; j++)
        {
            for (var i = 0; i < degrees; i++)
            {
                column[i] = found[(i * degrees) + j];
            }
            Projection.Substitute(lower, column);
            for (var i = 0; i < degrees; i++)
            {
                plain[(i * degrees) + j] = column[i];
            }
        }
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < degrees; i++)
        {
            sum += plain[(i * degrees) + i];
            for (var j = 0; j < degrees; j++)
            {
                squares += plain[(i * degrees) + j] * plain[(j * degrees) + i];
            }
        }
        return (sum, squares);
    }
}

/// <summary>What came of the test.</summary>
/// <param name="Pearson">Pearson's chi-squared of the weighted shares, scaled to <paramref name="People"/>: not to be looked up by itself.</param>
/// <param name="People">Rows in the table with a weight above 0, unweighted.</param>
/// <param name="MeanDesignEffect">The mean of the generalised design effects: by how much chance alone stretches <paramref name="Pearson"/>.</param>
/// <param name="FirstOrder">Pearson over that mean, to be looked up as chi-squared with <paramref name="Degrees"/>.</param>
/// <param name="Degrees">(rows − 1)(columns − 1) of those that have anyone in them.</param>
/// <param name="FirstOrderChance">How often chance alone makes it as large: right where the design effects are alike.</param>
/// <param name="F">The second order: Pearson over the sum of the design effects, to be looked up as F.</param>
/// <param name="FDegrees">Its first degrees of freedom, 1 to <paramref name="Degrees"/>, not whole as a rule.</param>
/// <param name="FDegreesBelow">Its second: the first times the design's.</param>
/// <param name="Chance">How often chance alone makes it as large, by the second order: the one to report.</param>
public sealed record RaoScottTest(
    double Pearson,
    int People,
    double MeanDesignEffect,
    double FirstOrder,
    int Degrees,
    double FirstOrderChance,
    double F,
    double FDegrees,
    double FDegreesBelow,
    double Chance
);
