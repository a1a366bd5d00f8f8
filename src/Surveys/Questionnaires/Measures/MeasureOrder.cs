// The order the regulator's questions stand in, with questions of one's own among them.
namespace Hearth.Surveys.Questionnaires.Measures;

internal static class MeasureOrder
{
    /// <summary>
    /// The first break of the order, or null: satisfaction overall before everything, the measures as numbered, and nothing of one's own
    /// between two that belong to one theme (a filter and its question among them).
    /// </summary>
    public static Refusal? Broken(IReadOnlyList<Question> questions, MeasureSet set)
    {
        var prescribed = questions.Where(question => set.OrderOf(question.Measure) is not null).ToList();
        if (
            prescribed.Zip(prescribed.Skip(1)).FirstOrDefault(pair => set.OrderOf(pair.First.Measure) > set.OrderOf(pair.Second.Measure)) is
            { First: { } later, Second: { } earlier }
        )
        {
            return new MeasuresOutOfOrder(earlier.Measure!, later.Measure!);
        }
        if (prescribed.FirstOrDefault() is { Measure: "TP01" } overall && questions[0] != overall)
        {
            return new OverallComesFirst();
        }
        for (var at = 1; at < questions.Count - 1; at++)
        {
            if (set.ThemeOf(questions[at].Measure) is not null)
            {
                continue;
            }
            var before = questions.Take(at).LastOrDefault(question => set.ThemeOf(question.Measure) is not null);
            var after = questions.Skip(at + 1).FirstOrDefault(question => set.ThemeOf(question.Measure) is not null);
            if (before is not null && after is not null && set.ThemeOf(before.Measure) == set.ThemeOf(after.Measure))
            {
                return new BetweenMeasuresOfATheme(before.Measure!, after.Measure!);
            }
        }
        return null;
    }
}
