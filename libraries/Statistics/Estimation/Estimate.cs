// One figure and how sure it is.
namespace Hearth.Statistics.Estimation;

/// <summary>A mean, a share or a ratio estimated for everyone or for a group, and how sure it is.</summary>
public readonly record struct Estimate
{
    /// <summary>Rows in the base with a weight above 0: people, unweighted.</summary>
    public int Respondents { get; init; }

    /// <summary>The sum of their weights: how many they stand for, where the weights are scaled to a population.</summary>
    public double Weight { get; init; }

    /// <summary>The estimate: a share or a rate as a fraction from 0 to 1, a mean in its own unit. <c>null</c> when nobody is in the base.</summary>
    public double? Value { get; init; }

    /// <summary>
    /// The standard error squared. <c>null</c> when there is no estimate, or when <see cref="Refusal"/> says why it cannot be known. 0 when everyone was
    /// asked, when all answers are alike, or when the margins explain the figure wholly: then the figure was put in, not found.
    /// </summary>
    public double? Variance { get; init; }

    /// <summary>The standard error, in the estimate's unit; <c>null</c> as above.</summary>
    public double? StandardError => Variance is { } variance ? Math.Sqrt(variance) : null;

    /// <summary>Why there is no figure or no error; <see cref="EstimateRefusal.None"/> where there is.</summary>
    public EstimateRefusal Refusal { get; init; }

    /// <summary>Degrees of freedom: rows in the base less the strata they are in (as <c>degf</c> of R's <c>survey</c> has it for the subset).</summary>
    public int Degrees { get; init; }

    /// <summary>
    /// The design effect: the variance over that of as many people drawn by lot and put back, all weighted alike (<c>deff = "replace"</c> in R's
    /// <c>survey</c>). <c>null</c> for a ratio, for fewer than two people, when all answers are alike, or without a variance.
    /// </summary>
    public double? DesignEffect => SimpleVariance > 0 ? Variance / SimpleVariance : null;

    /// <summary>
    /// How many people drawn by lot would be as sure: <see cref="Respondents"/> over <see cref="DesignEffect"/>. Where that is not known (all answers alike)
    /// Kish's (Σw)²/Σw². More than respond where a good part of everyone was asked, or the margins explain the answers. <c>null</c> when nobody is in the base,
    /// and infinite where the variance is 0 though answers differ.
    /// </summary>
    public double? EffectiveSize =>
        Value is null ? null
        : DesignEffect is { } effect ? Respondents / effect
        : KishSize;

    /// <summary>
    /// Plus or minus how much: half the width of <see cref="IntervalMethod.Wald"/>'s range, in the estimate's unit. <c>null</c> without a standard error, or
    /// where <see cref="Degrees"/> are below 1. The regulator's margin, with p = ½ and 1.96, is <see cref="Margin.Of"/>.
    /// </summary>
    /// <param name="confidence">Confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside its range.</exception>
    public double? MarginOfError(double confidence = 0.95) =>
        StandardError is { } error && ShareInterval.Wald(0, error, Degrees, confidence) is { } range ? range.Upper : null;

    internal double? SimpleVariance { get; init; }

    internal double KishSize { get; init; }

    /// <summary>Rows that R's survey would count for the subset's design: it keeps all rows of a calibrated one.</summary>
    internal int DesignRows { get; init; }

    /// <summary>The range in which the truth may lie, for a share; <c>null</c> when there is no estimate or no error, or the method has no answer.</summary>
    /// <param name="method">How.</param>
    /// <param name="confidence">Confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside its range, or the estimate is no share (below 0 or above 1), other than for <see cref="IntervalMethod.Wald"/>.</exception>
    public ProportionInterval? Interval(IntervalMethod method = IntervalMethod.Wilson, double confidence = 0.95)
    {
        if (Value is not { } value || StandardError is not { } error)
        {
            return null;
        }
        return method switch
        {
            IntervalMethod.Wald => ShareInterval.Wald(value, error, Degrees, confidence),
            IntervalMethod.Logit => ShareInterval.Logit(value, error, Degrees, confidence),
            IntervalMethod.Beta => ShareInterval.Beta(value, error, Degrees, DesignRows, KishSize, confidence),
            _ => ShareInterval.Wilson(value, EffectiveSize!.Value, confidence),
        };
    }
}

/// <summary>Why an estimate or its error is not given.</summary>
public enum EstimateRefusal
{
    /// <summary>It is given.</summary>
    None,

    /// <summary>Nobody is in the base, or the denominators come to nothing: no estimate.</summary>
    NobodyInTheBase,

    /// <summary>
    /// A stratum that the figure rests on has one row out of several people: an estimate, but no error. See <see cref="SampleDesign.LonelyStrata"/>.
    /// </summary>
    LonelyStratum,
}

/// <summary>How the range of a share is found.</summary>
public enum IntervalMethod
{
    /// <summary>Wilson's score interval at the effective size: keeps its promise for small groups and near 0 and 1.</summary>
    Wilson,

    /// <summary>Symmetric on the scale of log odds, as <c>svyciprop(method = "logit")</c>. No answer at 0 and at 1.</summary>
    Logit,

    /// <summary>Clopper and Pearson's, at the effective size, as <c>svyciprop(method = "beta")</c>: never too narrow, as a rule too wide.</summary>
    Beta,

    /// <summary>The estimate plus and minus so many standard errors: for means, and for shares in the middle. Collapses at 0 and at 1; may leave 0 to 1.</summary>
    Wald,
}
