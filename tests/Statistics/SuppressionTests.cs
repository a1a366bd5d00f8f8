// Which counts are hidden, worked out by hand.
namespace Hearth.Statistics.Tests;

public class SuppressionTests
{
    private static string Text(ProtectedList list) => $"{string.Join(' ', list.Counts)} = {list.Total}";

    private static string[] Text(ProtectedTable table) =>
        [
            .. table.Rows.Select((row, r) => $"{string.Join(' ', row)} = {table.RowTotals[r]}"),
            $"{string.Join(' ', table.ColumnTotals)} = {table.GrandTotal}",
        ];

    [Fact]
    public void Nothing_is_hidden_when_every_count_is_ten_or_more()
    {
        Assert.Equal("10 40 25 = 75", Text(Suppression.ProtectList([10, 40, 25])));
        Assert.False(Suppression.ProtectList([10, 40, 25]).AnyHidden);
        Assert.False(
            Suppression
                .ProtectTable([
                    [10, 11],
                    [12, 13],
                ])
                .AnyHidden
        );
    }

    [Fact]
    public void A_single_small_count_takes_the_smallest_other_with_it()
    {
        var list = Suppression.ProtectList([3, 40, 12, 25]);
        Assert.Equal("[c] 40 [c] 25 = 80", Text(list));
        Assert.Equal(CellState.HiddenSmall, list.Counts[0].State);
        Assert.Equal(CellState.HiddenToProtectAnother, list.Counts[2].State);
        Assert.True(list.AnyHidden);
    }

    [Fact]
    public void Two_small_counts_that_leave_a_large_enough_sum_need_no_third() =>
        Assert.Equal("[c] [c] 25 = 41", Text(Suppression.ProtectList([7, 9, 25])));

    [Fact]
    public void Two_small_counts_whose_sum_would_itself_be_small_take_a_third() =>
        Assert.Equal("[c] [c] 25 [c] = 52", Text(Suppression.ProtectList([2, 3, 25, 22])));

    [Fact]
    public void A_nought_is_hidden_for_it_tells_what_nobody_said() =>
        Assert.Equal("[c] [c] 30 = 50", Text(Suppression.ProtectList([0, 20, 30])));

    [Fact]
    public void A_nought_is_shown_where_the_rule_says_so_and_is_no_shelter()
    {
        Assert.Equal("0 20 30 = 50", Text(Suppression.ProtectList([0, 20, 30], new(ShowZeros: true))));
        Assert.Equal("0 [c] [c] 30 = 54", Text(Suppression.ProtectList([0, 4, 20, 30], new(ShowZeros: true))));
    }

    [Fact]
    public void Where_noughts_are_shown_every_hidden_count_is_known_to_be_one_or_more()
    {
        // Three hidden counts that add up to three would have to be one each.
        Assert.Equal("[c] [c] [c] [c] = 8", Text(Suppression.ProtectList([1, 1, 1, 5], new(Threshold: 3, ShowZeros: true))));
        // Two that add up to two as well, and there is nothing else to hide but the total.
        Assert.Equal("[c] [c] = [c]", Text(Suppression.ProtectList([1, 1], new(Threshold: 2, ShowZeros: true))));
        // One and nine could be two and eight: the total stays, though neither can be seen to reach ten.
        Assert.Equal("[c] [c] = 10", Text(Suppression.ProtectList([1, 9], new(ShowZeros: true))));
    }

    [Fact]
    public void A_nought_that_is_shown_is_never_hidden_to_protect_another() =>
        Assert.Equal(
            0,
            Suppression
                .ProtectTable(
                    [
                        [1, 40, 50],
                        [40, 0, 60],
                        [50, 60, 70],
                    ],
                    new(ShowZeros: true)
                )
                .Rows[1][1]
                .Value
        );

    [Fact]
    public void A_small_total_is_hidden_with_everything_under_it()
    {
        Assert.Equal("[c] [c] = [c]", Text(Suppression.ProtectList([3, 4])));
        Assert.Equal("[c] = [c]", Text(Suppression.ProtectList([9])));
        Assert.Equal("10 = 10", Text(Suppression.ProtectList([10])));
    }

    [Fact]
    public void A_small_count_in_a_table_takes_a_rectangle_with_it()
    {
        // Each row and column of the small count needs a second hidden count, and each of those a partner: the corners 3, 11, 12 and 14.
        Assert.Equal(
            ["[c] [c] 40 = 54", "[c] [c] 50 = 76", "60 70 80 = 210", "75 95 170 = 340"],
            Text(
                Suppression.ProtectTable([
                    [3, 11, 40],
                    [12, 14, 50],
                    [60, 70, 80],
                ])
            )
        );
    }

    [Fact]
    public void Small_counts_that_already_shelter_each_other_cost_nothing_more() =>
        Assert.Equal(
            ["[c] [c] 40 = 52", "[c] [c] 50 = 62", "60 70 80 = 210", "72 82 170 = 324"],
            Text(
                Suppression.ProtectTable([
                    [5, 7, 40],
                    [7, 5, 50],
                    [60, 70, 80],
                ])
            )
        );

    [Fact]
    public void A_row_whose_total_is_small_is_hidden_whole_and_its_total_cannot_be_worked_out()
    {
        var table = Suppression.ProtectTable([
            [2, 3],
            [40, 50],
            [60, 70],
        ]);
        Assert.Equal(CellState.HiddenSmall, table.RowTotals[0].State);
        Assert.Equal(1, table.RowTotals.Skip(1).Count(total => total.IsHidden));
        Assert.Equal(225, table.GrandTotal.Value);
    }

    [Fact]
    public void An_empty_table_and_an_empty_list_are_allowed()
    {
        Assert.Equal("[c]", Suppression.ProtectTable([]).GrandTotal.ToString());
        Assert.Equal(0, Suppression.ProtectList([], new(ShowZeros: true)).Total.Value);
    }

    [Fact]
    public void A_hidden_count_does_not_hold_its_number()
    {
        var hidden = Suppression.ProtectList([3, 40, 12]).Counts[0];
        Assert.Null(hidden.Value);
        Assert.DoesNotContain("3", hidden.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_threshold_is_a_setting()
    {
        Assert.Equal("5 40 25 = 70", Text(Suppression.ProtectList([5, 40, 25], new(Threshold: 5))));
        Assert.Equal("[c] 40 [c] = 69", Text(Suppression.ProtectList([4, 40, 25], new(Threshold: 5))));
    }

    [Fact]
    public void What_is_no_table_of_counts_is_refused()
    {
        Assert.Throws<ArgumentException>(() =>
            Suppression.ProtectTable([
                [1, 2],
                [3],
            ])
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Suppression.ProtectTable([
                [1, -2],
            ])
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => Suppression.ProtectList([-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Suppression.ProtectList([1], new(Threshold: 0)));
    }
}
