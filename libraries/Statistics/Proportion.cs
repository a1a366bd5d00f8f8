// A proportion with the range in which the truth may lie.
using MathNet.Numerics.Distributions;

namespace Hearth.Statistics;

/// <summary>Confidence intervals for a proportion: a share of people who answered, took part, or are satisfied.</summary>
public static class Proportion
{
    /// <summary>
    /// Wilson's score interval; <c>null</c> when <paramref name="trials"/> is 0. It stays inside 0 to 1 and keeps its promise
    /// for small groups and for nought or all, where the textbook interval collapses to a point.
    /// </summary>
    /// <remarks>
    /// Method: E. B. Wilson, <i>JASA</i> 22 (1927) 209–212; method 3 of R. G. Newcombe, <i>Statistics in Medicine</i> 17 (1998) 857–872.
    /// With a population, z² is multiplied by the finite population correction (N−n)/(N−1): the same score test with the variance of
    /// drawing without replacement. The whole population asked gives an interval of no width. Here z is the exact quantile
    /// (1.959964 for 95%), while <see cref="Margin"/> and <see cref="SampleSize"/> follow the regulator's 1.96.
    /// </remarks>
    /// <param name="successes">People counted, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">People who could have been counted: the base.</param>
    /// <param name="confidence">Confidence, above 0 and below 1.</param>
    /// <param name="population">
    /// How many the sample stands for, when it is a good part of them; <c>null</c> for no correction. Leave it out for a
    /// participation rate: there everyone is counted already, and the range is about how willing such people are.
    /// A population below the base counts as equal to it.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, successes exceed trials, or the confidence is outside its range.</exception>
    public static ProportionInterval? Wilson(int successes, int trials, double confidence = 0.95, int? population = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (confidence is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Confidence lies between 0 and 1.");
        }

        if (population is { } size)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(size, nameof(population));
        }

        if (trials == 0)
        {
            return null;
        }

        return Range(successes / (double)trials, trials, trials, confidence, population);
    }

    /// <summary>
    /// The same for a weighted share: the range that a sample of <paramref name="effective"/> people drawn by lot would give;
    /// <c>null</c> when nobody counts.
    /// </summary>
    /// <remarks>
    /// Wilson's interval at the effective size n/deff, as E. L. Korn and B. I. Graubard, <i>Survey Methodology</i> 24 (1998) 193–201, do for the
    /// exact one. The correction for a finite population goes by the people who really answered.
    /// </remarks>
    /// <param name="share">The weighted share, 0 to 1.</param>
    /// <param name="effective">The effective size: (Σw)²/Σw², above 0 and at most <paramref name="people"/>.</param>
    /// <param name="people">People who really answered.</param>
    /// <param name="confidence">Confidence, above 0 and below 1.</param>
    /// <param name="population">As above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share or size outside its range.</exception>
    public static ProportionInterval? WilsonWeighted(
        double share,
        double effective,
        int people,
        double confidence = 0.95,
        int? population = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        if (people == 0)
        {
            return null;
        }
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        }
        // sums of many weights end a hair beside a whole number
        if (!(effective > 0) || effective > people * (1 + 1e-9))
        {
            throw new ArgumentOutOfRangeException(
                nameof(effective),
                effective,
                "An effective size lies above 0 and at or below the people."
            );
        }
        if (confidence is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Confidence lies between 0 and 1.");
        }
        return Range(share, effective, people, confidence, population);
    }

    /// <summary>Wilson's interval at any size, for <see cref="Estimation.ShareInterval.Wilson"/>.</summary>
    internal static ProportionInterval AtSize(double share, double size, double confidence) => Range(share, size, 0, confidence, null);

    private static ProportionInterval Range(double p, double n, int people, double confidence, int? population)
    {
        var z = Normal.InvCDF(0, 1, 1 - ((1 - confidence) / 2));
        var z2 = z * z * (population is { } whole ? FinitePopulation.Correction(people, whole) : 1);
        var centre = (p + (z2 / (2 * n))) / (1 + (z2 / n));
        var half = Math.Sqrt((z2 * p * (1 - p) / n) + (z2 * z2 / (4 * n * n))) / (1 + (z2 / n));

        // At nought and at all the bound is exact; subtraction would leave a speck of floating-point dust.
        var lower = p == 0 ? 0 : Math.Max(0, centre - half);
        var upper = p == 1 ? 1 : Math.Min(1, centre + half);
        return new ProportionInterval(p, lower, upper, confidence);
    }
}

/// <summary>A proportion and the range in which the truth may lie, all as fractions from 0 to 1.</summary>
/// <param name="Estimate">The proportion found.</param>
/// <param name="Lower">The lower end of the range, at most <paramref name="Estimate"/>.</param>
/// <param name="Upper">The upper end of the range, at least <paramref name="Estimate"/>.</param>
/// <param name="Confidence">How often ranges made this way hold the truth: 0.95 is 19 times in 20.</param>
public readonly record struct ProportionInterval(double Estimate, double Lower, double Upper, double Confidence)
{
    /// <summary>Whether a value to compare with (a fraction) lies within the range, ends included. If so, no difference may be claimed.</summary>
    /// <param name="proportion">The other figure, 0 to 1.</param>
    public bool Contains(double proportion) => proportion >= Lower && proportion <= Upper;

    /// <summary>
    /// Whether two ranges meet. Ranges that do not meet show a difference; ranges that meet leave the question open
    /// (they may meet although the difference is real).
    /// </summary>
    /// <param name="other">The range of another group.</param>
    public bool Overlaps(ProportionInterval other) => Lower <= other.Upper && other.Lower <= Upper;
}
