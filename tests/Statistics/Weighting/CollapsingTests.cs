// Categories too small to stand alone are merged as the caller says, and the report says what went where.
using Hearth.Statistics.Weighting;

namespace Hearth.Statistics.Tests.Weighting;

public class CollapsingTests
{
    private static int[] Codes(params int[] counts) => [.. counts.SelectMany((many, code) => Enumerable.Repeat(code, many))];

    private static WeightingVariable Ages(params int[] counts) =>
        new("Age", Codes(counts), ["16 to 24", "25 to 34", "35 to 54", "55 to 74", "75 and over"], [100, 150, 300, 300, 150])
        {
            Order = CategoryOrder.Ordered,
        };

    [Fact]
    public void An_empty_age_group_goes_to_its_neighbour()
    {
        var result = Raking.Rake([Ages(0, 10, 30, 40, 20)], new() { CollapseBelow = 1 });
        Assert.Equal([new CollapsedCategory("Age", "16 to 24", 0, 100, "25 to 34")], result.Collapsed);
        var merged = result.Categories[0];
        Assert.Equal(("16 to 24 + 25 to 34", 10, 0.25), (merged.Category, merged.Respondents, merged.Wanted));
        Assert.Equal(2.5, result.Weights[0], 9);
    }

    [Fact]
    public void Of_two_neighbours_the_smaller_takes_it_and_groups_grow_until_they_are_large_enough()
    {
        var result = Raking.Rake([Ages(12, 3, 4, 60, 21)], new() { CollapseBelow = 10 });
        // the smallest first: 25 to 34 has neighbours of 12 and 4
        Assert.Equal(
            [
                new CollapsedCategory("Age", "25 to 34", 3, 150, "35 to 54"),
                new CollapsedCategory("Age", "25 to 34 + 35 to 54", 7, 450, "16 to 24"),
            ],
            result.Collapsed
        );
        Assert.Equal(
            ["16 to 24 + 25 to 34 + 35 to 54", "55 to 74", "75 and over"],
            result.Categories.Select(category => category.Category)
        );
        Assert.Equal([0, 0, 0, 1, 2], Assert.Single(result.Groups));
        Assert.Equal([0.55, 0.3, 0.15], result.Categories.Select(category => Math.Round(category.After, 9)));
    }

    [Fact]
    public void Without_an_order_it_goes_to_the_smallest_or_to_other()
    {
        var ward = new WeightingVariable("Ward", Codes(2, 20, 8, 70), ["Abbey", "Bridge", "Castle", "Dale"], [10, 20, 20, 50]);
        Assert.Equal([new CollapsedCategory("Ward", "Abbey", 2, 10, "Castle")], Raking.Rake([ward], new() { CollapseBelow = 5 }).Collapsed);
        Assert.Equal(
            [new CollapsedCategory("Ward", "Abbey", 2, 10, "Bridge")],
            Raking.Rake([ward with { Other = 1 }], new() { CollapseBelow = 5 }).Collapsed
        );
        // other itself too small: the smallest of the rest goes there
        Assert.Equal(
            [new CollapsedCategory("Ward", "Abbey", 2, 10, "Castle")],
            Raking.Rake([ward with { Other = 0 }], new() { CollapseBelow = 5 }).Collapsed
        );
    }

    [Fact]
    public void Respondents_without_people_are_merged_too_and_empty_pairs_are_left_alone()
    {
        var ward = new WeightingVariable("Ward", Codes(20, 30, 50, 0), ["Abbey", "Bridge", "Castle", "Gone"], [0, 40, 60, 0]);
        var result = Raking.Rake([ward], new() { CollapseBelow = 1 });
        Assert.Equal([new CollapsedCategory("Ward", "Abbey", 20, 0, "Bridge")], result.Collapsed);
        Assert.Equal(0.8, result.Weights[0], 9);
    }

    [Fact]
    public void Nothing_is_merged_unasked_and_nothing_that_is_large_enough()
    {
        Assert.False(Raking.Rake([Ages(0, 10, 30, 40, 20)]).IsWeighted);
        Assert.Empty(Raking.Rake([Ages(10, 10, 30, 40, 20)], new() { CollapseBelow = 10 }).Collapsed);
    }

    [Fact]
    public void Where_nothing_is_large_enough_one_group_is_left_and_weights_are_1()
    {
        var result = Raking.Rake([Ages(1, 1, 1, 1, 1)], new() { CollapseBelow = 30 });
        Assert.Equal(4, result.Collapsed.Count);
        Assert.Equal([1, 1, 1, 1, 1], result.ToArray().Select(weight => Math.Round(weight, 12)));
    }

    [Fact]
    public void The_people_of_merged_categories_are_still_all_counted()
    {
        var result = Raking.Rake([Ages(2, 10, 3, 40, 1)], new() { CollapseBelow = 5, Scale = WeightScale.Targets });
        Assert.Equal(1_000, result.ToArray().Sum(), 6);
        Assert.Equal(1, result.Categories.Sum(category => category.Wanted), 12);
    }
}
