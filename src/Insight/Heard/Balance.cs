// All tenants beside those who were heard, group by group. The sums are the library's; here small numbers are withheld from those who may not see them.
using Hearth.People.Public;
using Hearth.Statistics;

namespace Hearth.Insight.Heard;

/// <summary>All tenants and some who were heard, parted the same way.</summary>
/// <param name="Whole">What the tenants are called, after a share: "all tenants".</param>
internal sealed record Balance(
    Grouping By,
    int Everyone,
    string Whole,
    IReadOnlyList<BalanceSide> Sides,
    IReadOnlyList<BalanceGroup> Groups
)
{
    /// <summary>The seed of the simulated chance where groups are small: any number, always the same, so that a page says the same twice.</summary>
    private const int Seed = 40217;

    /// <summary>The people the page is about: the last of the sides.</summary>
    public BalanceSide Main => Sides[^1];

    /// <param name="by">How to part them.</param>
    /// <param name="everyone">The tenant list.</param>
    /// <param name="heard">One or two crowds that were heard.</param>
    /// <param name="protect">Withhold small numbers, those that would give them away, and all that is worked out from them.</param>
    public static Balance Of(Grouping by, Everyone everyone, IReadOnlyList<HeardPeople> heard, bool protect)
    {
        var names = by.GroupsIn([.. everyone.Facts, .. heard.SelectMany(h => h.People)]);
        var population = Count(everyone.Facts);
        var hiddenPopulation = protect ? SmallNumbers.Hidden(by, names, everyone.Facts) : new bool[names.Count];

        var sides = new List<BalanceSide>();
        var cells = new List<GroupComparison?[]>();
        foreach (var crowd in heard)
        {
            var observed = Count(crowd.People);
            var found = Representativeness.Compare(
                [.. names.Select((name, i) => new GroupCount(name, population[i], observed[i], name == GroupFacts.Unknown))],
                new GoodnessOfFitOptions(Population: everyone.Members.Count, Seed: Seed)
            );
            var hidden = protect ? SmallNumbers.Hidden(by, names, crowd.People) : new bool[names.Count];
            var hideTotal = protect && SmallNumbers.IsHidden(crowd.People.Count);
            cells.Add([.. found.Groups.Select((group, i) => hideTotal || hidden[i] || hiddenPopulation[i] ? null : group)]);
            // the index and the test are sums over every group, and could be solved for one that is hidden
            var withheld = hideTotal || hidden.Contains(true) || hiddenPopulation.Contains(true);
            sides.Add(new BalanceSide(crowd, hideTotal ? null : crowd.People.Count, withheld ? null : found));
        }
        return new Balance(
            by,
            everyone.Members.Count,
            everyone.Words,
            sides,
            [
                .. names.Select(
                    (name, i) =>
                        new BalanceGroup(
                            name,
                            name == GroupFacts.Unknown,
                            hiddenPopulation[i] ? null : population[i],
                            [.. cells.Select(side => side[i])]
                        )
                ),
            ]
        );

        int[] Count(IEnumerable<GroupFacts> people)
        {
            var counted = people.CountBy(by.GroupOf).ToDictionary();
            return [.. names.Select(name => counted.GetValueOrDefault(name))];
        }
    }
}

/// <summary>A crowd that was heard.</summary>
/// <param name="Total">How many; null where that is too few to say.</param>
/// <param name="Found">Index and test; null where they would give a small number away.</param>
internal sealed record BalanceSide(HeardPeople Who, int? Total, Representation? Found);

/// <summary>A group of tenants, and its part in each crowd.</summary>
/// <param name="Population">How many there are; null where hidden.</param>
/// <param name="Heard">One for each side; null where hidden.</param>
internal sealed record BalanceGroup(string Name, bool IsUnknown, int? Population, IReadOnlyList<GroupComparison?> Heard)
{
    /// <summary>Nobody is in it and nobody could be heard: not worth a bar.</summary>
    public bool IsEmpty => Population == 0 && Heard.All(h => h is { Observed: 0 });
}
