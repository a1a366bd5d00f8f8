// Tables of the same people side by side: a reader of all of them works out nothing that one of them hides.
using Hearth.Statistics.Tests.Attack;

namespace Hearth.Statistics.Tests;

public class LinkedTablesTests
{
    private const int Threshold = 3;

    [Theory, InlineData(2, new[] { 2, 2 }), InlineData(3, new[] { 2, 2 }), InlineData(3, new[] { 3, 2 }), InlineData(2, new[] { 2, 2, 2 })]
    public void Each_small_count_could_be_anything_up_to_the_threshold_for_a_reader_of_all_tables(int rows, int[] columns)
    {
        var chance = new Random(40_217);
        var hidden = 0;
        for (var round = 0; round < 150; round++)
        {
            var tables = Tables(rows, columns, chance);
            var shown = LinkedTables.Protect(tables, Threshold);
            var sums = PublishedSums.OfLinked(shown);
            var solver = new Solver(sums, least: 0, most: tables[0].Sum(row => row.Sum()) + 6);
            var (truth, states) = (Truth(tables), States(shown));
            Assert.All(
                truth.Zip(sums.Known),
                pair => Assert.True(pair.Second is null || (pair.Second == pair.First && pair.First >= Threshold))
            );
            foreach (var number in sums.Hidden)
            {
                hidden++;
                var says = $"round {round}: number {number}, which is {truth[number]}, of {string.Join(" | ", tables.Select(Text))}";
                if (states[number] == CellState.HiddenSmall)
                {
                    Assert.True(solver.CanBe(number, 0, 0), $"cannot be 0, {says}");
                    Assert.True(solver.CanBe(number, Threshold, Threshold), $"cannot be {Threshold}, {says}");
                }
                else
                {
                    Assert.True(
                        solver.CanBe(number, 0, truth[number] - 1) || solver.CanBe(number, truth[number] + 1, int.MaxValue),
                        $"pinned, {says}"
                    );
                }
            }
        }
        Assert.True(hidden > 500, $"looked at too little: {hidden}");
    }

    [Fact]
    public void Two_tables_protected_each_for_itself_give_a_count_away_and_protected_together_they_do_not()
    {
        // a search for the example shows that the attack can succeed
        var chance = new Random(7);
        var givenAway = 0;
        for (var round = 0; round < 400; round++)
        {
            var tables = Tables(3, [2, 2], chance);
            var apart = tables.Select(table => Suppression.ProtectTable(table, new SuppressionRule(Threshold))).ToList();
            givenAway += Pinned(PublishedSums.OfLinked(apart), tables) ? 1 : 0;
            Assert.False(Pinned(PublishedSums.OfLinked(LinkedTables.Protect(tables, Threshold)), tables), $"round {round}");
        }
        Assert.True(givenAway > 5, $"the attack succeeded {givenAway} times only");
    }

    [Fact]
    public void Shared_totals_look_the_same_in_every_table()
    {
        var chance = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var shown = LinkedTables.Protect(Tables(4, [3, 5, 2], chance), Threshold);
            Assert.All(shown, table => Assert.Equal(shown[0].RowTotals, table.RowTotals));
            Assert.All(shown, table => Assert.Equal(shown[0].GrandTotal, table.GrandTotal));
        }
    }

    [Fact]
    public void Where_every_count_is_large_nothing_is_hidden()
    {
        var shown = LinkedTables.Protect([
            [
                [30, 20],
                [15, 45],
            ],
            [
                [10, 25, 15],
                [20, 20, 20],
            ],
        ]);

        Assert.All(shown, table => Assert.False(table.AnyHidden));
        Assert.Equal([50, 60], shown[1].RowTotals.Select(total => total.Value));
    }

    [Fact]
    public void Tables_that_are_not_of_the_same_people_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LinkedTables.Protect([]));
        Assert.Throws<ArgumentException>(() =>
            LinkedTables.Protect([
                [
                    [10, 10],
                ],
                [
                    [10, 11],
                ],
            ])
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            LinkedTables.Protect([
                [
                    [-1, 11],
                ],
            ])
        );
    }

    private static bool Pinned(PublishedSums sums, int[][][] tables)
    {
        var truth = Truth(tables);
        var solver = new Solver(sums, least: 0, most: truth[^1] + 6);
        return sums.Hidden.Any(i => !solver.CanBe(i, 0, truth[i] - 1) && !solver.CanBe(i, truth[i] + 1, int.MaxValue));
    }

    // everyone once in a cube of row and one column of each table, so that the tables are of the same people
    private static int[][][] Tables(int rows, int[] columns, Random chance)
    {
        int[][][] tables = [.. columns.Select(count => Enumerable.Range(0, rows).Select(_ => new int[count]).ToArray())];
        for (var row = 0; row < rows; row++)
        {
            var people = chance.Next(3) == 0 ? chance.Next(4) : chance.Next(4, 9);
            for (var person = 0; person < people; person++)
            {
                foreach (var table in tables)
                {
                    table[row][chance.Next(table[row].Length)]++;
                }
            }
        }
        return tables;
    }

    private static string Text(int[][] table) => string.Join("; ", table.Select(row => string.Join(' ', row)));

    // row totals, each table's body and column totals, the grand total: as PublishedSums.OfLinked numbers them
    private static int[] Truth(int[][][] tables) =>
        [
            .. tables[0].Select(row => row.Sum()),
            .. tables.SelectMany(table =>
                table.SelectMany(row => row).Concat(Enumerable.Range(0, table[0].Length).Select(column => table.Sum(row => row[column])))
            ),
            tables[0].Sum(row => row.Sum()),
        ];

    private static CellState[] States(IReadOnlyList<ProtectedTable> tables) =>
        [
            .. tables[0].RowTotals.Select(count => count.State),
            .. tables.SelectMany(table => table.Rows.SelectMany(row => row).Concat(table.ColumnTotals).Select(count => count.State)),
            tables[0].GrandTotal.State,
        ];
}
