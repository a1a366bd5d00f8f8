// The examples in the library's README say what the library does.
using Hearth.Statistics.Estimation;
using Hearth.Statistics.Sampling;
using Hearth.Statistics.Weighting;

namespace Hearth.Statistics.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_examples_of_samples_and_satisfaction_are_true()
    {
        Assert.Equal(554.47, (double)SampleSize.ForRegulator(7_271).Exact, 0.01);
        Assert.Equal(0.0653, Margin.Of(sample: 188, population: 1_130)!.Value, 0.00005);
        var score = ScaleScore.FromCounts([182, 218, 213, 116, 137], notApplicable: 51);
        Assert.Equal(46.2m, score.Percent);
        Assert.Equal(0.431, score.Interval(7_196)!.Value.Lower, 0.0005);
        Assert.Equal(0.493, score.Interval(7_196)!.Value.Upper, 0.0005);
    }

    [Fact]
    public void The_example_of_who_is_heard_is_true()
    {
        var heard = Representativeness.Compare([
            new("16 to 34", Population: 1_459, Observed: 72),
            new("35 to 54", 3_677, 301),
            new("55 and over", 6_131, 831),
            new("Not known", 593, 0, IsUnknown: true),
        ]);
        Assert.Equal(0.17, heard.Dissimilarity!.Value, 0.005);
        Assert.Equal(0.02, heard.DissimilarityByLuck!.Value, 0.005);
        Assert.True(heard.Test.Chance < 0.001);
        var first = heard.ShortGroups[0];
        Assert.Equal((76, 148, 87L), (first.Shortfall, first.Expected, first.MoreNeededToReachShare));
        Assert.Equal(0.039, first.Participation!.Value.Lower, 0.0005);
        Assert.Equal(0.062, first.Participation!.Value.Upper, 0.0005);
    }

    [Fact]
    public void The_example_of_an_estimate_is_true()
    {
        int[] stratum = [0, 0, 0, 0, 1, 1, 1, 1];
        int[] age = [0, 1, 0, 1, 0, 1, 0, 1];
        int[] answer = [0, 1, 1, 4, 2, 0, 3, 1];
        double[] drawn = [10, 10, 10, 10, 3, 3, 3, 3];
        double[] raked = [12, 8, 12, 8, 3.6, 2.4, 3.6, 2.4];
        var design = SampleDesign.Stratified(raked, stratum, [40, 12]).Calibrated([new Categories(age, 2)], drawn);
        var found = Estimates.Of(design, Measure.Share(answer, [0, 1], [0, 1, 2, 3, 4]));
        Assert.Equal(0.708, found.Value!.Value, 0.0005);
        Assert.Equal(0.157, found.StandardError!.Value, 0.0005);
        Assert.Equal(0.397, found.Interval()!.Value.Lower, 0.0005);
        Assert.Equal(0.899, found.Interval()!.Value.Upper, 0.0005);
    }

    [Fact]
    public void The_example_of_a_draw_is_true()
    {
        int[] wards = [4_100, 2_400, 771];
        int[] wardOf = [.. wards.SelectMany((many, ward) => Enumerable.Repeat(ward, many))];
        string[] homes = [.. wardOf.Select((_, i) => $"H-{i + 1:0000}")];
        var shared = Allocation.Proportional(wards, 555, minimum: 60);
        Assert.Equal([312, 183, 60], shared.Sizes);
        var drawn = Draw.Stratified(homes, wardOf, shared.Sizes, seed: 40_217);
        Assert.Equal(555, drawn.Rows.Count);
        Assert.Equal(50, drawn.Reserve(1, 50).Count);
        Assert.Equal(12.85, drawn.DesignWeight(2)!.Value, 0.005);
    }

    [Fact]
    public void The_example_of_weighting_is_true()
    {
        int[] ageOf =
        [
            .. Enumerable
                .Range(0, 1_204)
                .Select(i =>
                    i < 72 ? 0
                    : i < 373 ? 1
                    : 2
                ),
        ];
        int[] wardOf = [.. Enumerable.Range(0, 1_204).Select(i => i % 5 < 2 ? 0 : 1)];
        WeightingVariable age = new("Age", ageOf, ["16 to 34", "35 to 54", "55 and over"], [1_459, 3_677, 6_131])
        {
            Order = CategoryOrder.Ordered,
        };
        WeightingVariable ward = new("Ward", wardOf, ["Abbey", "Bridge"], [6_000, 5_267]);
        var raked = Raking.Rake([age, ward], new() { Limits = new(0.3, 3), CollapseBelow = 10 });
        Assert.True(raked.IsWeighted);
        Assert.Empty(raked.Collapsed);
        Assert.Equal(1_204, raked.ToArray().Sum(), 9);
        Assert.All(raked.Categories, category => Assert.Equal(category.Wanted, category.After, 1e-10));
        Assert.InRange(raked.Distribution()!.Most, 1, 3);
        Assert.InRange(raked.EffectiveSize, 700, 1_204);
    }
}
