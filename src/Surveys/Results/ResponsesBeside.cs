// Who was asked and who answered, by every grouping, as it may stand on one page: what two groupings together would give away is hidden as well.
using Hearth.Statistics;

namespace Hearth.Surveys.Results;

internal static class ResponsesBeside
{
    /// <summary>By grouping of people.</summary>
    public static IReadOnlyDictionary<Grouping, IReadOnlyList<GroupResponse>> Of(Snapshot snapshot)
    {
        var alone = Groupings.OfPeople.ToDictionary(grouping => grouping, snapshot.ResponseAlone);
        var people = new int[snapshot.Cells.Count];
        foreach (var cell in snapshot.Cells.Rows)
        {
            people[cell]++;
        }
        var answered = Read(
            snapshot,
            snapshot.Cells,
            people,
            grouping => alone[grouping].ToDictionary(row => row.Name, row => row.Answered)
        );
        int[] homes = [.. snapshot.Asked.Cells.Select(cell => cell.Homes)];
        var asked = Read(
            snapshot,
            GroupCells.Of(snapshot, snapshot.Asked.Cells),
            homes,
            grouping => alone[grouping].ToDictionary(row => row.Name, row => row.Asked)
        );
        return alone.ToDictionary(
            one => one.Key,
            one =>
                (IReadOnlyList<GroupResponse>)
                    [
                        .. one.Value.Select(row =>
                        {
                            var of = asked.TryGetValue(one.Key, out var read) && read.Contains(row.Name) ? row.Asked : null;
                            var counted = answered[one.Key].Contains(row.Name) ? row.Answered : null;
                            return row with
                            {
                                Asked = of,
                                Answered = counted,
                                Percent = of is { } all && counted is { } some ? Rounding.Percentage(some, all) : null,
                            };
                        }),
                    ]
        );
    }

    // the names of the groups whose number may be read
    private static Dictionary<Grouping, HashSet<string>> Read(
        Snapshot snapshot,
        GroupCells cells,
        int[] people,
        Func<Grouping, Dictionary<string, int?>> shown
    )
    {
        List<(Side Side, IReadOnlyList<string> Names)> sides =
        [
            .. cells.By.Select(grouping =>
            {
                var names = snapshot.Names(grouping);
                var numbers = shown(grouping);
                var (all, of) = (new int[names.Count], cells.Groups[cells.By.ToList().IndexOf(grouping)]);
                for (var cell = 0; cell < people.Length; cell++)
                {
                    all[of[cell]] += people[cell];
                }
                bool[] read = [.. names.Select(name => numbers.GetValueOrDefault(name) is not null)];
                return (new Side(grouping, all, read, [.. read.Select(known => !known)]), names);
            }),
        ];
        while (sides.SelectMany((first, at) => sides.Skip(at + 1).Select(second => (first.Side, second.Side))).Any(Hide)) { }
        return sides.ToDictionary(
            side => side.Side.Grouping,
            side => side.Names.Where((_, group) => side.Side.IsRead[group]).ToHashSet(StringComparer.Ordinal)
        );

        bool Hide((Side First, Side Second) pair)
        {
            if (
                Overlaps.ToHide(cells.Pairs(pair.First.Grouping, pair.Second.Grouping, people, people), pair.First, pair.Second)
                is not { } found
            )
            {
                return false;
            }
            foreach (var group in found.Groups)
            {
                (found.Of.IsRead[group], found.Of.IsHiddenWhole[group]) = (false, true);
            }
            return true;
        }
    }
}
