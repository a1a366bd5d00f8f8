// The top-two percentage against figures the regulator published.
using Hearth.Statistics.Tests.Published;

namespace Hearth.Statistics.Tests;

public class ScaleScoreTests
{
    // RSH, TSM 2025 data, Open Government Licence v3.0: landlord 00FF, rented homes, 1,068 answers, not weighted.
    [Theory]
    [InlineData("TP01", 259, 310, 158, 121, 102, "59.9")]
    [InlineData("TP02", 247, 156, 70, 75, 55, "66.8")]
    [InlineData("TP03", 232, 157, 62, 61, 88, "64.8")]
    [InlineData("TP04", 224, 285, 147, 164, 87, "56.1")]
    [InlineData("TP05", 287, 286, 114, 118, 98, "63.5")]
    [InlineData("TP06", 182, 218, 213, 116, 137, "46.2")]
    [InlineData("TP07", 221, 210, 238, 90, 114, "49.4")]
    [InlineData("TP08", 221, 282, 262, 50, 59, "57.6")]
    [InlineData("TP09", 20, 31, 35, 47, 93, "22.6")]
    [InlineData("TP10", 84, 101, 57, 80, 102, "43.6")]
    [InlineData("TP11", 106, 184, 263, 94, 119, "37.9")]
    [InlineData("TP12", 118, 177, 195, 88, 144, "40.9")]
    public void The_published_percentage_follows_from_the_counts(string measure, int a, int b, int c, int d, int e, string published)
    {
        var score = ScaleScore.FromCounts([a, b, c, d, e]);
        Assert.Equal(decimal.Parse(published, System.Globalization.CultureInfo.InvariantCulture), score.Percent);
        Assert.Contains(PublishedResult.All, row => row.Landlord == "00FF" && row.Measure == measure && row.Percent == score.Percent);
    }

    [Fact]
    public void Every_published_percentage_of_ten_landlords_follows_from_the_counts_weighted_ones_included()
    {
        Assert.Equal(117, PublishedResult.All.Count);
        Assert.Contains(PublishedResult.All, row => row.Weighted);
        Assert.All(
            PublishedResult.All,
            row =>
            {
                // The file for 2023/24 is not rounded.
                var ours = row.Year == 2024 ? row.Score.UnroundedPercent!.Value : row.Score.Percent!.Value;
                Assert.True(decimal.Abs(ours - row.Percent) < 0.00000001m, $"{row}: {ours}, published {row.Percent}");
            }
        );
    }

    // Exact ties in the TSM 2025 data, published rounded up; the counts are the smallest that make each tie.
    [Theory]
    [InlineData(261, 400, "65.3")]
    [InlineData(5, 16, "31.3")]
    [InlineData(53, 80, "66.3")]
    [InlineData(253, 400, "63.3")]
    [InlineData(1, 16, "6.3")]
    public void Ties_round_up(int satisfied, int all, string published) =>
        Assert.Equal(
            decimal.Parse(published, System.Globalization.CultureInfo.InvariantCulture),
            ScaleScore.FromCounts([satisfied, 0, 0, 0, all - satisfied]).Percent
        );

    [Fact]
    public void Not_applicable_is_kept_apart_from_the_base()
    {
        var score = ScaleScore.FromCounts([182, 218, 213, 116, 137], notApplicable: 51);
        Assert.Equal(866, score.Base);
        Assert.Equal(51, score.NotApplicable);
        Assert.Equal(46.2m, score.Percent);
    }

    [Fact]
    public void The_parts_of_the_scale_and_the_mean_are_worked_out_by_hand()
    {
        var score = ScaleScore.FromCounts([2, 1, 1, 0, 1]);
        Assert.Equal(60.0m, score.Percent);
        Assert.Equal(20.0m, score.NeitherPercent);
        Assert.Equal(20.0m, score.DissatisfiedPercent);
        Assert.Equal(3.6m, score.Mean);
        Assert.Equal(3, score.Satisfied);
    }

    [Fact]
    public void Nobody_answering_is_no_result_rather_than_nought()
    {
        var score = ScaleScore.FromCounts([0, 0, 0, 0, 0], notApplicable: 7);
        Assert.Null(score.Percent);
        Assert.Null(score.UnroundedPercent);
        Assert.Null(score.Mean);
        Assert.Null(score.Interval());
    }

    [Fact]
    public void The_range_is_wilsons_with_the_population()
    {
        var score = ScaleScore.FromCounts([259, 310, 158, 121, 102]);
        Assert.Equal(Proportion.Wilson(569, 950, population: 7_196), score.Interval(7_196));
    }

    [Fact]
    public void A_weighted_result_claims_no_simple_range() =>
        Assert.Throws<InvalidOperationException>(() => ScaleScore.FromWeights([897.9m, 881.2m, 328.8m, 247.8m, 339.5m]).Interval());

    [Fact]
    public void Anything_but_five_counts_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ScaleScore.FromCounts([1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => ScaleScore.FromCounts([1, 2, 3, 4, 5, 6]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ScaleScore.FromCounts([1, 2, 3, 4, -5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ScaleScore.FromCounts([1, 2, 3, 4, 5], -1));
    }
}
