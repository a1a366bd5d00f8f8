// What a comparison of the people heard with all the people found.
namespace Hearth.Statistics;

/// <summary>How well the people heard stand for all the people.</summary>
public sealed record Representation
{
    internal Representation(IReadOnlyList<GroupComparison> groups, int observed, GoodnessOfFitResult test)
    {
        Groups = groups;
        Observed = observed;
        Test = test;
    }

    /// <summary>The groups, in the order they were given.</summary>
    public IReadOnlyList<GroupComparison> Groups { get; }

    /// <summary>Everyone, in people; <c>null</c> when only shares were given.</summary>
    public int? Population => Groups.Any(group => group.Population is null) ? null : Groups.Sum(group => group.Population);

    /// <summary>Everyone heard, in people.</summary>
    public int Observed { get; }

    /// <summary>
    /// The dissimilarity index, 0 (a perfect match) to 1: half the sum of the absolute gaps between shares. 0.36 reads "36 in 100 of those heard
    /// would have to be of a different group". <c>null</c> when nobody was heard or there is no population.
    /// </summary>
    public double? Dissimilarity => HasShares ? Groups.Sum(group => Math.Abs(group.Gap ?? 0)) / 2 : null;

    /// <summary>1 − <see cref="Dissimilarity"/>: the share of those heard that already matches. Higher is better.</summary>
    public double? Similarity => 1 - Dissimilarity;

    /// <summary>
    /// About what the dissimilarity index would be by luck alone if this many were drawn by lot: never nought, and large for a small panel, so that
    /// a few dozen people are not blamed for it. <c>null</c> as above.
    /// </summary>
    /// <remarks>Half the sum of the mean absolute deviations of the shares, normal approximation: ½ Σ √(2p(1−p)/(πn)).</remarks>
    public double? DissimilarityByLuck =>
        HasShares
            ? Groups.Sum(group => Math.Sqrt(2 * group.PopulationShare!.Value * (1 - group.PopulationShare.Value) / (Math.PI * Observed)))
                / 2
            : null;

    /// <summary>Whether luck alone could have made the gaps.</summary>
    public GoodnessOfFitResult Test { get; }

    /// <summary>Names of the groups that were too small to test by themselves and were merged for <see cref="Test"/>; to be said beside its result.</summary>
    public IReadOnlyList<string> MergedForTest => [.. Test.Merged.Select(i => Groups[i].Name)];

    /// <summary>The known groups that are short, the most people short first: whom to invite next.</summary>
    public IReadOnlyList<GroupComparison> ShortGroups =>
        [.. Groups.Where(group => group is { IsUnknown: false, Shortfall: > 0 }).OrderByDescending(group => group.Shortfall)];

    private bool HasShares => Observed > 0 && Groups.Any(group => group.PopulationShare > 0);
}

/// <summary>One group among the people heard and among all the people.</summary>
public sealed record GroupComparison
{
    internal GroupComparison() { }

    /// <summary>What people call the group.</summary>
    public required string Name { get; init; }

    /// <summary>Whether this is the row of those whose group is not known. It counts in every total, but cannot be invited.</summary>
    public required bool IsUnknown { get; init; }

    /// <summary>Everyone in the group; <c>null</c> when only shares were given.</summary>
    public required int? Population { get; init; }

    /// <summary>Those of them who were heard.</summary>
    public required int Observed { get; init; }

    /// <summary>The group's share of everyone, 0 to 1; <c>null</c> when there is no population.</summary>
    public required double? PopulationShare { get; init; }

    /// <summary>The group's share of those heard, 0 to 1; <c>null</c> when nobody was heard.</summary>
    public required double? ObservedShare { get; init; }

    /// <summary>
    /// The group's share of those heard in whole people ("share 148"): rounded by largest remainder, so that the groups' shares add up to everyone heard.
    /// At most one person from the unrounded figure.
    /// </summary>
    public required int Expected { get; init; }

    /// <summary>
    /// How many more of this group would have to be heard for it to reach its share if nobody else were: the least x with (o + x)/(n + x) ≥ its share.
    /// More than <see cref="Shortfall"/>, for each new answer also raises the total. 0 when the group has its share, by exact figures:
    /// it may be 1 where <see cref="Shortfall"/> is 0, from rounding.
    /// </summary>
    public required long MoreNeededToReachShare { get; init; }

    /// <summary>
    /// The participation rate, heard out of everyone in the group, with Wilson's 95% interval, as fractions; <c>null</c> when the group is empty,
    /// when only shares were given, or when more were heard than there are (a sign that the two lists do not match).
    /// </summary>
    public required ProportionInterval? Participation { get; init; }

    /// <summary>Share heard less share of everyone, −1 to 1: negative when the group is under-heard. <c>null</c> when either is unknown.</summary>
    public double? Gap => ObservedShare - PopulationShare;

    /// <summary>
    /// People short of the group's share, 0 or more: heard 72, share 148, 76 short. The number of those heard, kept the same, who would have
    /// to be of this group instead of one over its share.
    /// </summary>
    public int Shortfall => Math.Max(0, Expected - Observed);

    /// <summary>People over the group's share, 0 or more. Over all groups the surpluses equal the shortfalls.</summary>
    public int Surplus => Math.Max(0, Observed - Expected);

    /// <summary>
    /// The group's chance of being heard against everyone's: 100 × share heard / share of everyone; 100 is even, 50 is half as likely.
    /// <c>null</c> when nobody was heard or the group is empty.
    /// </summary>
    public double? Index => PopulationShare > 0 ? 100 * ObservedShare / PopulationShare : null;
}
