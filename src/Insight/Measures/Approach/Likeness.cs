// How like all homes those who answered are, by one characteristic.
using Hearth.People.Public;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Approach;

/// <param name="By">“age”, “ward”.</param>
/// <param name="Apart">Half the sum of the differences of shares, in points: 0 where they are alike.</param>
/// <param name="Group">The group whose share differs most, of those large enough to be named; null where none is.</param>
/// <param name="OfAll">Its share of all homes asked, in per cent.</param>
/// <param name="OfAnswers">Its share of the answers.</param>
internal sealed record Likeness(string By, decimal Apart, string? Group, decimal OfAll, decimal OfAnswers)
{
    /// <summary>Groups of fewer are not named: a handful of homes is somebody's street.</summary>
    public const int Fewest = 10;

    private static readonly (string By, Func<GroupFacts, string> Of)[] Characteristics =
    [
        ("age", facts => facts.AgeBand),
        ("tenure", facts => facts.Tenure),
        ("ward", facts => facts.Ward),
        ("kind of home", facts => facts.HomeKind),
    ];

    /// <summary>One for each characteristic that is known of nine homes in ten at least.</summary>
    public static IReadOnlyList<Likeness> Of(IReadOnlyCollection<GroupTally> tallies) =>
        [.. Characteristics.Select(one => Of(one.By, one.Of, tallies)).OfType<Likeness>()];

    private static Likeness? Of(string by, Func<GroupFacts, string> of, IReadOnlyCollection<GroupTally> tallies)
    {
        var all = tallies.Sum(tally => tally.Asked);
        var known = tallies.Where(tally => of(tally.Facts) is { Length: > 0 } group && group != GroupFacts.Unknown).ToList();
        var (asked, answered) = (known.Sum(tally => tally.Asked), known.Sum(tally => tally.Answered));
        if (answered < Fewest || asked * 10L < all * 9L)
        {
            return null;
        }
        var groups = known
            .GroupBy(tally => of(tally.Facts), StringComparer.Ordinal)
            .Select(group => (Name: group.Key, Asked: group.Sum(tally => tally.Asked), Answered: group.Sum(tally => tally.Answered)))
            .Select(group =>
                (group.Name, group.Asked, group.Answered, OfAll: 100m * group.Asked / asked, OfAnswers: 100m * group.Answered / answered)
            )
            .ToList();
        if (groups.Count < 2)
        {
            return null;
        }
        var apart = groups.Sum(group => Math.Abs(group.OfAll - group.OfAnswers)) / 2;
        var most = groups
            .Where(group => group.Asked >= Fewest && group.Answered >= Fewest)
            .OrderByDescending(group => Math.Abs(group.OfAll - group.OfAnswers))
            .ThenBy(group => group.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return new(by, Round(apart), most.Name, Round(most.OfAll), Round(most.OfAnswers));
    }

    private static decimal Round(decimal share) => decimal.Round(share, 1, MidpointRounding.AwayFromZero);
}
