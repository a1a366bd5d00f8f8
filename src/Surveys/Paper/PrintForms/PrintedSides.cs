// The sides of one home's form in the order they are printed: the survey, and behind it, on a sheet of its own, what is asked about the person.
using Hearth.DesignSystem.Public;
using Hearth.People.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Paper.PrintForms;

/// <param name="Questions">What stands on it; none on a side left empty, so that what follows begins a new sheet.</param>
/// <param name="Number">From 1, within its part.</param>
/// <param name="Of">Sides of its part.</param>
/// <param name="AboutYou">It asks about the person, not for the survey.</param>
internal sealed record PrintedSide(IReadOnlyList<PaperQuestion> Questions, int Number, int Of, bool AboutYou = false)
{
    public bool IsEmpty => Questions.Count == 0;
}

internal static class PrintedSides
{
    /// <param name="say">The language that a question is printed in.</param>
    public static IReadOnlyList<PrintedSide> Of(IReadOnlyList<Question> questions, Func<Question, Phrases> say, PaperLook look, bool about)
    {
        var survey = Numbered(PaperForm.Sides(PaperForm.Of(questions, say), look), aboutYou: false);
        return !about ? survey
            : survey.Count % 2 == 0 ? [.. survey, .. AboutYouSides(look)]
            : [.. survey, new PrintedSide([], 0, 0), .. AboutYouSides(look)];
    }

    private static List<PrintedSide> AboutYouSides(PaperLook look)
    {
        List<Question> asked =
        [
            .. AboutYou.Asked.Select(
                (question, at) =>
                    new Question
                    {
                        Key = $"about{at + 1}",
                        Position = at + 1,
                        Kind = QuestionKind.SingleChoice,
                        Text = question.Words,
                        Options = [.. question.Answers.Select((answer, i) => new Option($"{i + 1}", answer))],
                    }
            ),
        ];
        return Numbered(PaperForm.Sides([.. PaperForm.Of(asked).Select(paper => paper with { ShortBoxes = true })], look), aboutYou: true);
    }

    private static List<PrintedSide> Numbered(IReadOnlyList<IReadOnlyList<PaperQuestion>> sides, bool aboutYou) =>
        [.. sides.Select((side, i) => new PrintedSide(side, i + 1, sides.Count, aboutYou))];
}
