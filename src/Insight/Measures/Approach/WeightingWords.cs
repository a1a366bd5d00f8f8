// What weighting did to the figures, in words.
using Hearth.Insight.Measures.Perception;

namespace Hearth.Insight.Measures.Approach;

internal static class WeightingWords
{
    public static string Of(WeightingDone weighting) =>
        (weighting.Merged.Count == 0 ? "" : $"Too small to stand alone: {string.Join("; ", weighting.Merged)}. ")
        + $"One answer counts for {Number(weighting.Least)} to {Number(weighting.Greatest)} answers. Weighting makes the answers worth {Words.Whole((int)Math.Round(weighting.EffectiveSample, MidpointRounding.AwayFromZero))} unweighted ones (design effect {Number(weighting.DesignEffect)}).";

    private static string Number(decimal number) => number.ToString("N2", Words.British);

    private static string Number(double number) => number.ToString("N2", Words.British);
}
