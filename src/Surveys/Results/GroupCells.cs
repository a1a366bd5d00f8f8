// The people of each combination of groups: the atoms of which the groups of every grouping are made.
namespace Hearth.Surveys.Results;

/// <param name="By">The groupings.</param>
/// <param name="Groups">By grouping, then by cell: the number of the cell's group.</param>
/// <param name="Rows">The cell of each response; empty where only counts are known.</param>
internal sealed record GroupCells(IReadOnlyList<Grouping> By, int[][] Groups, int[] Rows)
{
    public int Count => Groups[0].Length;

    public static GroupCells Of(Snapshot snapshot)
    {
        var by = Groupings.OfPeople;
        var rows = new int[snapshot.Count];
        var groups = by.Select(_ => new List<int>()).ToArray();
        // one grouping after the other: a cell is split by the next one's groups
        var cells = new Dictionary<(int, ushort), int>();
        for (var at = 0; at < by.Count; at++)
        {
            cells.Clear();
            var column = snapshot.Groups(by[at]);
            var before = groups[..at].Select(list => list.ToArray()).ToArray();
            foreach (var list in groups[..(at + 1)])
            {
                list.Clear();
            }
            for (var row = 0; row < rows.Length; row++)
            {
                var key = (rows[row], column[row]);
                if (!cells.TryGetValue(key, out var cell))
                {
                    cells.Add(key, cell = cells.Count);
                    for (var earlier = 0; earlier < at; earlier++)
                    {
                        groups[earlier].Add(before[earlier][rows[row]]);
                    }
                    groups[at].Add(column[row]);
                }
                rows[row] = cell;
            }
        }
        return new(by, [.. groups.Select(list => list.ToArray())], rows);
    }

    /// <summary>Cells of people who are known by their numbers only.</summary>
    /// <param name="snapshot">Whose groups have numbers.</param>
    /// <param name="cells">Of each, the name of its group by every grouping.</param>
    public static GroupCells Of(Snapshot snapshot, IReadOnlyList<AskedCell> cells)
    {
        List<Grouping> by = [.. snapshot.Asked.ByGroup.Keys];
        return new(
            by,
            [
                .. by.Select(grouping =>
                {
                    var number = snapshot
                        .Names(grouping)
                        .Index()
                        .ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
                    return cells.Select(cell => number[cell.Groups[grouping]]).ToArray();
                }),
            ],
            []
        );
    }

    /// <summary>People of each pair of groups of two groupings.</summary>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    /// <param name="people">By cell, all of them.</param>
    /// <param name="counts">By cell, those who are counted.</param>
    public IReadOnlyList<Atom> Pairs(Grouping first, Grouping second, int[] people, int[] counts)
    {
        var (ones, twos) = (Groups[At(first)], Groups[At(second)]);
        if (ones.Length == 0)
        {
            return [];
        }
        var width = twos.Max() + 1;
        var (all, counted) = (new int[(ones.Max() + 1) * width], new int[(ones.Max() + 1) * width]);
        for (var cell = 0; cell < ones.Length; cell++)
        {
            var at = (ones[cell] * width) + twos[cell];
            all[at] += people[cell];
            counted[at] += counts[cell];
        }
        List<Atom> pairs = [];
        for (var at = 0; at < all.Length; at++)
        {
            if (all[at] > 0)
            {
                pairs.Add(new(at / width, at % width, all[at], counted[at]));
            }
        }
        return pairs;
    }

    private int At(Grouping grouping) => By.ToList().IndexOf(grouping);
}
