// Which questions a household is asked, given what it answered so far. What a later change hides is not counted.
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Answering;

internal static class Route
{
    /// <summary>The questions to show, in order. A question that hangs on a hidden one is hidden too.</summary>
    public static IReadOnlyList<Question> Shown(IEnumerable<Question> questions, AnswerSheet sheet)
    {
        var shown = new List<Question>();
        foreach (var question in questions.OrderBy(q => q.Position))
        {
            if (question.ShowIfQuestionId is not { } on)
            {
                shown.Add(question);
            }
            else if (shown.Find(earlier => earlier.Id == on) is { } earlier && sheet.Of(earlier).Any(question.ShowIfCodes.Contains))
            {
                shown.Add(question);
            }
        }
        return shown;
    }

    /// <summary>The first question not yet seen, or null when all have been.</summary>
    public static Question? FirstUnseen(IReadOnlyList<Question> shown, AnswerSheet sheet) => shown.FirstOrDefault(q => !sheet.HasSeen(q));

    /// <summary>Minutes that these questions take: a quarter for a choice, one for words; never less than one.</summary>
    public static int Minutes(IEnumerable<Question> questions) =>
        Math.Max(
            1,
            (int)
                Math.Ceiling(
                    questions.Sum(q =>
                        q.Kind is QuestionKind.LongText ? 1m
                        : q.Kind is QuestionKind.ShortText or QuestionKind.Ranking ? 0.5m
                        : q.Kind is QuestionKind.File ? 0.75m
                        : q.Kind is QuestionKind.Grid ? 0.15m * q.Lines.Count()
                        : 0.25m
                    )
                )
        );
}
