// Raking against totals worked out by hand.
namespace Hearth.Statistics.Tests;

public class RakingTests
{
    [Fact]
    public void Weights_bring_both_margins_to_what_is_known()
    {
        // 30 women, 10 men; 18 young, 22 old, unevenly: of everyone half are men, a quarter young
        int[] sex = [.. Enumerable.Repeat(0, 30), .. Enumerable.Repeat(1, 10)];
        int[] age = [.. Enumerable.Repeat(0, 12), .. Enumerable.Repeat(1, 18), .. Enumerable.Repeat(0, 6), .. Enumerable.Repeat(1, 4)];

        var raked = Raking.Weights(
            [sex, age],
            [
                [1, 1],
                [1, 3],
            ]
        );

        double Total(int[] margin, int group) => raked.Values.Where((_, i) => margin[i] == group).Sum();
        Assert.Equal(20, Total(sex, 1), 6);
        Assert.Equal(10, Total(age, 0), 6);
        Assert.Equal(40, raked.Values.Sum(), 6);
        Assert.Equal(0, raked.Furthest, 6);
        // among men, young against old keep the odds they had: raking leaves the odds ratio as it was
        double Weight(int s, int a) => raked.Values.Where((_, i) => sex[i] == s && age[i] == a).First();
        Assert.Equal(1, Weight(0, 0) * Weight(1, 1) / (Weight(0, 1) * Weight(1, 0)), 6);
    }

    [Fact]
    public void One_margin_is_the_share_wanted_over_the_share_found()
    {
        var raked = Raking.Weights(
            [
                [0, 0, 0, 1],
            ],
            [
                [50, 50],
            ]
        );
        Assert.Equal(
            [2.0 / 3, 2.0 / 3, 2.0 / 3, 2.0],
            raked.Values.Select(weight => Math.Round(weight, 12)).Select(weight => weight == Math.Round(2.0 / 3, 12) ? 2.0 / 3 : weight)
        );
        // 4 (3 (2/3)^2 + 4) / 16
        Assert.Equal(4.0 / 3, raked.DesignEffect!.Value, 12);
        Assert.Equal(3, raked.EffectiveSize, 12);
    }

    [Fact]
    public void Nobody_speaks_for_more_than_five()
    {
        int[] group = [.. Enumerable.Repeat(0, 99), 1];
        var raked = Raking.Weights(
            [group],
            [
                [1, 1],
            ]
        );
        Assert.Equal(5, raked.Values[^1], 9);
        Assert.True(raked.Furthest > 0.4);
    }

    [Fact]
    public void Groups_that_nobody_belongs_to_are_left_out_and_impossible_shares_are_refused()
    {
        Assert.All(
            Raking
                .Weights(
                    [
                        [0, 0],
                    ],
                    [
                        [1, 9],
                    ]
                )
                .Values,
            weight => Assert.Equal(1, weight, 12)
        );
        Assert.Empty(Raking.Weights([], []).Values);
        Assert.Throws<ArgumentException>(() =>
            Raking.Weights(
                [
                    [0, 1],
                ],
                [
                    [1, 0],
                ]
            )
        );
        Assert.Throws<ArgumentException>(() =>
            Raking.Weights(
                [
                    [0, 1],
                ],
                []
            )
        );
    }
}
