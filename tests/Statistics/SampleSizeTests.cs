// The regulator's required samples and margins, against its own published figures.
using Hearth.Statistics.Tests.Published;

namespace Hearth.Statistics.Tests;

public class SampleSizeTests
{
    [Theory]
    [InlineData(1_000, 278)]
    [InlineData(1_500, 306)]
    [InlineData(2_000, 323)]
    [InlineData(2_499, 333)]
    [InlineData(2_500, 485)]
    [InlineData(3_000, 501)]
    [InlineData(4_000, 522)]
    [InlineData(5_000, 536)]
    [InlineData(7_271, 555)]
    [InlineData(7_500, 556)]
    [InlineData(8_722, 562)]
    [InlineData(10_000, 965)]
    [InlineData(15_000, 997)]
    [InlineData(20_000, 1_014)]
    [InlineData(24_999, 1_024)]
    [InlineData(25_000, 2_191)]
    [InlineData(26_840, 2_204)]
    [InlineData(30_000, 2_224)]
    [InlineData(50_000, 2_291)]
    [InlineData(52_925, 2_297)]
    [InlineData(100_000, 2_345)]
    public void The_required_sample_is_the_regulators(int households, int required) =>
        Assert.Equal(required, SampleSize.ForRegulator(households).Required);

    [Fact]
    public void The_requirement_is_shown_unrounded_as_the_regulator_shows_it() =>
        Assert.Equal(282.1817, (double)SampleSize.ForRegulator(1_063).Exact, 0.00005);

    [Fact]
    public void Every_published_requirement_and_margin_follows_from_the_population_and_the_sample()
    {
        Assert.Equal(10, PublishedResult.All.Select(row => (row.Year, row.Landlord, row.Tenure)).Distinct().Count());
        foreach (var row in PublishedResult.All)
        {
            var sample = SampleSize.ForRegulator(row.Population);
            // The file for 2023/24 rounds: requirements up, margins to one decimal place.
            Assert.Equal((double)row.Required, row.Year == 2024 ? sample.Required : (double)sample.Exact, 1e-9);
            Assert.Equal(row.MarginPercent, 100 * Margin.Of(row.Sample, row.Population)!.Value, row.Year == 2024 ? 0.0501 : 1e-9);
        }
    }

    [Fact]
    public void A_small_population_is_asked_for_everyone_and_none_for_none()
    {
        Assert.Equal(1, SampleSize.ForRegulator(1).Required);
        Assert.Equal(10, SampleSize.ForRegulator(10).Required);
        Assert.Equal(0, SampleSize.ForRegulator(0).Required);
    }

    [Fact]
    public void A_whole_requirement_is_not_rounded_up_to_the_next()
    {
        // n0 = 1.96² × 0.25 / 0.49² = 4 exactly; 4 / (1 + 4/12) = 3.
        var sample = SampleSize.Required(12, 0.49m);
        Assert.Equal(3m, sample.Exact);
        Assert.Equal(3, sample.Required);
    }

    [Fact]
    public void A_proportion_far_from_one_half_needs_a_smaller_sample()
    {
        // Cochran's formula by hand: n0 = 3.8416 × 0.1 × 0.9 / 0.0025 = 138.2976; / (1 + 138.2976/1000) = 121.49...
        Assert.Equal(122, SampleSize.Required(1_000, 0.05m, 0.1m).Required);
        Assert.Equal(0, SampleSize.Required(1_000, 0.05m, 0m).Required);
    }

    [Fact]
    public void Answers_still_needed_never_fall_below_nought()
    {
        var sample = SampleSize.ForRegulator(7_271);
        Assert.Equal(55, sample.StillNeeded(500));
        Assert.Equal(0, sample.StillNeeded(900));
    }

    [Fact]
    public void The_margin_is_the_regulators_where_a_landlord_missed_the_sample() =>
        Assert.Equal(0.065287, Margin.Of(188, 1_130)!.Value, 0.0000005);

    [Fact]
    public void There_is_no_margin_before_anyone_answers_and_none_left_when_all_have()
    {
        Assert.Null(Margin.Of(0, 500));
        Assert.Equal(0, Margin.Of(500, 500));
        Assert.Equal(0, Margin.Of(501, 500));
        Assert.Equal(0, Margin.Of(1, 1));
    }

    [Fact]
    public void A_required_sample_reaches_its_tolerance()
    {
        for (var households = 2; households < 60_000; households += 37)
        {
            var sample = SampleSize.ForRegulator(households);
            // The requirement uses N where the margin uses N − 1, so on the edge they differ in the fifth place.
            Assert.True(Margin.Of(sample.Required, households) <= (double)sample.Tolerance * (1 + (0.6 / households)), $"{households}");
            Assert.True(sample.Required <= households);
        }
    }

    [Fact]
    public void The_bands_are_data_with_the_day_they_hold_from()
    {
        var bands = AccuracyBands.InForceOn(new DateOnly(2026, 11, 22));
        Assert.Equal(new DateOnly(2023, 4, 1), bands.EffectiveFrom);
        Assert.Equal(
            [(0, 0.05m), (2_500, 0.04m), (10_000, 0.03m), (25_000, 0.02m)],
            bands.Bands.Select(band => (band.From, band.Tolerance))
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => AccuracyBands.InForceOn(new DateOnly(2023, 3, 31)));
        // a year with other bands asks for another sample
        var stricter = new AccuracyBands("made up", new DateOnly(2030, 4, 1), [new(0, 0.03m)]);
        Assert.Equal(SampleSize.Required(2_000, 0.03m), SampleSize.ForRegulator(2_000, stricter));
        Assert.NotEqual(SampleSize.ForRegulator(2_000), SampleSize.ForRegulator(2_000, stricter));
        Assert.All(
            AccuracyBands.Known,
            set => Assert.True(set.Bands[0].From == 0 && set.Bands.Zip(set.Bands.Skip(1)).All(x => x.First.From < x.Second.From))
        );
    }

    [Fact]
    public void A_sample_says_what_so_many_answers_achieve()
    {
        var sample = SampleSize.ForRegulator(7_196);
        Assert.Equal(0.027675, sample.AchievedMargin(1_068)!.Value, 0.0000005);
        Assert.Null(sample.AchievedMargin(0));
        Assert.False(sample.IsMetBy(554));
        Assert.True(sample.IsMetBy(555));
    }

    [Fact]
    public void Impossible_figures_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForRegulator(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.Required(100, 0m));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.Required(100, 1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.Required(100, 0.05m, 1.1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Margin.Of(-1, 100));
        Assert.Throws<ArgumentOutOfRangeException>(() => Margin.Of(10, 100, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForRegulator(100).StillNeeded(-1));
    }
}
