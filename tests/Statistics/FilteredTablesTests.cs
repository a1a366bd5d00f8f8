// A table and all it can be filtered to: what is hidden in one is not given away by another.
namespace Hearth.Statistics.Tests;

public class FilteredTablesTests
{
    private const int Threshold = 3;

    // The reader has every table that is shown and does sums: for each small number another set of counts must fit all of them.
    [Theory, InlineData(2, 2, 2), InlineData(3, 2, 2), InlineData(2, 2, 3), InlineData(2, 2, 2, 2)]
    public void No_small_number_can_be_worked_out_from_all_tables_together(params int[] sizes)
    {
        var chance = new Random(40_217);
        var (tables, refused) = (0, 0);
        for (var round = 0; round < 250; round++)
        {
            var cube = Filled(sizes, chance);
            if (Protect(cube) is not { } shown)
            {
                refused++;
                continue;
            }
            tables++;
            foreach (var mask in Enumerable.Range(1, (1 << sizes.Length) - 1).Where(mask => mask != 2))
            {
                foreach (var at in Places(sizes, mask).Where(at => shown.CountOf(at) < Threshold))
                {
                    Assert.True(shown.IsHidden(at), $"a small number is shown: {string.Join(',', at)}");
                    Assert.True(
                        new Reader(cube, shown).SeesAnother(at),
                        $"worked out, round {round}, {string.Join('x', sizes)}: {string.Join(',', at)} is {shown.CountOf(at)}"
                    );
                }
            }
        }
        Assert.True(tables > 40, $"looked at too little: {refused} of 250 refused");
    }

    [Fact]
    public void A_filter_that_leaves_out_a_few_is_hidden_though_many_remain()
    {
        // 200 in all, 195 in one half: whoever sees both knows what the five others said.
        var cube = new CountCube(2, 2, 2);
        (cube[0, 0, 0], cube[0, 1, 0], cube[1, 0, 0], cube[1, 1, 0]) = (60, 50, 45, 40);
        (cube[0, 0, 1], cube[1, 1, 1]) = (2, 3);

        var shown = FilteredTables.Protect(
            cube,
            [false, false],
            [
                [false, false],
                [false, false],
            ]
        );

        Assert.True(shown is null || shown.IsHidden(-1, -1, 0));
    }

    [Fact]
    public void Where_every_number_is_large_nothing_is_hidden()
    {
        var cube = new CountCube(2, 3, 2);
        foreach (var at in Places([2, 3, 2], 7))
        {
            cube[at] = 20 + at[0] + at[1];
        }

        var shown = FilteredTables.Protect(
            cube,
            [false, false],
            [
                [false, false, false],
                [false, false, false],
            ]
        )!;

        Assert.All(Places([2, 3, 2], 7), at => Assert.False(shown.IsHidden(at)));
        Assert.Equal(41, shown.CountOf(1, 0, -1) - 1);
    }

    [Fact]
    public void What_the_table_hides_stays_hidden_under_every_filter()
    {
        var cube = new CountCube(2, 2, 2);
        foreach (var at in Places([2, 2, 2], 7))
        {
            cube[at] = 30;
        }

        var shown = FilteredTables.Protect(
            cube,
            [false, false],
            [
                [true, true],
                [true, true],
            ]
        )!;

        Assert.All(Places([2, 2, 2], 7), at => Assert.True(shown.IsHidden(at)));
    }

    [Fact]
    public void Impossible_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new CountCube(3));
        Assert.Throws<ArgumentException>(() => new CountCube(3, 0));
        Assert.Throws<ArgumentException>(() => new CountCube(2, 2)[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountCube(2, 2)[1, 2]);
        Assert.Throws<ArgumentException>(() =>
            FilteredTables.Protect(
                new CountCube(2, 2, 2),
                [false],
                [
                    [false, false],
                ]
            )
        );
    }

    private static CountCube Filled(int[] sizes, Random chance)
    {
        var cube = new CountCube(sizes);
        foreach (var at in Places(sizes, (1 << sizes.Length) - 1))
        {
            cube[at] = chance.Next(4) == 0 ? chance.Next(4) : chance.Next(2, 12);
        }
        return cube;
    }

    private static FilteredTables? Protect(CountCube cube)
    {
        var rows = Enumerable
            .Range(0, cube.Sizes[0])
            .Select(r => Enumerable.Range(0, cube.Sizes[1]).Select(c => Sum(cube, r, c)).ToArray())
            .ToList();
        var table = Suppression.ProtectTable(rows, new SuppressionRule(Threshold));
        return FilteredTables.Protect(
            cube,
            [.. table.RowTotals.Select(total => total.IsHidden)],
            [.. table.Rows.Select((row, r) => row.Select(cell => cell.IsHidden || table.RowTotals[r].IsHidden).ToList())],
            Threshold
        );
    }

    private static int Sum(CountCube cube, int row, int column) =>
        Places([.. cube.Sizes], (1 << cube.Sizes.Count) - 1).Where(at => at[0] == row && at[1] == column).Sum(at => cube[at]);

    internal static IEnumerable<int[]> Places(int[] sizes, int mask)
    {
        IEnumerable<int[]> places =
        [
            [],
        ];
        for (var axis = 0; axis < sizes.Length; axis++)
        {
            var values = (mask >> axis & 1) == 1 ? Enumerable.Range(0, sizes[axis]) : [-1];
            places = places.SelectMany(at => values.Select(value => (int[])[.. at, value])).ToList();
        }
        return places;
    }

    /// <summary>Someone who has every number shown, and looks for counts within one of the truth that fit them all.</summary>
    private sealed class Reader
    {
        private readonly List<int[]> cells;
        private readonly int[] truth;
        private readonly List<(int[] Cells, int Sum)> known = [];

        public Reader(CountCube cube, FilteredTables shown)
        {
            int[] sizes = [.. cube.Sizes];
            cells = [.. Places(sizes, (1 << sizes.Length) - 1)];
            truth = [.. cells.Select(at => cube[at])];
            known.Add(([.. Enumerable.Range(0, cells.Count)], truth.Sum()));
            // column totals are not printed, but follow from a column of which nothing is hidden: kept as known throughout
            foreach (var mask in Enumerable.Range(1, (1 << sizes.Length) - 1))
            {
                foreach (var at in Places(sizes, mask).Where(at => mask == 2 || !shown.IsHidden(at)))
                {
                    known.Add((Under(at), shown.CountOf(at)));
                }
            }
        }

        public bool SeesAnother(int[] at)
        {
            var asked = Under(at);
            return Fits(new int[cells.Count], 0, asked, asked.Sum(cell => truth[cell]));
        }

        private int[] Under(int[] at) =>
            [
                .. cells
                    .Index()
                    .Where(cell => at.Index().All(axis => axis.Item < 0 || cell.Item[axis.Index] == axis.Item))
                    .Select(cell => cell.Index),
            ];

        private bool Fits(int[] guess, int next, int[] asked, int value)
        {
            if (next == cells.Count)
            {
                return asked.Sum(cell => guess[cell]) != value;
            }
            foreach (var step in new[] { 1, -1, 0 })
            {
                guess[next] = truth[next] + step;
                if (
                    guess[next] >= 0
                    && known.TrueForAll(k => k.Cells[^1] != next || k.Cells.Sum(cell => guess[cell]) == k.Sum)
                    && Fits(guess, next + 1, asked, value)
                )
                {
                    return true;
                }
            }
            return false;
        }
    }
}
