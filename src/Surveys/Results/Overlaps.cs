// Tables of the same people by several groupings, on one page: hides groups until no two of the tables together give fewer than ten away.
namespace Hearth.Surveys.Results;

/// <summary>One table: of each group whether its numbers can be read. Groups that cannot are known together, as what the others leave of everyone.</summary>
/// <param name="Grouping">By which it is made.</param>
/// <param name="People">Of each group, all of them.</param>
/// <param name="IsRead">Of each group, whether the number that is looked at can be read.</param>
/// <param name="IsHiddenWhole">Of each group, whether nothing of it can be read: with one more such group, both are safe.</param>
internal sealed record Side(Grouping Grouping, int[] People, bool[] IsRead, bool[] IsHiddenWhole);

internal static class Overlaps
{
    /// <summary>The groups to hide of one of two tables, so that what was found cannot be worked out; nothing where nothing can.</summary>
    /// <param name="shared">People of each pair of groups.</param>
    /// <param name="first">The one table.</param>
    /// <param name="second">The other.</param>
    public static (Side Of, IReadOnlyList<int> Groups)? ToHide(IReadOnlyList<Atom> shared, Side first, Side second)
    {
        if (!first.IsRead.Contains(true) || !second.IsRead.Contains(true))
        {
            return null;
        }
        var (one, two) = (Nodes(first), Nodes(second));
        List<Atom> atoms =
        [
            .. shared
                .GroupBy(atom => (First: one.Of[atom.First], Second: two.Of[atom.Second]))
                .Select(pair => new Atom(pair.Key.First, pair.Key.Second, pair.Sum(atom => atom.People), pair.Sum(atom => atom.Count))),
        ];
        if (OverlapCut.Find(one.Count, two.Count, atoms) is not { } cut)
        {
            return null;
        }
        var choices = new[]
        {
            (Side: first, Groups: Cheapest(first, one.Of, cut.First)),
            (Side: second, Groups: Cheapest(second, two.Of, cut.Second)),
        };
        return choices.Where(choice => choice.Groups.Count > 0).MinBy(choice => choice.Groups.Sum(group => choice.Side.People[group]));
    }

    private static (int[] Of, int Count) Nodes(Side side)
    {
        var (of, pool, next) = (new int[side.IsRead.Length], -1, 0);
        for (var group = 0; group < of.Length; group++)
        {
            of[group] =
                side.IsRead[group] ? next++
                : pool >= 0 ? pool
                : pool = next++;
        }
        return (of, next);
    }

    // a group goes to those that are hidden if they stand on the other side of what was found; where none is hidden, one of each side
    private static IReadOnlyList<int> Cheapest(Side side, int[] node, bool[] within)
    {
        var groups = Enumerable.Range(0, node.Length).Where(group => side.People[group] > 0).ToList();
        var hidden = groups.Where(group => side.IsHiddenWhole[group]).ToList();
        int? Smallest(bool label) =>
            groups
                .Where(group => !side.IsHiddenWhole[group] && within[node[group]] == label)
                .OrderBy(group => side.People[group])
                .Cast<int?>()
                .FirstOrDefault();
        if (hidden.Count > 0)
        {
            return Smallest(!within[node[hidden[0]]]) is { } one ? [one] : [];
        }
        return Smallest(true) is { } inside && Smallest(false) is { } outside ? [inside, outside] : [];
    }
}
