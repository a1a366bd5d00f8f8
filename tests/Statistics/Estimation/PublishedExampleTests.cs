// Estimates and ranges against worked examples in books and papers.
using Hearth.Statistics.Estimation;
using MathNet.Numerics.Distributions;

namespace Hearth.Statistics.Tests.Estimation;

public class PublishedExampleTests
{
    // S. L. Lohr, Sampling: Design and Analysis (2nd ed. 2010), example 2.6: 300 of 3,078 counties, mean acreage 297,897, s = 344,551.9
    [Fact]
    public void A_simple_sample_has_Lohrs_standard_error()
    {
        var found = Estimates.Of(SampleDesign.Simple(300, 3_078), Measure.Mean(Column(300, 297_897, 344_551.9 * 344_551.9)));
        Assert.Equal(297_897, found.Value!.Value, 0.001);
        Assert.Equal(18_898.434, found.StandardError!.Value, 0.01);
    }

    // the same, example 3.2: four regions; total 909,736,035 acres, standard error 50,417,248
    [Fact]
    public void A_stratified_sample_has_Lohrs_total_and_standard_error()
    {
        (double Population, int Rows, double Mean, double Variance)[] regions =
        [
            (1_054, 103, 300_504.16, 29_618_183_543),
            (220, 21, 97_629.81, 7_647_472_708),
            (1_382, 135, 211_315.04, 53_587_487_856),
            (422, 41, 662_295.51, 396_185_950_266),
        ];
        double[] values = [.. regions.SelectMany(region => Column(region.Rows, region.Mean, region.Variance))];
        int[] strata = [.. regions.SelectMany((region, code) => Enumerable.Repeat(code, region.Rows))];
        double[] weights = [.. regions.SelectMany(region => Enumerable.Repeat(region.Population / region.Rows, region.Rows))];
        var found = Estimates.Of(
            SampleDesign.Stratified(weights, strata, [.. regions.Select(region => region.Population)]),
            Measure.Mean(values)
        );
        Assert.Equal(3_078, found.Weight, 6);
        Assert.Equal(909_736_035, found.Value!.Value * 3_078, 3_500.0);
        Assert.Equal(50_417_248, found.StandardError!.Value * 3_078, 10.0);
    }

    // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 5
    [Theory]
    [InlineData(81, 263, 0.2527, 0.3676)]
    [InlineData(15, 148, 0.0578, 0.1617)]
    [InlineData(0, 20, 0.0000, 0.1684)]
    [InlineData(1, 29, 0.0009, 0.1776)]
    public void Clopper_and_Pearsons_range_is_the_one_Newcombe_published(int successes, int trials, double lower, double upper)
    {
        var found = ShareInterval.ClopperPearson(successes, trials)!.Value;
        Assert.Equal(lower, found.Lower, 0.00006);
        Assert.Equal(upper, found.Upper, 0.00006);
    }

    // A. Agresti, Categorical Data Analysis (2002), §1.4.3: none of 25 students is a vegetarian; score (0, 0.133)
    [Fact]
    public void None_of_twentyfive_has_Agrestis_ranges()
    {
        Assert.Equal(0.133, ShareInterval.Wilson(0, 25).Upper, 0.0005);
        Assert.Equal(1 - Math.Pow(0.025, 1 / 25.0), ShareInterval.ClopperPearson(0, 25)!.Value.Upper, 9);
        Assert.Equal((0.0, 0.0), (ShareInterval.Wald(0, 0)!.Value.Lower, ShareInterval.Wald(0, 0)!.Value.Upper));
        Assert.Null(ShareInterval.Logit(0, 0));
    }

    // L. D. Brown, T. T. Cai and A. DasGupta, Statistical Science 16 (2001), §2: p = 0.5, n = 17 covers 0.951 and n = 40 0.919; p = 0.2, n = 30 0.946 and n = 98 0.928
    [Theory]
    [InlineData(0.5, 17, 0.951)]
    [InlineData(0.5, 40, 0.919)]
    [InlineData(0.2, 30, 0.946)]
    [InlineData(0.2, 98, 0.928)]
    public void Walds_range_covers_as_seldom_as_Brown_Cai_and_DasGupta_found(double truth, int n, double covers)
    {
        double Covers(Func<double, ProportionInterval> range) =>
            Enumerable.Range(0, n + 1).Sum(x => range((double)x / n).Contains(truth) ? Binomial.PMF(truth, n, x) : 0);
        Assert.Equal(covers, Covers(share => ShareInterval.Wald(share, Math.Sqrt(share * (1 - share) / n))!.Value), 0.00051);
        Assert.True(Covers(share => ShareInterval.Wilson(share, n)) > 0.93);
        Assert.True(Covers(share => ShareInterval.ClopperPearson((int)Math.Round(share * n), n)!.Value) >= 0.95);
    }

    // K. Pearson's test is Rao and Scott's where everyone was drawn by lot and weighs the same: all design effects are n/(n − 1)
    [Fact]
    public void A_plain_sample_has_Pearsons_test()
    {
        int[] side = [.. Enumerable.Repeat(0, 70), .. Enumerable.Repeat(1, 80)];
        int[] other = [.. Enumerable.Repeat(0, 56), .. Enumerable.Repeat(1, 14), .. Enumerable.Repeat(0, 48), .. Enumerable.Repeat(1, 32)];
        var found = RaoScott.Independence(SampleDesign.Simple(150), new Categories(side, 2), new Categories(other, 2))!;
        Assert.Equal(7.02341, found.Pearson, 0.00001);
        Assert.Equal(1, found.Degrees);
        Assert.Equal(1, found.FDegrees, 9);
        Assert.True(found.FirstOrderChance < found.Chance);
        Assert.Equal(7.02341 * 149 / 150, found.FirstOrder, 0.00001);
        Assert.Equal(0.0083, found.FirstOrderChance, 0.0001);
        Assert.Equal(0.0092, found.Chance, 0.0001);
    }

    [Fact]
    public void A_change_is_more_than_chance_only_where_its_range_leaves_nought_out()
    {
        // 0.62 and 0.55 from 900 each: error √(0.62·0.38/900 + 0.55·0.45/900) = 0.0232
        var found = WaveDifference.Between(0.62, 0.62 * 0.38 / 900, 0.55, 0.55 * 0.45 / 900)!.Value;
        Assert.Equal(0.07, found.Estimate, 12);
        Assert.Equal(0.023169, found.StandardError, 0.000001);
        Assert.Equal(0.0025, found.Chance, 0.00005);
        Assert.True(found.IsMoreThanChance);
        Assert.Equal(found.Lower <= 0, found.Chance > 0.05);
        // people in both waves who keep their mind make the change surer
        var panel = WaveDifference.Between(0.62, 0.0003, 0.60, 0.0003, covariance: 0.00025)!.Value;
        Assert.Equal(0.01, panel.StandardError, 9);
        Assert.True(panel.IsMoreThanChance);
        Assert.False(WaveDifference.Between(0.62, 0.0003, 0.60, 0.0003)!.Value.IsMoreThanChance);
        Assert.Throws<ArgumentOutOfRangeException>(() => WaveDifference.Between(0.5, 0.0001, 0.5, 0.0001, covariance: 0.00011));
        Assert.Null(WaveDifference.Between(0.5, 0.0001, 0.5, 0.0001, degrees: 0));
    }

    /// <summary>So many numbers with this mean and this variance.</summary>
    private static double[] Column(int rows, double mean, double variance)
    {
        var half = rows / 2;
        var away = Math.Sqrt(variance * (rows - 1) / (2.0 * half));
        return
        [
            .. Enumerable
                .Range(0, rows)
                .Select(i =>
                    i < half ? mean - away
                    : i < 2 * half ? mean + away
                    : mean
                ),
        ];
    }
}
