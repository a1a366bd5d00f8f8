// Weights, and what is to be said of them.
namespace Hearth.Statistics.Weighting;

/// <summary>What came of a weighting: weights, or every reason found why there are none.</summary>
public sealed class WeightingResult
{
    private readonly double[] weights;

    internal WeightingResult(IReadOnlyList<WeightingRefusal> refusals) =>
        (weights, Refusals, Collapsed, Categories, Groups) = ([], refusals, [], [], []);

    internal WeightingResult(
        double[] weights,
        int rounds,
        double furthest,
        bool met,
        IReadOnlyList<CollapsedCategory> collapsed,
        IReadOnlyList<WeightedCategory> categories,
        IReadOnlyList<IReadOnlyList<int>> groups
    ) =>
        (this.weights, Rounds, Furthest, Met, Refusals, Collapsed, Categories, Groups) = (
            weights,
            rounds,
            furthest,
            met,
            [],
            collapsed,
            categories,
            groups
        );

    /// <summary>Why there are no weights; empty where there are. As many as were found, so that they can be put right in one go.</summary>
    public IReadOnlyList<WeightingRefusal> Refusals { get; }

    /// <summary>Whether there are weights.</summary>
    public bool IsWeighted => Refusals.Count == 0;

    /// <summary>A weight for each respondent, in their order; empty where the weighting was refused.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>The same as an array of their own, for a caller who keeps them. Not copied.</summary>
    public double[] ToArray() => weights;

    /// <summary>How many times round all variables it took.</summary>
    public int Rounds { get; }

    /// <summary>Whether every category is within the tolerance of its target: always, but where <see cref="WeightLimits.AsCloseAsPossible"/> was asked for.</summary>
    public bool Met { get; }

    /// <summary>The largest distance of a category's weighted total from its target, as a share of the target.</summary>
    public double Furthest { get; }

    /// <summary>What was merged with what before weighting, in the order in which it happened.</summary>
    public IReadOnlyList<CollapsedCategory> Collapsed { get; }

    /// <summary>Each category that was weighted to, with its shares before and after.</summary>
    public IReadOnlyList<WeightedCategory> Categories { get; }

    /// <summary>
    /// For each variable, in the order given, the group of each of its categories: 0 is the variable's first in <see cref="Categories"/>.
    /// Merged categories share one. Estimates that allow for the weighting need the groups, not the categories.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<int>> Groups { get; }

    /// <summary>Kish's design effect (<see cref="Kish.DesignEffect"/>); <c>null</c> where there are no weights.</summary>
    public double? DesignEffect => Kish.DesignEffect(weights);

    /// <summary>How many people drawn by lot would give as sure an answer (<see cref="Kish.EffectiveSize"/>); 0 where there are no weights.</summary>
    public double EffectiveSize => Kish.EffectiveSize(weights);

    /// <summary>The spread of the weights; sorts a copy. <c>null</c> where there are none.</summary>
    public WeightDistribution? Distribution() => WeightDistribution.Of(weights);
}

/// <summary>A category that was too small to stand alone.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Category">The category, or the group of them that was merged before.</param>
/// <param name="Respondents">How many of it answered.</param>
/// <param name="Target">Its target, as given.</param>
/// <param name="Into">The category or group it was merged into.</param>
public sealed record CollapsedCategory(string Variable, string Category, int Respondents, double Target, string Into);

/// <summary>A category after weighting. Shares are fractions of everyone, 0 to 1.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Category">The category; names of merged ones joined by “ + ”; <c>null</c> for those of whom it is not known.</param>
/// <param name="Respondents">How many of it answered.</param>
/// <param name="Wanted">Its target as a share; for those of whom it is not known the share they had.</param>
/// <param name="Before">Its share before weighting, by the base weights.</param>
/// <param name="After">Its share after weighting, of what the targets add up to.</param>
public sealed record WeightedCategory(string Variable, string? Category, int Respondents, double Wanted, double Before, double After);
