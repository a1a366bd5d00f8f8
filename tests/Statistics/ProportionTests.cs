// Wilson's interval against published values.
namespace Hearth.Statistics.Tests;

public class ProportionTests
{
    // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_is_the_one_Newcombe_published(int successes, int trials, double lower, double upper)
    {
        var interval = Proportion.Wilson(successes, trials)!.Value;
        Assert.Equal(lower, interval.Lower, 0.00005);
        Assert.Equal(upper, interval.Upper, 0.00005);
        Assert.Equal((double)successes / trials, interval.Estimate);
    }

    [Fact]
    public void Nought_and_all_have_exact_ends_and_mirror_each_other()
    {
        for (var n = 1; n < 400; n++)
        {
            var none = Proportion.Wilson(0, n)!.Value;
            var all = Proportion.Wilson(n, n)!.Value;
            Assert.Equal(0, none.Lower);
            Assert.Equal(1, all.Upper);
            Assert.Equal(none.Upper, 1 - all.Lower, 12);
        }
    }

    [Fact]
    public void The_population_narrows_the_range_to_what_the_score_test_allows()
    {
        // Oracle: every proportion in steps of a millionth whose score test is not refused, with the variance of drawing 950 of 7,196 without replacement.
        var interval = Proportion.Wilson(569, 950, population: 7_196)!.Value;
        Assert.Equal(0.569612, interval.Lower, 0.000001);
        Assert.Equal(0.627590, interval.Upper, 0.000001);
        var plain = Proportion.Wilson(569, 950)!.Value;
        Assert.Equal(0.567443, plain.Lower, 0.000001);
        Assert.Equal(0.629655, plain.Upper, 0.000001);
    }

    [Fact]
    public void When_everyone_was_asked_nothing_is_left_to_chance()
    {
        var interval = Proportion.Wilson(30, 40, population: 40)!.Value;
        Assert.Equal(0.75, interval.Lower, 12);
        Assert.Equal(0.75, interval.Upper, 12);
    }

    [Fact]
    public void Nobody_asked_gives_no_range() => Assert.Null(Proportion.Wilson(0, 0));

    [Fact]
    public void A_higher_confidence_is_a_wider_range()
    {
        // The two proportions at which |p̂ − p| / √(p(1−p)/n) is 2.575829, found by bisection.
        var interval = Proportion.Wilson(81, 263, 0.99)!.Value;
        Assert.Equal(0.240137, interval.Lower, 0.000001);
        Assert.Equal(0.385283, interval.Upper, 0.000001);
    }

    [Fact]
    public void A_comparison_inside_the_range_cannot_be_claimed_as_a_difference()
    {
        var interval = Proportion.Wilson(81, 263)!.Value;
        Assert.True(interval.Contains(0.36));
        Assert.False(interval.Contains(0.37));
        Assert.True(interval.Overlaps(Proportion.Wilson(20, 50)!.Value));
        Assert.False(interval.Overlaps(Proportion.Wilson(15, 148)!.Value));
    }

    [Theory]
    [InlineData(-1, 10, 0.95)]
    [InlineData(11, 10, 0.95)]
    [InlineData(1, 10, 0)]
    [InlineData(1, 10, 1)]
    [InlineData(1, 10, double.NaN)]
    public void Impossible_figures_are_refused(int successes, int trials, double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Wilson(successes, trials, confidence));

    [Fact]
    public void A_weighted_share_has_the_range_of_a_sample_of_its_effective_size()
    {
        var plain = Proportion.Wilson(60, 128)!.Value;
        var weighted = Proportion.WilsonWeighted(60 / 128.0, 128, 200)!.Value;

        Assert.Equal((plain.Lower, plain.Upper), (weighted.Lower, weighted.Upper));
        Assert.True(weighted.Upper - weighted.Lower > Proportion.Wilson(94, 200)!.Value.Upper - Proportion.Wilson(94, 200)!.Value.Lower);
        // everybody who could answer has: nothing is left to chance, whatever the weights
        var all = Proportion.WilsonWeighted(0.5, 128, 200, population: 200)!.Value;
        Assert.Equal((0.5, 0.5), (all.Lower, all.Upper));
        Assert.Null(Proportion.WilsonWeighted(0.5, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.WilsonWeighted(1.1, 10, 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.WilsonWeighted(0.5, 0, 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.WilsonWeighted(0.5, 21, 20));
    }
}
