// A sample shared out over strata, against the textbooks.
using FsCheck;
using FsCheck.Fluent;
using Hearth.Statistics.Sampling;

namespace Hearth.Statistics.Tests.Sampling;

public class AllocationTests
{
    [Fact]
    public void Cochrans_cities_are_shared_as_in_his_example()
    {
        // Cochran 1977, table 5.1 and the example of allocation to it: 64 large cities of the United States, 24 drawn; the 16 largest are a stratum
        int[] cities = [16, 48];
        double[] variances = [53_843, 5_581];
        var proportional = Allocation.Proportional(cities, 24);
        var neyman = Allocation.Neyman(cities, [.. variances.Select(Math.Sqrt)], 24);

        Assert.Equal([6, 18], proportional.Sizes);
        Assert.Equal([12, 12], neyman.Sizes);
        // he prints 1372 and 1044 as the standard errors of the total
        Assert.Equal(1_372, StandardError(proportional), 0.5);
        Assert.Equal(1_044, StandardError(neyman), 0.5);

        double StandardError(AllocatedSample sample) =>
            Math.Sqrt(sample.Sizes.Index().Sum(x => (double)cities[x.Index] * (cities[x.Index] - x.Item) * variances[x.Index] / x.Item));
    }

    [Fact]
    public void Lohrs_caribou_are_shared_as_in_her_example()
    {
        // S. L. Lohr, Sampling: Design and Analysis, ch. 3, optimal allocation: 225 of 699 units; she prints 96.26, 4.81, 44.04, 2.89, 67.38, 9.63
        var herd = Allocation.Neyman([400, 30, 61, 18, 70, 120], [3_000, 2_000, 9_000, 2_000, 12_000, 1_000], 225);
        Assert.Equal([96, 5, 44, 3, 67, 10], herd.Sizes);
        Assert.Equal([96.26, 4.81, 44.04, 2.89, 67.38, 9.63], herd.Quotas.Select(quota => Math.Round(quota, 2)));
        Assert.Empty(herd.TakenWhole);
    }

    [Fact]
    public void A_stratum_asked_for_more_than_it_holds_gives_all_and_the_others_the_rest()
    {
        // of 300, the fifth would give 89.8 of its 70, then the third 64.3 of its 61; the 169 left go by 1,200,000 : 60,000 : 36,000 : 120,000
        var herd = Allocation.Neyman([400, 30, 61, 18, 70, 120], [3_000, 2_000, 9_000, 2_000, 12_000, 1_000], 300);
        Assert.Equal([2, 4], herd.TakenWhole);
        Assert.Equal((70, 61), (herd.Sizes[4], herd.Sizes[2]));
        Assert.Equal(169 * 1_200.0 / 1_416, herd.Quotas[0], 9);
        Assert.Equal([143, 7, 61, 4, 70, 15], herd.Sizes);
        Assert.Equal(300, herd.Sizes.Sum());
    }

    [Fact]
    public void Equal_shares_give_what_a_small_stratum_lacks_to_the_others()
    {
        Assert.Equal([34, 33, 33], Allocation.Equal([500, 400, 300], 100).Sizes);
        Assert.Equal([45, 45, 10], Allocation.Equal([500, 400, 10], 100).Sizes);
        Assert.Equal([50, 50, 0], Allocation.Equal([500, 400, 0], 100).Sizes);
    }

    [Fact]
    public void A_minimum_is_kept_and_the_larger_strata_pay_for_it()
    {
        // 100 of 1,000: 89, 8, 3 in proportion
        Assert.Equal([89, 8, 3], Allocation.Proportional([890, 80, 30], 100).Sizes);
        Assert.Equal([80, 10, 10], Allocation.Proportional([890, 80, 30], 100, minimum: 10).Sizes);
        // one that holds fewer gives all it has
        Assert.Equal([85, 11, 4], Allocation.Proportional([886, 110, 4], 100, minimum: 10).Sizes);
        var refused = Assert.Throws<ArgumentException>(() => Allocation.Proportional([890, 80, 30], 20, minimum: 10));
        Assert.StartsWith("At least 10 of each stratum come to 30, and 20 are drawn.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_near_one_half_ask_for_more()
    {
        // √(0.5·0.5) = 0.5 and √(0.1·0.9) = 0.3: 5 to 3
        Assert.Equal([50, 30], Allocation.NeymanForProportions([1_000, 1_000], [0.5, 0.9], 80).Sizes);
        Assert.Throws<ArgumentException>(() => Allocation.NeymanForProportions([10, 10], [0.5, 1.1], 8));
    }

    [Fact]
    public void Where_nobody_differs_the_rest_is_shared_by_people()
    {
        Assert.Equal([6, 3], Allocation.Neyman([200, 100], [0, 0], 9).Sizes);
        // the first is exhausted; the other two have deviation 0
        Assert.Equal([10, 20, 10], Allocation.Neyman([10, 200, 100], [5, 0, 0], 40).Sizes);
    }

    [Fact]
    public void More_than_there_are_and_impossible_figures_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Allocation.Proportional([5, 5], 11));
        Assert.Throws<ArgumentException>(() => Allocation.Proportional([5, -5], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Allocation.Equal([5, 5], -1));
        Assert.Throws<ArgumentException>(() => Allocation.Neyman([5, 5], [1, double.NaN], 4));
        Assert.Throws<ArgumentException>(() => Allocation.Neyman([5, 5], [1], 4));
        Assert.Equal([5, 5], Allocation.Equal([5, 5], 10).Sizes);
        Assert.Empty(Allocation.Equal([], 0).Sizes);
    }

    [Fact]
    public void Sizes_add_up_hold_their_ends_and_stay_within_one_of_their_quotas() =>
        Prop.ForAll(
                Gen.Choose(0, 300).ArrayOf(6).ToArbitrary(),
                Gen.Choose(0, 50).ArrayOf(6).ToArbitrary(),
                Gen.Choose(0, 1_000).Two().ToArbitrary(),
                (people, deviations, asked) =>
                {
                    var sample = (int)((long)people.Sum() * asked.Item1 / 1_000);
                    var minimum = asked.Item2 % 20;
                    var least = people.Sum(many => Math.Min(minimum, many));
                    if (least > sample)
                    {
                        return true;
                    }
                    AllocatedSample[] all =
                    [
                        Allocation.Proportional(people, sample, minimum),
                        Allocation.Equal(people, sample, minimum),
                        Allocation.Neyman(people, [.. deviations.Select(Convert.ToDouble)], sample, minimum),
                    ];
                    return all.All(allocated =>
                        allocated.Sizes.Sum() == sample
                        && allocated.Sizes.Zip(people).All(x => x.First <= x.Second && x.First >= Math.Min(minimum, x.Second))
                        && allocated.Sizes.Zip(allocated.Quotas).All(x => Math.Abs(x.First - x.Second) < 1)
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_exchange_of_one_between_two_strata_makes_Neymans_error_smaller() =>
        Prop.ForAll(
                Gen.Choose(20, 300).ArrayOf(4).ToArbitrary(),
                Gen.Choose(1, 50).ArrayOf(4).ToArbitrary(),
                Gen.Choose(5, 60).ToArbitrary(),
                (people, deviations, sample) =>
                {
                    var sizes = Allocation.Neyman(people, [.. deviations.Select(Convert.ToDouble)], sample, 1).Sizes;
                    double Variance(IEnumerable<int> n) =>
                        n.Index().Sum(x => Math.Pow((double)people[x.Index] * deviations[x.Index], 2) / x.Item);
                    var error = Variance(sizes);
                    // rounding costs a little; a wrong rule costs more
                    return Enumerable
                        .Range(0, 16)
                        .Select(x => (From: x / 4, To: x % 4))
                        .Where(x => x.From != x.To && sizes[x.From] > 2 && sizes[x.To] + 2 <= people[x.To])
                        .All(x =>
                            Variance(
                                sizes
                                    .Index()
                                    .Select(s =>
                                        s.Item
                                        + (
                                            s.Index == x.To ? 2
                                            : s.Index == x.From ? -2
                                            : 0
                                        )
                                    )
                            )
                            >= error * 0.999
                        );
                }
            )
            .QuickCheckThrowOnFailure();
}
