// Tries to work out hidden counts from what is shown, on random tables.
using FsCheck;
using FsCheck.Fluent;
using Hearth.Statistics.Tests.Attack;

namespace Hearth.Statistics.Tests;

public class SuppressionAttackTests
{
    private static readonly SuppressionRule Three = new(Threshold: 3);

    // Small enough to search every table that fits; mostly small counts, some large ones.
    private static Arbitrary<int[][]> SmallTables => Tables(1, 3, 1, 4, Gen.Frequency((3, Gen.Choose(0, 3)), (2, Gen.Choose(3, 7))));

    // As wide as answers by ward, with counts as they occur.
    private static Arbitrary<int[][]> LargeTables =>
        Tables(2, 14, 2, 7, Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(0, 15)), (4, Gen.Choose(10, 300))));

    [Fact]
    public void Each_small_count_could_be_anything_from_nought_to_the_threshold_for_all_anyone_can_tell() =>
        Prop.ForAll(
                SmallTables,
                rows =>
                {
                    var table = Suppression.ProtectTable(rows, Three);
                    var (sums, states) = (PublishedSums.Of(table), States(table));
                    var solver = new Solver(sums, least: 0, most: rows.Sum(row => row.Sum()) + 6);
                    return sums
                        .Hidden.Where(i => states[i] == CellState.HiddenSmall)
                        .All(i => solver.CanBe(i, 0, 0) && solver.CanBe(i, 3, 3));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_more_is_hidden_than_is_needed_showing_any_one_again_would_break_the_promise() =>
        Prop.ForAll(
                SmallTables,
                rows =>
                {
                    var table = Suppression.ProtectTable(rows, Three);
                    var (states, truth) = (States(table), Truth(rows));
                    int[] small = [.. states.Index().Where(state => state.Item == CellState.HiddenSmall).Select(state => state.Index)];
                    return states
                        .Index()
                        .Where(state => state.Item == CellState.HiddenToProtectAnother)
                        .All(extra =>
                        {
                            var solver = new Solver(
                                PublishedSums.Of(table).With(extra.Index, truth[extra.Index]),
                                least: 0,
                                most: truth[^1] + 6
                            );
                            return small.Any(i => !solver.CanBe(i, 0, 0) || !solver.CanBe(i, 3, 3));
                        });
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_hidden_count_can_be_pinned_to_one_value_whether_noughts_are_shown_or_not() =>
        Prop.ForAll(
                SmallTables,
                ArbMap.Default.ArbFor<bool>(),
                (rows, showZeros) =>
                {
                    var table = Suppression.ProtectTable(rows, Three with { ShowZeros = showZeros });
                    var sums = PublishedSums.Of(table);
                    var truth = Truth(rows);
                    var solver = new Solver(sums, least: showZeros ? 1 : 0, most: truth[^1] + 6);
                    return sums.Hidden.All(i => solver.CanBe(i, 0, truth[i] - 1) || solver.CanBe(i, truth[i] + 1, int.MaxValue));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Neither_algebra_nor_bounds_pin_a_hidden_count_in_a_large_table() =>
        Prop.ForAll(
                LargeTables,
                rows =>
                {
                    var sums = PublishedSums.Of(Suppression.ProtectTable(rows));
                    var bounds = new Solver(sums, least: 0, most: 200_000).Bounds();
                    return sums.PinnedByAlgebra().Count == 0 && sums.Hidden.All(i => bounds[i].High > bounds[i].Low);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_line_has_one_hidden_count_and_what_is_hidden_in_a_line_adds_up_to_ten_or_more() =>
        Prop.ForAll(
                LargeTables,
                rows =>
                {
                    var sums = PublishedSums.Of(Suppression.ProtectTable(rows));
                    return sums
                        .Lines.Where(line => sums.Known[line.Total] is not null)
                        .All(line =>
                        {
                            var hidden = line.Parts.Count(part => sums.Known[part] is null);
                            var left = sums.Known[line.Total] - line.Parts.Sum(part => sums.Known[part] ?? 0);
                            return hidden == 0 || (hidden > 1 && left >= 10);
                        });
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Lists_keep_the_same_promise() =>
        Prop.ForAll(
                Gen.Choose(0, 14).ArrayOf(5).ToArbitrary(),
                counts =>
                {
                    var list = Suppression.ProtectList(counts);
                    var sums = PublishedSums.Of(list);
                    var solver = new Solver(sums, least: 0, most: 200);
                    return sums.Hidden.Where(i => i < 5 && list.Counts[i].State == CellState.HiddenSmall)
                            .All(i => solver.CanBe(i, 0, 0) && solver.CanBe(i, 10, 10))
                        && sums.PinnedByAlgebra().Count == 0;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_list_never_hides_more_than_one_extra_count_and_that_the_smallest() =>
        Prop.ForAll(
                Gen.Frequency((1, Gen.Choose(0, 9)), (3, Gen.Choose(10, 60))).ArrayOf(6).ToArbitrary(),
                counts =>
                {
                    // By hand: an extra one is needed only if the small ones are one alone or add up to less than ten.
                    int[] small = [.. counts.Where(count => count < 10)];
                    var needed = counts.Sum() >= 10 && (small.Length == 1 || (small.Length > 1 && small.Sum() < 10));
                    int[] extra = needed ? [counts.Where(count => count >= 10).Min()] : [];
                    var hidden = Suppression
                        .ProtectList(counts)
                        .Counts.Zip(counts)
                        .Where(pair => pair.First.State == CellState.HiddenToProtectAnother);
                    return hidden.Select(pair => pair.Second).SequenceEqual(extra);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_shown_is_true_and_nothing_small_is_shown() =>
        Prop.ForAll(
                LargeTables,
                rows =>
                {
                    var sums = PublishedSums.Of(Suppression.ProtectTable(rows));
                    return Truth(rows).Zip(sums.Known).All(pair => pair.Second is null || (pair.Second == pair.First && pair.First >= 10));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_grand_total_is_kept_unless_it_is_small() =>
        Prop.ForAll(LargeTables, rows => Suppression.ProtectTable(rows).GrandTotal.IsHidden == (rows.Sum(row => row.Sum()) < 10))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_total_is_hidden_to_protect_another_only_where_hiding_the_whole_body_would_not_do() =>
        Prop.ForAll(
                SmallTables,
                rows =>
                {
                    var table = Suppression.ProtectTable(rows, Three);
                    var (states, truth) = (States(table), Truth(rows));
                    var totals = rows.Sum(row => row.Length);
                    if (!states.Skip(totals).Contains(CellState.HiddenToProtectAnother))
                    {
                        return true;
                    }

                    int?[] Shown(int from, int count) => [.. truth.Skip(from).Take(count).Select(total => total < 3 ? (int?)null : total)];
                    var body = PublishedSums.OfTable(
                        [.. rows.Select(row => new int?[row.Length])],
                        Shown(totals, rows.Length),
                        Shown(totals + rows.Length, rows[0].Length),
                        Shown(truth.Length - 1, 1)[0]
                    );
                    var solver = new Solver(body, least: 0, most: truth[^1] + 6);
                    return states
                        .Index()
                        .Where(state => state.Item == CellState.HiddenSmall)
                        .Any(small => !solver.CanBe(small.Index, 0, 0) || !solver.CanBe(small.Index, 3, 3));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_table_is_hidden_the_same_way_each_time() =>
        Prop.ForAll(LargeTables, rows => States(Suppression.ProtectTable(rows)).SequenceEqual(States(Suppression.ProtectTable(rows))))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_attacks_do_succeed_when_only_small_counts_are_hidden()
    {
        // 3, 12 / 14, 16 with nothing hidden but the 3.
        var careless = PublishedSums.OfTable(
            [
                [null, 12],
                [14, 16],
            ],
            [15, 30],
            [17, 28],
            45
        );
        Assert.Equal([0], careless.PinnedByAlgebra());
        Assert.Equal((3, 3), new Solver(careless, 0, 100).Bounds()[0]);
        Assert.False(new Solver(careless, 0, 100).CanBe(0, 4, 100));

        // Two noughts in one row: two unknowns, yet their sum of nought gives both away. Algebra alone does not see it.
        var noughts = PublishedSums.OfList([null, null, 20], 20);
        Assert.Empty(noughts.PinnedByAlgebra());
        Assert.Equal((0, 0), new Solver(noughts, 0, 100).Bounds()[0]);

        // No line has one hidden number, yet the tenth is the only bridge between two rings, so it can be worked out.
        var bridge = PublishedSums.OfTable(
            [
                [null, null, 20, 20],
                [null, null, 20, 20],
                [20, null, null, null],
                [20, 20, null, null],
            ],
            [60, 60, 60, 60],
            [60, 60, 60, 60],
            240
        );
        Assert.Contains(9, bridge.PinnedByAlgebra());
    }

    private static Arbitrary<int[][]> Tables(int leastRows, int mostRows, int leastColumns, int mostColumns, Gen<int> count) =>
        (
            from rows in Gen.Choose(leastRows, mostRows)
            from columns in Gen.Choose(leastColumns, mostColumns)
            from table in count.ArrayOf(columns).ArrayOf(rows)
            select table
        ).ToArbitrary();

    private static int[] Truth(int[][] rows) =>
        [
            .. rows.SelectMany(row => row),
            .. rows.Select(row => row.Sum()),
            .. Enumerable.Range(0, rows[0].Length).Select(c => rows.Sum(row => row[c])),
            rows.Sum(row => row.Sum()),
        ];

    private static CellState[] States(ProtectedTable table) =>
        [
            .. table
                .Rows.SelectMany(row => row)
                .Concat(table.RowTotals)
                .Concat(table.ColumnTotals)
                .Append(table.GrandTotal)
                .Select(count => count.State),
        ];
}
