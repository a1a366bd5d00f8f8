// Parts that add up to their total.
using FsCheck;
using FsCheck.Fluent;

namespace Hearth.Statistics.Tests;

public class RoundingTests
{
    private static Arbitrary<int[]> Weights => Gen.Choose(0, 5_000).ArrayOf(8).Or(Gen.Choose(0, 3).ArrayOf(5)).ToArbitrary();

    [Fact]
    public void Shares_add_up_to_the_total_and_stay_within_one_of_their_quota() =>
        Prop.ForAll(
                Weights,
                Gen.Choose(0, 3_000).ToArbitrary(),
                (weights, total) =>
                {
                    var parts = Rounding.LargestRemainder(weights, total);
                    var sum = weights.Sum();
                    return sum == 0
                        ? parts.All(part => part == 0)
                        : parts.Sum() == total
                            && parts.Zip(weights).All(pair => Math.Abs(pair.First - ((double)pair.Second * total / sum)) < 1);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_larger_group_never_gets_fewer() =>
        Prop.ForAll(
                Weights,
                Gen.Choose(0, 3_000).ToArbitrary(),
                (weights, total) =>
                {
                    var parts = Rounding.LargestRemainder(weights, total);
                    return weights.Index().All(a => weights.Index().All(b => a.Item <= b.Item || parts[a.Index] >= parts[b.Index]));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Hamiltons_method_shares_ten_seats_as_in_the_textbook() =>
        // 43 + 33 + 24: quotas 4.3, 3.3, 2.4; the tenth goes to the largest remainder.
        Assert.Equal([4, 3, 3], Rounding.LargestRemainder([43, 33, 24], 10));

    [Fact]
    public void Equal_remainders_go_to_the_larger_then_to_the_earlier()
    {
        Assert.Equal([1, 0, 0], Rounding.LargestRemainder([1, 1, 1], 1));
        Assert.Equal([0, 2], Rounding.LargestRemainder([1, 3], 2));
    }

    [Fact]
    public void Percentages_add_up_to_a_hundred()
    {
        Assert.Equal([34m, 33m, 33m], Rounding.PercentagesThatAddUp([1, 1, 1]));
        Assert.Equal([33.4m, 33.3m, 33.3m], Rounding.PercentagesThatAddUp([1, 1, 1], 1));
        Assert.Equal([0m, 0m], Rounding.PercentagesThatAddUp([0, 0]));
        Prop.ForAll(Weights, weights => weights.Sum() == 0 || Rounding.PercentagesThatAddUp(weights, 1).Sum() == 100m)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_single_percentage_rounds_ties_up_and_has_none_of_nobody()
    {
        Assert.Equal(0.3m, Rounding.Percentage(1, 400));
        Assert.Equal(13m, Rounding.Percentage(1, 8, 0));
        Assert.Null(Rounding.Percentage(0, 0));
    }

    [Fact]
    public void Negative_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.LargestRemainder([1, -1], 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.LargestRemainder([1, 1], -5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.Percentage(-1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.PercentagesThatAddUp([1], 5));
    }
}
