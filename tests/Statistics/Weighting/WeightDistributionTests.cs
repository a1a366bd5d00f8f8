// The spread of weights against figures worked out by hand.
using Hearth.Statistics.Weighting;

namespace Hearth.Statistics.Tests.Weighting;

public class WeightDistributionTests
{
    [Fact]
    public void The_spread_of_five_weights()
    {
        // 1, 1, 2, 2, 4: Σw = 10, Σw² = 26
        var spread = WeightDistribution.Of([2, 1, 4, 2, 1])!;
        Assert.Equal((5, 10.0, 1.0, 4.0, 2.0), (spread.Respondents, spread.Total, spread.Least, spread.Most, spread.Average));
        Assert.Equal(5 * 26 / 100.0, spread.DesignEffect, 12);
        Assert.Equal(100 / 26.0, spread.EffectiveSize, 12);
        Assert.Equal(4.0, spread.MostToLeast);
        // the heaviest 1 in 100 of five is one
        Assert.Equal(0.4, spread.ShareOfHeaviest, 12);
        double At(double share) => spread.Quantiles.Single(quantile => quantile.Share == share).Weight;
        // R: quantile(c(1,1,2,2,4), c(.01,.5,.75,.9,.95,.99)) 1.00 2.00 2.00 3.20 3.60 3.92
        Assert.Equal(
            [1, 1, 2, 2, 3.2, 3.6, 3.92],
            new[] { At(0.01), At(0.25), At(0.5), At(0.75), At(0.9), At(0.95), At(0.99) }.Select(x => Math.Round(x, 12))
        );
    }

    [Fact]
    public void The_heaviest_of_a_thousand_are_ten()
    {
        double[] weights = [.. Enumerable.Repeat(1.0, 990), .. Enumerable.Repeat(11.0, 10)];
        var spread = WeightDistribution.Of(weights)!;
        Assert.Equal(110.0 / 1_100, spread.ShareOfHeaviest, 12);
        Assert.Equal(0.01, WeightDistribution.Of(Enumerable.Repeat(3.0, 1_000).ToArray())!.ShareOfHeaviest, 12);
    }

    [Fact]
    public void Equal_weights_cost_nothing_and_no_weights_have_no_spread()
    {
        Assert.Equal(1, Kish.DesignEffect([3, 3, 3])!.Value, 12);
        Assert.Equal(3, Kish.EffectiveSize([3, 3, 3]), 12);
        Assert.Null(Kish.DesignEffect([]));
        Assert.Null(Kish.DesignEffect([0, 0]));
        Assert.Equal(0, Kish.EffectiveSize([0, 0]));
        Assert.Null(WeightDistribution.Of([]));
        Assert.Null(WeightDistribution.Of([0, 1])!.MostToLeast);
    }
}
