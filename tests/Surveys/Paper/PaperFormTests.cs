// The form on paper: numbers, routing in words, and whole questions on each side.
using Hearth.Surveys.Paper;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Tests.Paper;

public sealed class PaperFormTests
{
    private static readonly Guid Survey = Guid.CreateVersion7();

    [Fact]
    public void A_box_that_leads_past_questions_says_where_to_go_and_the_question_says_whom_it_asks()
    {
        var repair = Field.Ask(Survey, 1, QuestionKind.SingleChoice, "Was a repair done?", [new("y", "Yes"), new("n", "No")]);
        var form = PaperForm.Of([
            repair,
            Field.Ask(Survey, 2, QuestionKind.Scale, "How satisfied with it?", [.. Field.FivePoints], on: repair, code: "y"),
            Field.Ask(Survey, 3, QuestionKind.Scale, "And with the time?", [.. Field.FivePoints], on: repair, code: "y"),
            Field.Ask(Survey, 4, QuestionKind.LongText, "What else?"),
        ]);

        Assert.Equal([("Yes", null), ("No", "Go to question 4")], form[0].Boxes);
        Assert.Equal("Only if you answered ‘Yes’ to question 1.", form[2].OnlyIf);
        Assert.Null(form[3].OnlyIf);
        Assert.All(form[1].Boxes, box => Assert.Null(box.GoTo));
    }

    [Fact]
    public void What_hangs_on_a_question_that_is_passed_is_passed_with_it()
    {
        var repair = Field.Ask(Survey, 1, QuestionKind.SingleChoice, "Was a repair done?", [new("y", "Yes"), new("n", "No")]);
        var good = Field.Ask(
            Survey,
            2,
            QuestionKind.SingleChoice,
            "Was it done well?",
            [new("y", "Yes"), new("n", "No")],
            on: repair,
            code: "y"
        );
        var why = Field.Ask(Survey, 3, QuestionKind.ShortText, "What went wrong?", on: good, code: "n");

        var form = PaperForm.Of([repair, good, why]);

        Assert.Equal([("Yes", null), ("No", "Go to the end")], form[0].Boxes);
        Assert.Equal([("Yes", "Go to the end"), ("No", null)], form[1].Boxes);
    }

    [Fact]
    public void Every_question_stands_whole_on_one_side_and_large_print_takes_more_sides()
    {
        var questions = Enumerable
            .Range(1, 12)
            .Select(n =>
                Field.Ask(
                    Survey,
                    n,
                    QuestionKind.Scale,
                    $"Question {n}: how satisfied are you with the services we provide to you in your home?",
                    [.. Field.FivePoints]
                )
            )
            .ToList();
        var form = PaperForm.Of(questions);

        var standard = PaperForm.Sides(form, PaperLook.Standard);
        var large = PaperForm.Sides(form, PaperLook.Large);

        Assert.Equal(Enumerable.Range(1, 12), standard.SelectMany(side => side).Select(question => question.Number));
        Assert.Equal(Enumerable.Range(1, 12), large.SelectMany(side => side).Select(question => question.Number));
        Assert.True(large.Count > standard.Count, $"{large.Count} sides in large print, {standard.Count} in standard");
        Assert.All(standard, side => Assert.InRange(side.Count, 1, 5));
    }
}
