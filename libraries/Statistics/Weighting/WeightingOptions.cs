// What a weighting is asked for.
namespace Hearth.Statistics.Weighting;

/// <summary>How to weight.</summary>
public sealed record WeightingOptions
{
    /// <summary>What the targets are.</summary>
    public TargetKind Targets { get; init; } = TargetKind.Counts;

    /// <summary>What the weights add up to.</summary>
    public WeightScale Scale { get; init; } = WeightScale.Respondents;

    /// <summary>How little and how much one respondent may count for; <c>null</c> for no limits.</summary>
    public WeightLimits? Limits { get; init; }

    /// <summary>
    /// Categories with fewer respondents than this are merged with others before weighting, and so are categories with respondents of whom
    /// there should be none; the result says which went where. 1 merges empty ones only, 30 or so is usual where weights must not jump. <c>null</c>, the default, merges nothing.
    /// </summary>
    public int? CollapseBelow { get; init; }

    /// <summary>How far the weighted total of any category may be from its target, as a share of the target.</summary>
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>How many times round all variables before it is given up. It is given up sooner where a hundred rounds bring next to nothing.</summary>
    public int MaximumRounds { get; init; } = 2_000;
}

/// <summary>What targets are.</summary>
public enum TargetKind
{
    /// <summary>People: every variable's add up to the same number, or the weighting is refused.</summary>
    Counts,

    /// <summary>Shares or percentages: every variable's add up to 1 or to 100, but for rounding (1 in 100 of it), and are scaled to do so exactly.</summary>
    Shares,
}

/// <summary>What weights add up to.</summary>
public enum WeightScale
{
    /// <summary>The number of respondents, so that they average 1.</summary>
    Respondents,

    /// <summary>The targets' total, so that they count everyone. Where targets are shares, the total of the base weights.</summary>
    Targets,
}

/// <summary>Limits of weights.</summary>
/// <param name="Low">The least, 0 or more and below 1.</param>
/// <param name="High">The most, above 1.</param>
public sealed record WeightLimits(double Low, double High)
{
    /// <summary>What the limits are multiples of.</summary>
    public LimitsOf Of { get; init; } = LimitsOf.AverageWeight;

    /// <summary>
    /// Where no weights within the limits meet the targets: <c>false</c>, the default, refuses; <c>true</c> keeps the limits and comes as close as
    /// it can, and <see cref="WeightingResult.Furthest"/> says how close.
    /// </summary>
    public bool AsCloseAsPossible { get; init; }
}

/// <summary>What limits of weights are multiples of.</summary>
public enum LimitsOf
{
    /// <summary>The average weight: nobody counts for more than so many.</summary>
    AverageWeight,

    /// <summary>The respondent's base weight, scaled to the same total: weighting changes nobody by more than so much.</summary>
    BaseWeight,
}
