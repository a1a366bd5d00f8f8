// A survey is held to the regulator's set of the day it opens, not of the day that was planned.
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Measures;

namespace Hearth.Surveys.Tests.Questionnaires;

public sealed class SetOfTheDayTests
{
    private static readonly MeasureSet Old = new("old", new DateOnly(2023, 4, 1), []);
    private static readonly MeasureSet New = new("new", new DateOnly(2027, 4, 1), []);

    [Theory]
    // opened on its day; three weeks late and past the change; set today to open past the change
    [InlineData("2027-03-20", "2027-03-20", "old")]
    [InlineData("2027-03-20", "2027-04-10", "new")]
    [InlineData("2027-04-10", "2027-03-20", "new")]
    public void It_is_the_set_of_the_later_of_its_first_day_and_today(string planned, string today, string set)
    {
        var survey = new Survey { OpensOn = DateOnly.Parse(planned) };

        Assert.Equal(set, MeasureSet.ToHold([Old, New], survey, DateOnly.Parse(today)).Id);
    }

    [Fact]
    public void Once_it_has_opened_it_keeps_its_set()
    {
        var survey = new Survey { OpensOn = new DateOnly(2027, 3, 20), MeasureSet = "old" };

        Assert.Equal("old", MeasureSet.ToHold([Old, New], survey, new DateOnly(2027, 5, 1)).Id);
    }

    [Fact]
    public void Words_of_the_old_set_are_named_where_the_survey_is_held_to_the_new_one()
    {
        var survey = new Survey { OpensOn = new DateOnly(2027, 3, 20) };
        var now = MeasureSet.On(new DateOnly(2026, 11, 12));
        var tp01 = now.Find("TP01")!;
        var later = New with { Measures = [tp01 with { Text = "How do you find us?" }] };
        var (text, options) = PrescribedWording.Of(tp01, "Ousebridge Homes");
        var questionnaire = new Questionnaire(
            survey,
            [
                new Question
                {
                    SurveyId = survey.Id,
                    Key = "tp01",
                    Kind = QuestionKind.Scale,
                    Measure = "TP01",
                    Text = text,
                    Options = [.. options],
                },
            ]
        );

        Assert.Null(PrescribedWording.Fault(questionnaire, now, "Ousebridge Homes"));
        Assert.Contains("TP01", PrescribedWording.Fault(questionnaire, later, "Ousebridge Homes")!.Words, StringComparison.Ordinal);
    }
}
