// Of one measure the sums of each group, and how far its rows lie from what they come to.
namespace Hearth.Statistics.Estimation;

internal sealed class GroupSums
{
    private readonly int[] rows;
    private readonly double[] weights;
    private readonly double[] weightsSquared;
    private readonly double[] numbers;
    private readonly double[] bases;
    private readonly double[] squares;
    private readonly int[] strataOf;

    private GroupSums(int groups)
    {
        rows = new int[groups];
        weights = new double[groups];
        weightsSquared = new double[groups];
        numbers = new double[groups];
        bases = new double[groups];
        squares = new double[groups];
        strataOf = new int[groups];
    }

    internal static GroupSums Of(SampleDesign design, Categories? groups, double[] number, double[]? denominator)
    {
        var sums = new GroupSums(groups?.Count ?? 1);
        var codes = groups is { } column ? column.Codes.Span : default;
        var strata = design.Figures.Rows.Length;
        var seen = new bool[sums.rows.Length * strata];
        for (var row = 0; row < number.Length; row++)
        {
            var (weight, y) = (design.Weights[row], number[row]);
            var group = groups is null ? 0 : codes[row];
            if (weight == 0 || group < 0 || double.IsNaN(y))
            {
                continue;
            }
            sums.rows[group]++;
            sums.weights[group] += weight;
            sums.weightsSquared[group] += weight * weight;
            sums.numbers[group] += weight * y;
            sums.bases[group] += denominator is null ? weight : weight * denominator[row];
            var at = (group * strata) + (design.Strata?[row] ?? 0);
            if (!seen[at])
            {
                seen[at] = true;
                sums.strataOf[group]++;
            }
        }
        return sums;
    }

    /// <summary>Adds every row's linearised value to its group.</summary>
    internal void Spread(SampleDesign design, Categories? groups, double[] number, double[]? denominator, Linearised linearised)
    {
        var codes = groups is { } column ? column.Codes.Span : default;
        for (var row = 0; row < number.Length; row++)
        {
            var (weight, y) = (design.Weights[row], number[row]);
            var group = groups is null ? 0 : codes[row];
            if (weight == 0 || group < 0 || double.IsNaN(y) || bases[group] == 0)
            {
                continue;
            }
            var ratio = numbers[group] / bases[group];
            var away = y - (denominator is null ? ratio : ratio * denominator[row]);
            squares[group] += weight * away * away;
            linearised.Add(group, row, away / bases[group]);
        }
        linearised.TakeMarginsOut();
    }

    internal Estimate Estimate(SampleDesign design, int group, Linearised linearised, bool isRatio)
    {
        var degrees = rows[group] - strataOf[group];
        if (rows[group] == 0 || bases[group] == 0)
        {
            return new Estimate
            {
                Respondents = rows[group],
                Refusal = EstimateRefusal.NobodyInTheBase,
                DesignRows = 0,
            };
        }
        var (n, spread) = (rows[group], squares[group] / weights[group]);
        return new Estimate
        {
            Respondents = n,
            Weight = weights[group],
            KishSize = weights[group] * weights[group] / weightsSquared[group],
            Value = numbers[group] / bases[group],
            Variance = linearised.Variance(group),
            SimpleVariance = isRatio || n < 2 ? null : spread / (n - 1),
            Degrees = degrees,
            DesignRows = design.IsCalibrated ? design.Rows : n,
            Refusal = linearised.IsRefused(group) ? EstimateRefusal.LonelyStratum : EstimateRefusal.None,
        };
    }
}
