// The range in which a share may lie, from an estimate and its standard error.
using MathNet.Numerics.Distributions;

namespace Hearth.Statistics.Estimation;

/// <summary>
/// Confidence intervals for a share whose standard error is known from the sample's design; all figures are fractions from 0 to 1. For plain counts of a
/// simple sample there are <see cref="Proportion.Wilson"/> and <see cref="ClopperPearson"/>.
/// </summary>
/// <remarks>
/// How they keep their promise: L. D. Brown, T. T. Cai and A. DasGupta, <i>Statistical Science</i> 16 (2001) 101–133; under designs E. L. Korn and
/// B. I. Graubard, <i>Survey Methodology</i> 24 (1998) 193–201. Degrees of freedom below 1 give no interval where a t quantile is used.
/// </remarks>
public static class ShareInterval
{
    /// <summary>The estimate plus and minus t standard errors. Also right for a mean; not held within 0 and 1. <c>null</c> where degrees are below 1.</summary>
    /// <param name="estimate">The estimate, a number.</param>
    /// <param name="standardError">Its standard error, 0 or more.</param>
    /// <param name="degrees">Degrees of freedom; <c>null</c> for the normal quantile.</param>
    /// <param name="confidence">Confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The error is negative or not a number, or the confidence is outside its range.</exception>
    public static ProportionInterval? Wald(double estimate, double standardError, int? degrees = null, double confidence = 0.95)
    {
        Check(0, standardError, confidence);
        return Quantile(degrees, confidence) is { } t
            ? new ProportionInterval(estimate, estimate - (t * standardError), estimate + (t * standardError), confidence)
            : null;
    }

    /// <summary>
    /// Symmetric on the scale of log odds: log(p/(1 − p)) ± t·error/(p(1 − p)), brought back. <c>null</c> at 0 and at 1, which have no log odds, and where
    /// degrees are below 1.
    /// </summary>
    /// <remarks>As <c>svyciprop(method = "logit")</c> and, to its last digits, <c>"xlogit"</c> in R's <c>survey</c>; A. Agresti, <i>Categorical Data Analysis</i> (2002), §1.4.</remarks>
    /// <param name="share">The share, 0 to 1.</param>
    /// <param name="standardError">Its standard error, 0 or more.</param>
    /// <param name="degrees">Degrees of freedom; <c>null</c> for the normal quantile.</param>
    /// <param name="confidence">Confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public static ProportionInterval? Logit(double share, double standardError, int? degrees = null, double confidence = 0.95)
    {
        Check(share, standardError, confidence);
        if (share is 0 or 1 || Quantile(degrees, confidence) is not { } t)
        {
            return null;
        }
        var centre = Math.Log(share / (1 - share));
        var half = t * standardError / (share * (1 - share));
        return new ProportionInterval(share, Expit(centre - half), Expit(centre + half), confidence);
    }

    /// <summary>
    /// Clopper and Pearson's exact interval at the effective size p(1 − p)/error², made smaller where degrees are few. Never too narrow, as a rule too wide.
    /// <c>null</c> where degrees are below 1.
    /// </summary>
    /// <remarks>As <c>svyciprop(method = "beta")</c> in R's <c>survey</c>, by Korn and Graubard; at 0 and at 1, where that has no answer, the size given stands in.</remarks>
    /// <param name="share">The share, 0 to 1.</param>
    /// <param name="standardError">Its standard error, 0 or more. 0 between 0 and 1 gives an interval of no width.</param>
    /// <param name="degrees">Degrees of freedom.</param>
    /// <param name="people">People the design counts, 2 or more for the correction: above the degrees where there are strata. R takes all rows where the sample is calibrated.</param>
    /// <param name="sizeAtEnds">The effective size to use at 0 and at 1; <c>null</c> for <paramref name="people"/>.</param>
    /// <param name="confidence">Confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public static ProportionInterval? Beta(
        double share,
        double standardError,
        int degrees,
        int people,
        double? sizeAtEnds = null,
        double confidence = 0.95
    )
    {
        Check(share, standardError, confidence);
        if (share is 0 or 1)
        {
            return Exact(share, sizeAtEnds ?? people, confidence);
        }
        if (Quantile(degrees, confidence) is not { } own || Quantile(people - 1, confidence) is not { } all)
        {
            return null;
        }
        var size = share * (1 - share) / (standardError * standardError) * (all / own) * (all / own);
        return double.IsInfinity(size) ? new ProportionInterval(share, share, share, confidence) : Exact(share, size, confidence);
    }

    /// <summary>Wilson's score interval at an effective size, which may be above the people asked where a good part of everyone was.</summary>
    /// <remarks><see cref="Proportion.WilsonWeighted"/> is the same where the size comes from the weights alone.</remarks>
    /// <param name="share">The share, 0 to 1.</param>
    /// <param name="effectiveSize">People drawn by lot who would be as sure, above 0; infinite for an interval of no width.</param>
    /// <param name="confidence">Confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public static ProportionInterval Wilson(double share, double effectiveSize, double confidence = 0.95)
    {
        Check(share, 0, confidence);
        if (!(effectiveSize > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(effectiveSize), effectiveSize, "An effective size lies above 0.");
        }
        return Proportion.AtSize(share, effectiveSize, confidence);
    }

    /// <summary>Clopper and Pearson's exact interval from plain counts; <c>null</c> when nobody was asked.</summary>
    /// <remarks>C. J. Clopper and E. S. Pearson, <i>Biometrika</i> 26 (1934) 404–413.</remarks>
    /// <param name="successes">People counted, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">The base.</param>
    /// <param name="confidence">Confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count or the confidence is outside its range.</exception>
    public static ProportionInterval? ClopperPearson(int successes, int trials, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (trials == 0)
        {
            return null;
        }
        Check(0, 0, confidence);
        return Exact(successes / (double)trials, trials, confidence);
    }

    internal static double? Quantile(int? degrees, double confidence)
    {
        var upper = 1 - ((1 - confidence) / 2);
        return degrees switch
        {
            null => Normal.InvCDF(0, 1, upper),
            < 1 => null,
            { } some => StudentT.InvCDF(0, 1, some, upper),
        };
    }

    private static ProportionInterval Exact(double share, double size, double confidence)
    {
        var tail = (1 - confidence) / 2;
        var lower = share == 0 ? 0 : MathNet.Numerics.Distributions.Beta.InvCDF(size * share, (size * (1 - share)) + 1, tail);
        var upper = share == 1 ? 1 : MathNet.Numerics.Distributions.Beta.InvCDF((size * share) + 1, size * (1 - share), 1 - tail);
        return new ProportionInterval(share, lower, upper, confidence);
    }

    private static double Expit(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    private static void Check(double share, double standardError, double confidence)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        }
        if (!(standardError >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(standardError), standardError, "A standard error is 0 or more.");
        }
        if (confidence is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Confidence lies between 0 and 1.");
        }
    }
}
