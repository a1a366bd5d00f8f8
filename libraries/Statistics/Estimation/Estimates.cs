// Means, shares and ratios with their standard errors: many measures by many groups in one pass.
namespace Hearth.Statistics.Estimation;

/// <summary>Estimates for everyone, and for groups, from a sample with a known design.</summary>
public static class Estimates
{
    /// <summary>One measure for everyone.</summary>
    /// <param name="design">How the sample came about.</param>
    /// <param name="measure">What to estimate.</param>
    /// <exception cref="ArgumentException">The measure's columns are not of the sample's length.</exception>
    public static Estimate Of(SampleDesign design, Measure measure) => Table(design, [measure])[0, 0];

    /// <summary>Every measure for every group.</summary>
    /// <remarks>
    /// <para>
    /// Linearisation (D. A. Binder, <i>International Statistical Review</i> 51 (1983) 279–292; what R's <c>svymean</c>, <c>svyratio</c> and
    /// <c>svyby</c> do): the standard error of Σw·y/Σw·b is that of the total of w·z, z = (y − R·b)/Σw·b in the group and 0 outside it. A group is a
    /// domain: its size is not taken as known, and its error is not that of a sample of its own. After calibration z is what the margins leave of it, in
    /// every row (see <see cref="SampleDesign.Calibrated"/>).
    /// </para>
    /// <para>
    /// Work: two looks at each row for each measure, and p² for each figure, p being the categories of all margins together. Memory: two columns, and
    /// p² + groups × (p + strata).
    /// </para>
    /// </remarks>
    /// <param name="design">How the sample came about.</param>
    /// <param name="measures">What to estimate; columns of the sample's length.</param>
    /// <param name="groups">The group of each row; <c>null</c> for one group of everyone. A row with a negative code is in none.</param>
    /// <exception cref="ArgumentException">A column is not of the sample's length, or a group's code has no group.</exception>
    public static EstimateTable Table(SampleDesign design, IReadOnlyList<Measure> measures, Categories? groups = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(measures);
        groups?.Check(design.Rows, everyRow: false, nameof(groups));
        var count = groups?.Count ?? 1;
        var estimates = new Estimate[measures.Count * count];
        var (number, denominator) = (new double[design.Rows], Array.Empty<double>());
        var linearised = new Linearised(design, count);
        for (var at = 0; at < measures.Count; at++)
        {
            var measure = measures[at];
            if (measure.Rows != design.Rows)
            {
                throw new ArgumentException($"Measure {at} has {measure.Rows} rows and the sample {design.Rows}.", nameof(measures));
            }
            if (measure.IsRatio && denominator.Length == 0)
            {
                denominator = new double[design.Rows];
            }
            measure.Write(number, denominator);
            var sums = GroupSums.Of(design, groups, number, measure.IsRatio ? denominator : null);
            sums.Spread(design, groups, number, measure.IsRatio ? denominator : null, linearised);
            for (var group = 0; group < count; group++)
            {
                estimates[(at * count) + group] = sums.Estimate(design, group, linearised, measure.IsRatio);
            }
            linearised.Clear();
        }
        return new EstimateTable(estimates, measures.Count, count);
    }

    /// <summary>
    /// The covariance of two measures' estimates from the same sample, for the error of their difference (<see cref="WaveDifference"/>): two questions put
    /// to the same people, or the same question to a panel twice, a row a person and a column a wave. For two samples that share some people:
    /// <see cref="WaveOverlap.Covariance"/>.
    /// </summary>
    /// <remarks>Half of what the variance of the sum of the linearised variables has over the sum of their variances.</remarks>
    /// <param name="design">How the sample came about.</param>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    /// <returns>In the product of their units; <c>null</c> where either has no estimate or no standard error.</returns>
    /// <exception cref="ArgumentException">A measure's columns are not of the sample's length.</exception>
    public static double? Covariance(SampleDesign design, Measure first, Measure second)
    {
        var table = Table(design, [first, second]);
        if (
            table[0, 0] is not { Value: { } one, Variance: { } oneVariance }
            || table[1, 0] is not { Value: { } two, Variance: { } twoVariance }
        )
        {
            return null;
        }
        var together = new double[design.Rows];
        AddLinearised(design, first, one, together);
        AddLinearised(design, second, two, together);
        var linearised = new Linearised(design, 1);
        for (var row = 0; row < together.Length; row++)
        {
            linearised.Add(0, row, together[row]);
        }
        linearised.TakeMarginsOut();
        return linearised.Variance(0) is { } sum ? (sum - oneVariance - twoVariance) / 2 : null;
    }

    /// <summary>Of each row w·e, what it adds to the estimate's error; null where there is no estimate.</summary>
    internal static double[]? Contributions(SampleDesign design, Measure measure)
    {
        if (Of(design, measure).Value is not { } estimate)
        {
            return null;
        }
        var values = new double[design.Rows];
        AddLinearised(design, measure, estimate, values);
        var linearised = new Linearised(design, 1);
        for (var row = 0; row < values.Length; row++)
        {
            linearised.Add(0, row, values[row]);
        }
        linearised.TakeMarginsOut();
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = design.Weights[row] * linearised.Left(0, row, values[row]);
        }
        return values;
    }

    private static void AddLinearised(SampleDesign design, Measure measure, double estimate, double[] to)
    {
        var number = new double[design.Rows];
        var denominator = measure.IsRatio ? new double[design.Rows] : null;
        measure.Write(number, denominator);
        var whole = 0.0;
        for (var row = 0; row < number.Length; row++)
        {
            whole += double.IsNaN(number[row]) ? 0 : design.Weights[row] * (denominator?[row] ?? 1);
        }
        for (var row = 0; row < number.Length; row++)
        {
            to[row] +=
                double.IsNaN(number[row]) || design.Weights[row] == 0 ? 0 : (number[row] - (estimate * (denominator?[row] ?? 1))) / whole;
        }
    }
}

/// <summary>Estimates of measures (first index) by groups (second index).</summary>
public sealed class EstimateTable
{
    private readonly Estimate[] estimates;

    internal EstimateTable(Estimate[] estimates, int measures, int groups)
    {
        this.estimates = estimates;
        Measures = measures;
        Groups = groups;
    }

    /// <summary>How many measures.</summary>
    public int Measures { get; }

    /// <summary>How many groups; 1 where there was one of everyone.</summary>
    public int Groups { get; }

    /// <summary>One figure, both counted from 0 in the order given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such measure or group.</exception>
    public Estimate this[int measure, int group]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(measure);
            ArgumentOutOfRangeException.ThrowIfNegative(group);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(measure, Measures);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(group, Groups);
            return estimates[(measure * Groups) + group];
        }
    }
}
