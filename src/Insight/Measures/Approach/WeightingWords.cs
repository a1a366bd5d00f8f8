// What weighting did to the figures, in sentences.
using Hearth.Insight.Measures.Perception;

namespace Hearth.Insight.Measures.Approach;

internal static class WeightingWords
{
    public static IEnumerable<Sentence> Of(WeightingDone? done)
    {
        if (done is not { } weighting)
        {
            yield return new("approach.f.none");
            yield break;
        }
        if (weighting.Draw is { } draw)
        {
            yield return new("approach.f.drawn", Filling.All("groups", draw.By.Select(GroupWords.Of)));
            foreach (var sentence in DrawSentences.Of(draw))
            {
                yield return sentence;
            }
        }
        var by = weighting.Draw is null ? weighting.Characteristics : weighting.RakedBy;
        if (weighting.Draw is null || by.Count > 0)
        {
            yield return by.Count == 0
                ? new("approach.f.weighted")
                : new(
                    weighting.Draw is null ? "approach.f.weighted-by" : "approach.f.then",
                    Filling.All("groups", by.Select(GroupWords.Of))
                );
        }
        if (weighting.Merged.Count > 0)
        {
            yield return new("approach.f.merged", Filling.Chain("groups", weighting.Merged.Select(Sentence.AsWritten)));
        }
        yield return new(
            "approach.f.counts",
            Filling.Hundredths("least", weighting.Least),
            Filling.Hundredths("greatest", weighting.Greatest)
        );
        yield return new(
            "approach.f.worth",
            Filling.Number("number", (int)Math.Round(weighting.EffectiveSample, MidpointRounding.AwayFromZero)),
            Filling.Hundredths("effect", (decimal)weighting.DesignEffect)
        );
    }
}
