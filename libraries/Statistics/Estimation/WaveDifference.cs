// Is this change more than chance? The difference between two estimates, with its range.
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Hearth.Statistics.Estimation;

/// <summary>The difference between two estimates with standard errors: this year less last year, one group less another.</summary>
/// <remarks>For plain counts of two simple samples that share nobody, <see cref="Difference.Between"/> (Newcombe) holds better at the ends.</remarks>
public static class WaveDifference
{
    /// <summary>The first less the second; <c>null</c> when either has no estimate or no standard error.</summary>
    /// <remarks>
    /// error² = error₁² + error₂² − 2·covariance (L. Kish, <i>Survey Sampling</i> (1965), §12.4); range and chance by t with the degrees of both added, which
    /// is what one sample with the waves as strata would have.
    /// </remarks>
    /// <param name="first">The later wave, or the one group.</param>
    /// <param name="second">The earlier wave, or the other group.</param>
    /// <param name="covariance">
    /// 0 where the two samples were drawn by themselves. Where they share people, what <see cref="WaveOverlap.Covariance"/> or <see cref="Estimates.Covariance"/> gives: answers of the same people go
    /// together, and the difference is surer. Two groups of one simple sample have next to none.
    /// </param>
    /// <param name="confidence">Confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside its range, or the covariance is larger than the two errors allow.</exception>
    public static EstimateDifference? Between(Estimate first, Estimate second, double covariance = 0, double confidence = 0.95)
    {
        if (first is not { Value: { } one, Variance: { } oneVariance } || second is not { Value: { } two, Variance: { } twoVariance })
        {
            return null;
        }
        return Between(one, oneVariance, two, twoVariance, covariance, first.Degrees + second.Degrees, confidence);
    }

    /// <summary>The same from published figures. <c>null</c> where degrees are given and below 1.</summary>
    /// <param name="first">The one estimate.</param>
    /// <param name="firstVariance">Its standard error squared, 0 or more.</param>
    /// <param name="second">The other.</param>
    /// <param name="secondVariance">Its standard error squared, 0 or more.</param>
    /// <param name="covariance">Of the two; 0 where the samples share nobody.</param>
    /// <param name="degrees">Degrees of freedom of both together; <c>null</c> for the normal quantile.</param>
    /// <param name="confidence">Confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A variance is negative, the covariance is larger than they allow, or the confidence is outside its range.</exception>
    public static EstimateDifference? Between(
        double first,
        double firstVariance,
        double second,
        double secondVariance,
        double covariance = 0,
        int? degrees = null,
        double confidence = 0.95
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstVariance);
        ArgumentOutOfRangeException.ThrowIfNegative(secondVariance);
        var most = Math.Sqrt(firstVariance * secondVariance);
        if (!(Math.Abs(covariance) <= most * (1 + 1e-9)))
        {
            throw new ArgumentOutOfRangeException(nameof(covariance), covariance, $"Two such errors have a covariance of at most {most}.");
        }
        if (confidence is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Confidence lies between 0 and 1.");
        }
        if (ShareInterval.Quantile(degrees, confidence) is not { } t)
        {
            return null;
        }
        var estimate = first - second;
        var error = Math.Sqrt(Math.Max(0, firstVariance + secondVariance - (2 * covariance)));
        return new EstimateDifference(
            estimate,
            error,
            estimate - (t * error),
            estimate + (t * error),
            Chance(estimate, error, degrees),
            confidence
        );
    }

    private static double Chance(double estimate, double error, int? degrees)
    {
        if (error == 0)
        {
            return estimate == 0 ? 1 : 0;
        }
        var t = Math.Abs(estimate) / error;
        return degrees is { } some
            ? SpecialFunctions.BetaRegularized(some / 2.0, 0.5, some / (some + (t * t)))
            : Math.Min(1, 2 * Normal.CDF(0, 1, -t));
    }
}

/// <summary>A difference of two estimates, in their unit.</summary>
/// <param name="Estimate">First less second.</param>
/// <param name="StandardError">Its standard error, 0 or more.</param>
/// <param name="Lower">The lower end of the range. A range that holds 0 shows no change.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Chance">How often chance alone makes a difference as large, 0 to 1, two-sided.</param>
/// <param name="Confidence">How often ranges made this way hold the truth.</param>
public readonly record struct EstimateDifference(
    double Estimate,
    double StandardError,
    double Lower,
    double Upper,
    double Chance,
    double Confidence
)
{
    /// <summary>Whether the change is more than chance at that confidence: 0 lies outside the range.</summary>
    public bool IsMoreThanChance => Lower > 0 || Upper < 0;
}
