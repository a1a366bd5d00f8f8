// The answers that the regulator asks of a population, by the bands of the reporting year.
using Hearth.Statistics;

namespace Hearth.Surveys.Sampling;

internal static class Requirement
{
    /// <summary>What is needed of this many homes, in the reporting year (April to March) of this day.</summary>
    public static RequiredSample Of(int population, DateOnly day) => SampleSize.ForRegulator(population, BandsOn(day));

    private static AccuracyBands BandsOn(DateOnly day)
    {
        var year = new DateOnly(day.Month < 4 ? day.Year - 1 : day.Year, 4, 1);
        // a survey brought in from before there were requirements is held to the first ones
        return year < AccuracyBands.Known[0].EffectiveFrom ? AccuracyBands.Known[0] : AccuracyBands.InForceOn(year);
    }
}
