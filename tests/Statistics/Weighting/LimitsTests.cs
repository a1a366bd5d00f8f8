// Weights within limits still meet the targets, or the refusal says what to change.
using FsCheck;
using FsCheck.Fluent;
using Hearth.Statistics.Weighting;

namespace Hearth.Statistics.Tests.Weighting;

public class LimitsTests
{
    private static readonly WeightingOptions Shares = new() { Targets = TargetKind.Shares };

    private static WeightingOptions Within(double low, double high, LimitsOf of = LimitsOf.AverageWeight, bool close = false) =>
        Shares with
        {
            Limits = new(low, high) { Of = of, AsCloseAsPossible = close },
        };

    // a hundred people; a few young men, who should be many
    private static readonly int[] Sex = [.. Enumerable.Range(0, 100).Select(i => i < 70 ? 0 : 1)];
    private static readonly int[] Age = [.. Enumerable.Range(0, 100).Select(i => i is >= 30 and < 95 ? 1 : 0)];
    private static readonly WeightingVariable[] Two =
    [
        RakingTests.Variable("Sex", Sex, 0.6, 0.4),
        RakingTests.Variable("Age", Age, 0.5, 0.5),
    ];

    [Fact]
    public void Limits_hold_and_targets_are_met_all_the_same()
    {
        var free = Raking.Rake(Two, Shares);
        Assert.Equal(2.476, free.Distribution()!.Most, 0.0005);
        var within = Raking.Rake(Two, Within(0.4, 2));
        Assert.True(within.Met && within.Furthest < 1e-8);
        // by hand: the five count 2 each, so the other 25 men share 30, the other 30 of the first age 40, and the last 40 people 20
        double Weight(int s, int a) => within.ToArray().Where((_, i) => Sex[i] == s && Age[i] == a).First();
        Assert.Equal(
            [2, 1.2, 4.0 / 3, 0.5],
            new[] { Weight(1, 0), Weight(1, 1), Weight(0, 0), Weight(0, 1) }.Select(x => Math.Round(x * 3, 7) / 3)
        );
        Assert.True(within.DesignEffect > 1 && within.EffectiveSize < 100);
    }

    [Fact]
    public void Limits_that_nobody_reaches_change_nothing()
    {
        var free = Raking.Rake(Two, Shares);
        Assert.Equal(free.ToArray(), Raking.Rake(Two, Within(0.01, 50)).ToArray());
        // and where the limits were looked at, the weights are those of raking
        var just = Raking.Rake(Two, Within(free.Distribution()!.Least * 0.999999, free.Distribution()!.Most * 1.000001));
        Assert.All(free.ToArray().Zip(just.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
    }

    [Fact]
    public void Weights_below_the_limit_keep_the_odds_they_had()
    {
        // the truncated method: a weight inside the limits is still base weight × factor of sex × factor of age
        int[] ward = [.. Enumerable.Range(0, 100).Select(i => i % 3)];
        var within = Raking.Rake([.. Two, RakingTests.Variable("Ward", ward, 0.2, 0.3, 0.5)], Within(0.1, 3));
        double Weight(int s, int a, int w) => within.ToArray().Where((_, i) => Sex[i] == s && Age[i] == a && ward[i] == w).First();
        Assert.Equal(3, within.Distribution()!.Most, 9);
        Assert.Equal(1, Weight(0, 0, 0) * Weight(0, 1, 1) / (Weight(0, 1, 0) * Weight(0, 0, 1)), 1e-7);
    }

    [Fact]
    public void A_category_that_needs_more_than_the_limit_is_named_with_what_it_needs()
    {
        int[] group = [.. Enumerable.Repeat(0, 99), 1];
        var refused = Raking.Rake([RakingTests.Variable("Group", group, 0.5, 0.5)], Within(0.2, 5));
        Assert.False(refused.IsWeighted);
        var refusal = Assert.IsType<WeightingRefusal.LimitTooTight>(Assert.Single(refused.Refusals));
        Assert.Equal(("Group", "Group 1", 5.0), (refusal.Variable, refusal.Category, refusal.Limit));
        Assert.Equal(50, refusal.Average, 9);
        Assert.Equal(
            "Group: those of ‘Group 1’ who answered would have to count for 50 each, and the limit is 5. Raise the limit above that, or merge the category with another.",
            refusal.Message
        );
        Assert.Empty(refused.ToArray());
        Assert.Null(refused.DesignEffect);
    }

    [Fact]
    public void A_category_that_needs_less_than_the_limit_is_named_too()
    {
        int[] group = [.. Enumerable.Repeat(0, 50), .. Enumerable.Repeat(1, 50)];
        var refusal = Assert.Single(Raking.Rake([RakingTests.Variable("Group", group, 0.05, 0.95)], Within(0.2, 5)).Refusals);
        Assert.Equal(
            "Group: those of ‘Group 0’ who answered would have to count for 0.1 each, and the limit is 0.2. Lower the limit below that, or merge the category with another.",
            refusal.Message
        );
    }

    [Fact]
    public void Limits_that_only_fail_together_are_refused_with_the_category_that_stays_off()
    {
        // each category alone could be met with 1.9; together the 5 old men would have to make up for it
        var refusal = Assert.IsType<WeightingRefusal.LimitsCannotBeMetTogether>(
            Assert.Single(
                Raking
                    .Rake([RakingTests.Variable("Sex", Sex, 0.45, 0.55), RakingTests.Variable("Age", Age, 0.65, 0.35)], Within(0.5, 1.9))
                    .Refusals
            )
        );
        Assert.Equal((0.5, 1.9), (refusal.Low, refusal.High));
        Assert.True(Math.Abs(refusal.Wanted - refusal.Got) > 0.005);
        Assert.StartsWith("With weights from 0.5 to 1.9 ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_close_as_possible_keeps_the_limits_and_the_total_and_says_what_is_left()
    {
        int[] group = [.. Enumerable.Repeat(0, 99), 1];
        var raked = Raking.Rake([RakingTests.Variable("Group", group, 0.5, 0.5)], Within(0.2, 5, close: true));
        Assert.True(raked.IsWeighted);
        Assert.False(raked.Met);
        Assert.Equal(5, raked.Weights[^1], 9);
        Assert.Equal(95.0 / 99, raked.Weights[0], 9);
        // 5 in 100 where 50 are wanted
        Assert.Equal(0.9, raked.Furthest, 6);
        Assert.Equal(0.05, raked.Categories[1].After, 9);
    }

    [Fact]
    public void Limits_may_be_of_the_base_weight()
    {
        double[] bases = [.. Enumerable.Range(0, 100).Select(i => 1.0 + (i % 4))];
        var within = Raking.Rake(Two, Within(0.5, 2, LimitsOf.BaseWeight), bases);
        var all = bases.Sum() / 100;
        Assert.True(within.Met);
        Assert.All(within.ToArray().Zip(bases), pair => Assert.InRange(pair.First / pair.Second * all, 0.5 - 1e-9, 2 + 1e-9));
        Assert.Contains(within.ToArray().Zip(bases), pair => Math.Abs((pair.First / pair.Second * all) - 2) < 1e-9);
        // of the average it is another question: the heaviest base weights are cut
        var average = Raking.Rake(Two, Within(0.2, 3), bases);
        Assert.True(average.Met);
        Assert.InRange(average.Distribution()!.Most, 1.5, 3 + 1e-9);
    }

    [Fact]
    public void Limits_the_wrong_way_round_are_a_mistake_of_the_program()
    {
        foreach (var (low, high) in new[] { (-0.1, 2.0), (1.0, 2.0), (0.5, 1.0), (0.5, double.PositiveInfinity), (double.NaN, 2.0) })
        {
            Assert.Throws<ArgumentException>(() => Raking.Rake(Two, Within(low, high)));
        }
    }

    [Fact]
    public void Whatever_the_sample_weights_within_limits_meet_the_targets_or_are_refused()
    {
        var (met, refused) = (0, 0);
        Prop.ForAll(
                RakingTests.Samples,
                Gen.Choose(12, 40).ToArbitrary(),
                (sample, high) =>
                {
                    var of = high % 2 == 0 ? LimitsOf.BaseWeight : LimitsOf.AverageWeight;
                    var within = Raking.Rake(sample.Variables, Within(0.3, high / 10.0, of), sample.Bases);
                    if (!within.IsWeighted)
                    {
                        refused++;
                        return within.Refusals.All(x => x is WeightingRefusal.LimitTooTight or WeightingRefusal.LimitsCannotBeMetTogether);
                    }
                    met++;
                    var all = of == LimitsOf.BaseWeight ? sample.Bases.Sum() / sample.Bases.Length : 1;
                    return within.Categories.All(category => Math.Abs((category.After / category.Wanted) - 1) < 1e-8)
                        && within
                            .ToArray()
                            .Index()
                            .Select(weight => of == LimitsOf.BaseWeight ? weight.Item / sample.Bases[weight.Index] * all : weight.Item)
                            .All(weight => weight is > 0.3 - 1e-7 && weight < (high / 10.0) + 1e-7);
                }
            )
            .QuickCheckThrowOnFailure();
        Assert.True(met > 5 && refused > 5, $"looked at too little: {met} met, {refused} refused");
    }
}
