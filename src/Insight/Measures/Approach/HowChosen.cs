// How homes were chosen, in sentences: a census or a draw, its groups, its reserve and its seed.
namespace Hearth.Insight.Measures.Approach;

internal static class HowChosen
{
    /// <summary>A line for each survey.</summary>
    public static IEnumerable<IReadOnlyList<Sentence>> Of(FieldFacts facts)
    {
        if (facts.Samples.Count == 0)
        {
            yield return [new(facts.Figures.Census ? "approach.d.census" : "approach.d.sample")];
        }
        foreach (var sample in facts.Samples)
        {
            if (sample.Census)
            {
                // no sample was drawn in Hearth, and so few were asked that it was one all the same
                var every = facts.Figures.Surveys.FirstOrDefault(survey => survey.Id == sample.SurveyId) is not { } taken || taken.IsCensus;
                yield return
                [
                    every
                        ? new("approach.d.census-of", Filling.Number("number", sample.Population))
                        : new("approach.d.asked-of", Filling.Number("asked", sample.Released), Filling.Number("all", sample.Population)),
                ];
                continue;
            }
            var (drawn, all) = (Filling.Number("drawn", sample.Drawn), Filling.Number("all", sample.Population));
            var how = Filling.All("how", [GroupWords.OfDraw(sample.Allocation)]);
            List<Sentence> said =
            [
                sample.StrataBy.Count == 0
                    ? new("approach.d.drawn", drawn, all, how)
                    : new("approach.d.drawn-within", drawn, all, Filling.All("groups", sample.StrataBy.Select(GroupWords.Of)), how),
            ];
            if (sample.Released < sample.Drawn)
            {
                said.Add(new("approach.d.reserve", Filling.Number("number", sample.Released)));
            }
            if (sample.Seed is { } seed)
            {
                said.Add(new("approach.d.seed", Filling.Same("seed", seed)));
            }
            yield return said;
        }
    }
}
