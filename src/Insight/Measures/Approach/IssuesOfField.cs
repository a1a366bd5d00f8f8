// What the field itself shows that may affect the figures: changed questions, other words, a change of ways since last year.
namespace Hearth.Insight.Measures.Approach;

internal static class IssuesOfField
{
    public static IEnumerable<string> Of(FieldFacts facts)
    {
        foreach (var survey in facts.Asked)
        {
            if (survey.Versions > 1)
            {
                yield return $"The questions of “{survey.Title}” were changed while people answered; {survey.Versions} versions were asked. No answer was lost.";
            }
            if (survey.Languages.Count > 0)
            {
                yield return $"“{survey.Title}” could be read in {Words.Count(survey.Languages.Count, "language", "languages")} beside English.";
            }
        }
        foreach (var before in BreakWords.Of(facts.Figures))
        {
            yield return before;
        }
    }
}
