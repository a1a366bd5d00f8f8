// What the field itself shows that may affect the figures: changed questions, other words, a change of ways since last year.
namespace Hearth.Insight.Measures.Approach;

internal static class IssuesOfField
{
    public static IEnumerable<Sentence> Of(FieldFacts facts)
    {
        foreach (var survey in facts.Asked)
        {
            var title = Filling.Written("survey", survey.Title);
            if (survey.Versions > 1)
            {
                yield return new("approach.k.versions", title, Filling.Number("versions", survey.Versions));
            }
            if (survey.Languages.Count > 0)
            {
                yield return new("approach.k.languages", title, Filling.Number("count", survey.Languages.Count));
            }
        }
        foreach (var before in BreakWords.Of(facts.Figures))
        {
            yield return before;
        }
    }
}
