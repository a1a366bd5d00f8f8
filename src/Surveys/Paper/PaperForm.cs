// The questionnaire as a form on paper: numbers, routing in words, and what fits on a sheet.
using Hearth.DesignSystem.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Paper;

/// <summary>How large a form is printed.</summary>
internal enum PaperLook
{
    Standard,

    /// <summary>18 point, one option a line.</summary>
    Large,

    /// <summary>Easy Read: 16 point, one idea a line, a picture beside each question.</summary>
    Easy,
}

/// <summary>A question on the form.</summary>
/// <param name="Number">From 1, as printed.</param>
/// <param name="OnlyIf">“Only if you answered ‘Yes’ to question 2.”; null for everybody.</param>
/// <param name="Boxes">Each option and, where it leads past questions, where to: “Go to question 5”.</param>
internal sealed record PaperQuestion(Question Question, int Number, string? OnlyIf, IReadOnlyList<(string Label, string? GoTo)> Boxes)
{
    public bool Several => Question.Kind == QuestionKind.MultipleChoice;

    /// <summary>Answers of a few words each, which need not have a line of their own.</summary>
    public bool ShortBoxes { get; init; }

    /// <summary>Two boxes share a line.</summary>
    public bool TwoInALine(PaperLook look) => look == PaperLook.Standard && (Boxes.Count == 2 || ShortBoxes);

    /// <summary>Five points side by side, as long as no label is too wide for its column.</summary>
    public bool InARow(PaperLook look) =>
        look == PaperLook.Standard && Question.Kind == QuestionKind.Scale && Boxes.Count <= 5 && Boxes.All(box => box.GoTo is null);
}

internal static class PaperForm
{
    // Of an A4 sheet, in millimetres, between the head and the foot.
    private const double Room = 232;

    /// <summary>With the routing in English.</summary>
    public static IReadOnlyList<PaperQuestion> Of(IReadOnlyList<Question> questions) => Of(questions, _ => Phrases.InEnglish);

    /// <param name="say">The language that a question is printed in.</param>
    public static IReadOnlyList<PaperQuestion> Of(IReadOnlyList<Question> questions, Func<Question, Phrases> say)
    {
        var ordered = questions.OrderBy(question => question.Position).ToList();
        return
        [
            .. ordered.Select(
                (question, at) => new PaperQuestion(question, at + 1, OnlyIf(ordered, question, say), Boxes(ordered, at, say(question)))
            ),
        ];
    }

    /// <summary>The sheets' sides: whole questions, in order, as many as fit.</summary>
    public static IReadOnlyList<IReadOnlyList<PaperQuestion>> Sides(IReadOnlyList<PaperQuestion> questions, PaperLook look)
    {
        var sides = new List<IReadOnlyList<PaperQuestion>>();
        var side = new List<PaperQuestion>();
        var used = 0.0;
        foreach (var question in questions)
        {
            var height = Height(question, look);
            if (side.Count > 0 && used + height > Room)
            {
                sides.Add(side);
                (side, used) = ([], 0);
            }
            side.Add(question);
            used += height;
        }
        sides.Add(side);
        return sides;
    }

    private static List<(string, string?)> Boxes(List<Question> ordered, int at, Phrases say)
    {
        var question = ordered[at];
        return [.. question.Offered.Select(option => (option.Label, GoTo(ordered, at, option.Code, say)))];
    }

    // The first question after this one that somebody who crossed this box is asked. Where that hangs on another answer the
    // form cannot know; there the question's own “Only if” says it.
    private static string? GoTo(List<Question> ordered, int at, string code, Phrases say)
    {
        if (ordered[at].Kind == QuestionKind.MultipleChoice || !ordered.Exists(later => later.ShowIfQuestionId == ordered[at].Id))
        {
            return null;
        }
        var next = at + 1;
        while (next < ordered.Count && ordered[next].ShowIfQuestionId == ordered[at].Id && !ordered[next].ShowIfCodes.Contains(code))
        {
            next++;
            // what hangs on a question that was passed is passed too
            while (
                next < ordered.Count
                && ordered[next].ShowIfQuestionId is { } on
                && ordered.FindIndex(q => q.Id == on) is var its
                && its > at
                && its < next
                && IsPassed(ordered, at, its, code)
            )
            {
                next++;
            }
        }
        return next == at + 1 ? null
            : next == ordered.Count ? say["paper.go-to-end"]
            : say["paper.go-to", ("question", next + 1)];
    }

    private static bool IsPassed(List<Question> ordered, int at, int which, string code) =>
        ordered[which].ShowIfQuestionId is { } on
        && (
            on == ordered[at].Id
                ? !ordered[which].ShowIfCodes.Contains(code)
                : ordered.FindIndex(q => q.Id == on) is var its && its > at && IsPassed(ordered, at, its, code)
        );

    private static string? OnlyIf(List<Question> ordered, Question question, Func<Question, Phrases> of)
    {
        if (question.ShowIfQuestionId is not { } on || ordered.FindIndex(q => q.Id == on) is not (>= 0 and var at))
        {
            return null;
        }
        var say = of(question);
        var answers = ordered[at]
            .Options.Where(option => question.ShowIfCodes.Contains(option.Code))
            .Select(option => say["paper.quoted", ("answer", option.Label)])
            .DefaultIfEmpty("")
            .Aggregate((before, answer) => say["paper.or", ("before", before), ("answer", answer)]);
        return say["paper.only-if", ("answers", answers), ("question", at + 1)];
    }

    // Measured on the printed form: text of 12 point runs to 72 letters a line of 6 mm, of 18 point to 46 letters a line of 9 mm.
    private static double Height(PaperQuestion paper, PaperLook look)
    {
        var (letters, line, box) = look switch
        {
            PaperLook.Large => (46, 9.0, 14.0),
            // the picture takes a fifth of the width; lines are broken where a speaker takes breath
            PaperLook.Easy => (32, 9.0, 14.0),
            _ => (72, 6.0, 12.5),
        };
        double Lines(string? text) => string.IsNullOrEmpty(text) ? 0 : Math.Ceiling(text.Length / (double)letters) * line;
        var question = paper.Question;
        var text = look == PaperLook.Easy ? EasyLines.Of(question.Text).Sum(Lines) + 8 : Lines(question.Text);
        var height = text + Lines(question.Help) + Lines(paper.OnlyIf) + (paper.Several ? line : 0) + 10;
        if (paper.InARow(look))
        {
            return height + 26;
        }
        return height
            + question.Kind switch
            {
                QuestionKind.LongText => 34,
                QuestionKind.File => 2 * line,
                QuestionKind.Grid => 22 + question.Lines.Sum(row => Math.Max(box, Math.Ceiling(row.Label.Length / 24.0) * line)),
                QuestionKind.ShortText or QuestionKind.Number or QuestionKind.Date => 14,
                _ when paper.TwoInALine(look) => Math.Ceiling(paper.Boxes.Count / 2.0) * box,
                _ => paper.Boxes.Sum(option => Math.Max(box, Lines(option.Label + option.GoTo))),
            };
    }
}
