// The chi-square test against published examples.
using System.Numerics;

namespace Hearth.Statistics.Tests;

public class GoodnessOfFitTests
{
    // R 4.x, help page of chisq.test, "Testing for population probabilities": X-squared = 2.5, df = 2, p-value = 0.2865
    // and X-squared = 9.9901, df = 4, p-value = 0.04059.
    [Theory]
    [InlineData(new[] { 20, 15, 25 }, new[] { 1, 1, 1 }, 2.5, 2, 0.2865)]
    [InlineData(new[] { 89, 37, 30, 28, 2 }, new[] { 40, 20, 20, 15, 5 }, 9.9901, 4, 0.04059)]
    // Mendel's peas, 9:3:3:1 (1866), in most textbooks: 0.470, 3 degrees of freedom, p = 0.925.
    [InlineData(new[] { 315, 101, 108, 32 }, new[] { 9, 3, 3, 1 }, 0.470, 3, 0.9254)]
    public void Published_examples_are_reproduced(int[] observed, int[] weights, double statistic, int degrees, double p)
    {
        var result = GoodnessOfFit.Test(observed, [.. weights.Select(weight => (decimal)weight)]);
        Assert.Equal(GoodnessOfFitOutcome.Tested, result.Outcome);
        Assert.Equal(statistic, result.Statistic!.Value, 0.00005);
        Assert.Equal(degrees, result.DegreesOfFreedom);
        Assert.Equal(p, result.PValue!.Value, 0.00005);
        Assert.Equal(result.PValue, result.Chance);
    }

    // The 5% points of chi-square in every table.
    [Theory]
    [InlineData(3.841, 2)]
    [InlineData(5.991, 3)]
    [InlineData(7.815, 4)]
    [InlineData(18.307, 11)]
    public void The_tail_agrees_with_the_printed_tables(double critical, int classes)
    {
        // A huge sample in which one class is over and another under by enough to make the statistic the critical value.
        const int each = 1_000_000;
        var off = (int)Math.Round(Math.Sqrt(critical * each / 2));
        int[] observed = [each + off, each - off, .. Enumerable.Repeat(each, classes - 2)];
        Assert.Equal(0.05, GoodnessOfFit.Test(observed, [.. observed.Select(_ => 1m)]).PValue!.Value, 0.0003);
    }

    [Fact]
    public void Classes_too_small_for_the_table_are_merged_and_named()
    {
        // R's third example expects 1.86 in the last class and warns. Merged with the next smallest: 30 observed against 37.2.
        var result = GoodnessOfFit.Test([89, 37, 30, 28, 2], [40, 20, 20, 19, 1]);
        Assert.Equal(GoodnessOfFitOutcome.TestedAfterMerging, result.Outcome);
        Assert.Equal([3, 4], result.Merged);
        Assert.Equal(3, result.DegreesOfFreedom);
        var byHand = (14.6 * 14.6 / 74.4) + (0.2 * 0.2 / 37.2) + (2 * 7.2 * 7.2 / 37.2);
        Assert.Equal(byHand, result.Statistic!.Value, 9);
    }

    [Fact]
    public void Simulation_without_merging_finds_the_chance_and_repeats_with_its_seed()
    {
        // 30,000 samples drawn by another program, with another generator: 0.212.
        GoodnessOfFitResult Test(int seed) =>
            GoodnessOfFit.Test([89, 37, 30, 28, 2], [40, 20, 20, 19, 1], new(Seed: seed, Simulations: 20_000));
        Assert.Equal(0.212, Test(1).SimulatedPValue!.Value, 0.012);
        Assert.Equal(Test(7).SimulatedPValue, Test(7).SimulatedPValue);
        Assert.NotEqual(Test(7).SimulatedPValue, Test(8).SimulatedPValue);
        Assert.Equal(Test(7).SimulatedPValue, Test(7).Chance);
    }

    [Fact]
    public void Simulation_finds_an_exact_chance_that_can_be_counted()
    {
        // Four people, two equal classes, all in one: 2 of 16 ways are as far off.
        var result = GoodnessOfFit.Test([4, 0], [1, 1], new(Seed: 3, Simulations: 40_000));
        Assert.Equal(GoodnessOfFitOutcome.TooFewPeople, result.Outcome);
        Assert.Null(result.PValue);
        Assert.Equal(0.125, result.SimulatedPValue!.Value, 0.006);

        // The same four drawn from eight people, four in each class: 2 × C(4,4) of C(8,4) = 70 ways.
        var drawn = GoodnessOfFit.Test([4, 0], [4, 4], new(Population: 8, Seed: 3, Simulations: 40_000));
        Assert.Equal(2 / 70.0, drawn.SimulatedPValue!.Value, 0.003);
    }

    [Theory]
    [InlineData(10, 4, 5)]
    [InlineData(60, 1, 30)]
    [InlineData(500, 260, 300)]
    [InlineData(7, 7, 3)]
    [InlineData(9, 0, 4)]
    public void Of_an_urn_each_count_is_drawn_as_often_as_the_ways_to_it_are_many(int all, int kind, int drawn)
    {
        const int Points = 200_000;
        var draw = new HypergeometricDraw(all);
        var found = Enumerable.Range(0, Points).CountBy(i => draw.Draw((i + 0.5) / Points, all, kind, drawn)).ToDictionary();

        for (var count = 0; count <= drawn; count++)
        {
            var ways = Ways(kind, count) * Ways(all - kind, drawn - count);
            Assert.Equal((double)ways / (double)Ways(all, drawn), found.GetValueOrDefault(count) / (double)Points, 2e-5);
        }

        static BigInteger Ways(int of, int some) =>
            some > of ? 0 : Enumerable.Range(1, some).Aggregate(BigInteger.One, (ways, i) => ways * (of - some + i) / i);
    }

    [Fact]
    public void A_simulated_chance_is_never_nought_for_our_own_sample_is_one_of_those_possible() =>
        Assert.Equal(0.01, GoodnessOfFit.Test([0, 0, 30], [1_000, 1_000, 1], new(Seed: 1, Simulations: 99)).SimulatedPValue);

    [Fact]
    public void No_simulation_is_run_where_the_table_will_do() =>
        Assert.Null(GoodnessOfFit.Test([20, 15, 25], [1, 1, 1], new(Seed: 1)).SimulatedPValue);

    [Fact]
    public void Counting_most_of_the_population_makes_the_same_gap_more_telling()
    {
        var plain = GoodnessOfFit.Test([520, 480], [1_000, 1_000]);
        var drawn = GoodnessOfFit.Test([520, 480], [1_000, 1_000], new(Population: 2_000));
        Assert.Equal(1.6, plain.Statistic!.Value, 9);
        Assert.Equal(1.6 * 1_999 / 1_000, drawn.Statistic!.Value, 9);
        Assert.True(drawn.PValue < plain.PValue);
    }

    [Fact]
    public void What_cannot_be_tested_says_why()
    {
        Assert.Equal(GoodnessOfFitOutcome.NobodyCounted, GoodnessOfFit.Test([0, 0], [1, 1]).Outcome);
        Assert.Equal(GoodnessOfFitOutcome.NobodyCounted, GoodnessOfFit.Test([1, 1], [0, 0]).Outcome);
        Assert.Equal(GoodnessOfFitOutcome.OnlyOneClass, GoodnessOfFit.Test([9, 3], [1, 0]).Outcome);
        Assert.Equal(GoodnessOfFitOutcome.TooFewPeople, GoodnessOfFit.Test([2, 3], [1, 1]).Outcome);
        Assert.Equal(GoodnessOfFitOutcome.EveryoneCounted, GoodnessOfFit.Test([50, 50], [50, 50], new(Population: 100)).Outcome);
    }

    [Fact]
    public void A_class_without_population_in_which_someone_was_counted_joins_the_smallest()
    {
        var result = GoodnessOfFit.Test([50, 48, 2], [50, 50, 0]);
        Assert.Equal(GoodnessOfFitOutcome.TestedAfterMerging, result.Outcome);
        Assert.Equal(1, result.DegreesOfFreedom);
        Assert.Contains(2, result.Merged);
    }

    [Fact]
    public void Lists_that_do_not_match_are_refused() => Assert.Throws<ArgumentException>(() => GoodnessOfFit.Test([1, 2], [1, 2, 3]));
}
