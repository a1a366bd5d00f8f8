// What raises a worry in an answer, and what does not; and the clocks, against days counted by hand.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Cases;
using Hearth.Surveys.Questionnaires;
using Hearth.WorkingDays;

namespace Hearth.Surveys.Tests.Cases;

public sealed class WorryFinderTests
{
    private static readonly Guid Survey = Guid.CreateVersion7();
    private static readonly Question Words = Field.Ask(Survey, 1, QuestionKind.LongText, "What else?");

    [Theory]
    [InlineData("There is DAMP in the hall.", "Damp")]
    [InlineData("mould, everywhere", "Damp")]
    [InlineData("It is mouldy", "Damp")]
    [InlineData("I smell gas!", "Safety")]
    [InlineData("I can’t cope any more", "Distress")]
    [InlineData("I cant cope", "Distress")]
    [InlineData("This is a complaint: nobody came.", "Complaint")]
    [InlineData("this  is\na COMPLAINT", "Complaint")]
    [InlineData("My dampener squeaks", "")]
    [InlineData("a damper on things", "")]
    [InlineData("Thank you, all is well.", "")]
    [InlineData("", "")]
    public void Whole_words_raise_it_whatever_their_case_and_signs(string said, string kind)
    {
        var sheet = new AnswerSheet();
        sheet.Set(Words, said.Length == 0 ? [] : [said]);

        var found = WorryFinder.In([Words], sheet, new WorrySettings(), []);

        Assert.Equal(kind, found.Count == 0 ? "" : Assert.Single(found).Kind.ToString());
    }

    [Fact]
    public void One_answer_may_raise_several_kinds_and_each_only_once()
    {
        var sheet = new AnswerSheet();
        sheet.Set(Words, ["Damp and mould and damp again. I will go to the Ombudsman."]);

        var found = WorryFinder.In([Words], sheet, new WorrySettings(), [new RaisingAnswer { QuestionId = Words.Id, Kind = Worry.Reply }]);

        Assert.Equal([Worry.Damp, Worry.Complaint, Worry.Reply], found.Select(f => f.Kind));
        Assert.Equal("word:damp", found[0].Rule);
    }

    [Fact]
    public void An_answer_that_was_chosen_raises_what_the_survey_says()
    {
        var choice = Field.Ask(Survey, 2, QuestionKind.SingleChoice, "Is there damp?", [new("y", "Yes"), new("n", "No")]);
        var rule = new RaisingAnswer
        {
            QuestionId = choice.Id,
            Code = "y",
            Kind = Worry.Damp,
        };
        AnswerSheet Saying(string code)
        {
            var sheet = new AnswerSheet();
            sheet.Set(choice, [code]);
            return sheet;
        }
        Assert.Equal(
            "They answered “Yes” to “Is there damp?”",
            Assert.Single(WorryFinder.In([choice], Saying("y"), new WorrySettings(), [rule])).Because
        );
        Assert.Empty(WorryFinder.In([choice], Saying("n"), new WorrySettings(), [rule]));
    }

    // Friday 18 December 2026, four in the afternoon: Christmas Day is a Friday, Boxing Day's Monday 28 December, New Year's Day a Friday.
    private static readonly DateTimeOffset BeforeChristmas = new(2026, 12, 18, 16, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_damp_case_is_investigated_in_ten_working_days_without_the_holidays_of_Christmas_and_says_so()
    {
        var opened = new Case { Kind = Worry.Damp, OpenedAt = BeforeChristmas };
        var due = Assert.Single(CaseClock.Of(opened, [], new WorrySettings(), new WorkingWeek()));

        // 21, 22, 23, 24, 29, 30, 31 December, 4, 5, 6 January
        Assert.Equal(new DateOnly(2027, 1, 6), due.By.DayInLondon());
        Assert.Contains("10 working days after Friday 18 December, when you knew; that day not counted", due.Why);
        Assert.Contains("25 December (Christmas Day)", due.Why);
        Assert.Contains("28 December (Boxing Day (substitute day))", due.Why);
        Assert.Contains("1 January (New Year’s Day)", due.Why);
        Assert.False(due.IsLate(new DateTimeOffset(2027, 1, 6, 23, 59, 0, TimeSpan.Zero)));
        Assert.True(due.IsLate(new DateTimeOffset(2027, 1, 7, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Summary_and_making_safe_run_from_the_end_of_the_investigation_not_from_the_report()
    {
        var opened = new Case { Kind = Worry.Damp, OpenedAt = BeforeChristmas };
        var investigated = new CaseEntry { Step = CaseStep.Investigated, At = new(2026, 12, 22, 11, 0, 0, TimeSpan.Zero) };

        var dues = CaseClock.Of(opened, [investigated], new WorrySettings(), new WorkingWeek());

        Assert.Equal([CaseStep.Investigated, CaseStep.SummarySent, CaseStep.MadeSafe], dues.Select(d => d.Step));
        // from Tuesday 22: 23, 24, 29 December; then 30, 31
        Assert.Equal([new DateOnly(2027, 1, 6), new(2026, 12, 29), new(2026, 12, 31)], dues.Select(d => d.By.DayInLondon()));
        Assert.NotNull(dues[0].DoneAt);
    }

    [Fact]
    public void An_emergency_runs_by_the_hour_through_the_night_and_the_holiday()
    {
        var christmasEve = new DateTimeOffset(2026, 12, 24, 22, 15, 0, TimeSpan.Zero);
        var due = Assert.Single(
            CaseClock.Of(new Case { Kind = Worry.Safety, OpenedAt = christmasEve }, [], new WorrySettings(), new WorkingWeek())
        );

        Assert.Equal(christmasEve.AddHours(24), due.By);
    }

    [Fact]
    public void A_complaint_is_acknowledged_in_five_days_and_answered_in_ten_from_the_acknowledgement()
    {
        var opened = new Case { Kind = Worry.Complaint, OpenedAt = BeforeChristmas };
        Assert.Equal(
            [new DateOnly(2026, 12, 29)],
            CaseClock.Of(opened, [], new WorrySettings(), new WorkingWeek()).Select(d => d.By.DayInLondon())
        );

        var acknowledged = new CaseEntry { Step = CaseStep.Acknowledged, At = new(2026, 12, 21, 9, 0, 0, TimeSpan.Zero) };
        var dues = CaseClock.Of(opened, [acknowledged], new WorrySettings(), new WorkingWeek());
        // 22, 23, 24, 29, 30, 31 December, 4, 5, 6, 7 January
        Assert.Equal(new DateOnly(2027, 1, 7), dues[1].By.DayInLondon());
    }
}
