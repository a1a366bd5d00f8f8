// A question's tables by every grouping, as they may stand on one page: what two of them together would give away is hidden as well.
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Results;

internal static class TablesBeside
{
    /// <summary>The tables, each safe by itself and beside every other.</summary>
    public static IReadOnlyDictionary<Grouping, GroupTable> Of(Question question, Snapshot snapshot)
    {
        List<Working> tables =
        [
            .. Groupings.OfPeople.Select(grouping => new Working(
                snapshot.Alone(question, grouping),
                GroupCounts.Of(question, grouping, snapshot)
            )),
        ];
        var cells = snapshot.Cells;
        var counts = GroupCounts.Of(question, new string[cells.Count], cells.Rows, snapshot);
        while (tables.SelectMany((first, at) => tables.Skip(at + 1).Select(second => (first, second))).Any(HideIn)) { }
        return tables.ToDictionary(table => table.Table.Grouping, table => table.Protected());

        bool HideIn((Working First, Working Second) pair)
        {
            if (Find(pair, counts.Bases, pair.First.Bases(), pair.Second.Bases()) is { } whole)
            {
                whole.Table.Hide(whole.Groups);
                return true;
            }
            var from = 0;
            foreach (var part in counts.Tables)
            {
                int[] own = [.. Enumerable.Range(from, part.Shown)];
                var all = part.Cells.Length == 0 ? 0 : part.Cells[0].Length;
                foreach (
                    var columns in pair
                        .First.Sums(own, all)
                        .Concat(pair.Second.Sums(own, all))
                        .DistinctBy(set => string.Join(',', set), StringComparer.Ordinal)
                )
                {
                    int[] counted = [.. part.Cells.Select(row => columns.Sum(column => row[column]))];
                    if (Find(pair, counted, pair.First.Shares(own, columns, all), pair.Second.Shares(own, columns, all)) is { } shares)
                    {
                        shares.Table.Hide(shares.Groups, own);
                        return true;
                    }
                }
                from += part.Shown;
            }
            return false;
        }

        (Working Table, IReadOnlyList<int> Groups)? Find((Working First, Working Second) pair, int[] counted, Side first, Side second) =>
            Overlaps.ToHide(cells.Pairs(first.Grouping, second.Grouping, counts.Bases, counted), first, second) is { } found
                ? (found.Of == first ? pair.First : pair.Second, found.Groups)
                : null;
    }

    /// <summary>A table while it is looked at: what can be read of it, by the numbers of its groups.</summary>
    private sealed class Working
    {
        private readonly GroupCounts counts;
        private readonly bool[] bases;
        private readonly bool[][] shares;

        public Working(GroupTable table, GroupCounts counts)
        {
            (Table, this.counts) = (table, counts);
            var rows = table.Rows.ToDictionary(row => row.Name, StringComparer.Ordinal);
            bases = [.. counts.Names.Select(name => rows.GetValueOrDefault(name)?.People is not null)];
            shares =
            [
                .. counts.Names.Select(name =>
                    rows.TryGetValue(name, out var row)
                        ? row.Shares.Select(share => row.People is not null && share.Value is not null).ToArray()
                        : new bool[counts.Columns.Count]
                ),
            ];
        }

        public GroupTable Table { get; }

        public Side Bases() => new(Table.Grouping, counts.Bases, bases, [.. bases.Select(read => !read)]);

        /// <param name="own">The shares of the part.</param>
        /// <param name="columns">Those of its columns that are added; what all others leave can be read too.</param>
        /// <param name="all">How many columns there are, those that are not shown too.</param>
        public Side Shares(int[] own, int[] columns, int all) =>
            new(
                Table.Grouping,
                counts.Bases,
                [
                    .. shares.Select(
                        (row, group) =>
                            bases[group]
                            && (
                                columns.All(column => column < own.Length && row[own[column]])
                                || Enumerable.Range(0, all).Except(columns).All(column => column < own.Length && row[own[column]])
                            )
                    ),
                ],
                [.. shares.Select((row, group) => !bases[group] || !own.Any(share => row[share]))]
            );

        /// <summary>Each column by itself, and those hidden beside one another in a row, which are known together.</summary>
        public IEnumerable<int[]> Sums(int[] own, int columns) =>
            Enumerable
                .Range(0, columns)
                .Select(column => new[] { column })
                .Concat(
                    shares
                        .Where((_, group) => bases[group])
                        .Select(row => Enumerable.Range(0, columns).Where(column => column >= own.Length || !row[own[column]]).ToArray())
                        .Where(set => set.Length > 1 && set.Length < columns)
                );

        public void Hide(IReadOnlyList<int> groups)
        {
            foreach (var group in groups)
            {
                bases[group] = false;
                Array.Clear(shares[group]);
            }
        }

        public void Hide(IReadOnlyList<int> groups, int[] own)
        {
            foreach (var group in groups)
            {
                foreach (var share in own)
                {
                    shares[group][share] = false;
                }
            }
        }

        public GroupTable Protected()
        {
            var number = counts.Names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
            return Table with
            {
                Rows =
                [
                    .. Table.Rows.Select(row =>
                    {
                        var group = number[row.Name];
                        return row.People is null ? row
                            : !bases[group] ? new GroupRow(row.Name, null, [.. row.Shares.Select(_ => GroupShare.Protected)])
                            : row with
                            {
                                Shares =
                                [
                                    .. row.Shares.Select(
                                        (share, at) => share.Value is null || shares[group][at] ? share : GroupShare.Protected
                                    ),
                                ],
                            };
                    }),
                ],
            };
        }
    }
}
