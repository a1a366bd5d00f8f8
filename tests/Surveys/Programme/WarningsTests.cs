// Warnings of dates, from nothing but dates: the year of the design with its two clashes, and each rule at its edge.
using Hearth.Surveys.Programme;
using Hearth.Surveys.Questionnaires;
using Hearth.WorkingDays;

namespace Hearth.Surveys.Tests.Programme;

public sealed class WarningsTests
{
    private static readonly DateOnly Today = new(2026, 11, 12);
    private static readonly IReadOnlyList<Break> Christmas = new Breaks(2, 0, 0).Within(new(2026, 4, 1), new(2027, 3, 31));

    [Fact]
    public void Survey_8_of_the_design_overlaps_survey_7_and_ends_in_the_Christmas_break()
    {
        var seven = At(7, "2026-11-09");
        var eight = At(8, "2026-11-30");

        var found = Rules().Find([seven, eight, At(9, "2027-02-01")], Today);

        Assert.Equal(
            [
                (7, "Its four weeks overlap those of survey 8."),
                (8, "Its four weeks overlap those of survey 7."),
                (8, "Week 4 is in the Christmas break."),
            ],
            found.Select(w => (w.Cycle == seven.Id ? 7 : 8, w.What))
        );
        Assert.Equal("Survey 7 runs from 9 November to 6 December.", found[1].Why);
        Assert.Equal(new DateOnly(2027, 1, 4), Rules().BetterStart(eight, [seven, eight, At(9, "2027-02-01")], Today, new(2027, 3, 31)));
    }

    [Fact]
    public void Neighbours_do_not_clash() => Assert.Empty(Rules().Find([At(1, "2027-01-04"), At(2, "2027-02-01")], Today));

    [Fact]
    public void Two_that_ask_in_the_same_week_say_so() =>
        Assert.Contains(
            Rules().Find([At(1, "2027-01-04"), At(2, "2027-01-07")], Today),
            w => w.What == "It asks on the same days as survey 2."
        );

    [Fact]
    public void A_cycle_that_has_ended_is_not_warned_of() => Assert.Empty(Rules().Find([At(1, "2026-10-12"), At(2, "2026-10-05")], Today));

    [Theory]
    [InlineData("2026-12-18", "2027-01-04", true)]
    [InlineData("2026-12-18", "2027-01-03", false)]
    [InlineData("2027-01-10", "2027-02-20", true)]
    [InlineData("2027-01-11", "2027-02-20", false)]
    public void Another_survey_clashes_from_the_first_to_the_last_day_of_week_1(string opens, string closes, bool clashes)
    {
        var yearly = Open("Yearly survey", opens, closes);

        var found = new Warnings([], [yearly], new WorkingWeek()).Find([At(1, "2027-01-04")], Today);

        Assert.Equal(clashes, found.Any(w => w.What == "It asks while “Yearly survey” is in the field."));
    }

    [Fact]
    public void Its_own_survey_does_not_clash_but_is_held_to_week_1()
    {
        var own = Open("Heating", "2027-01-04", "2027-01-24");
        var cycle = At(1, "2027-01-04");
        cycle.SurveyId = own.Id;

        var found = Assert.Single(new Warnings([], [own], new WorkingWeek()).Find([cycle], Today));

        Assert.Equal(WarningKind.AsksOnOtherDays, found.Kind);
        Assert.Equal("It is open from 4 January to 24 January; week 1 is 4 January to 10 January.", found.Why);
    }

    [Fact]
    public void A_bank_holiday_on_the_day_of_the_meeting_or_of_closing_is_named()
    {
        // Tuesday 22 December to Monday 28 December 2026, the substitute for Boxing Day
        var cycle = At(1, "2026-12-22");
        cycle.MeetsOn = new(2027, 1, 1);

        var found = new Warnings([], [], new WorkingWeek()).Find([cycle], Today);

        Assert.Equal(
            ["Monday 28 December is Boxing Day (substitute day). Nobody is there to help.", "Friday 1 January is New Year’s Day."],
            found.Select(w => w.Why)
        );
    }

    [Fact]
    public void A_meeting_at_a_weekend_is_said()
    {
        var cycle = At(1, "2027-01-04");
        cycle.MeetsOn = new(2027, 1, 16);

        Assert.Equal("The meeting is at a weekend.", Assert.Single(Rules().Find([cycle], Today)).What);
    }

    private static Warnings Rules() => new(Christmas, [], new WorkingWeek());

    private static Cycle At(int number, string startsOn)
    {
        var day = DateOnly.Parse(startsOn);
        return new()
        {
            Number = number,
            StartsOn = day,
            MeetsOn = YearPlan.MeetingOf(day, new WorkingWeek()),
        };
    }

    private static SurveyFacts Open(string title, string opens, string closes) =>
        new(Guid.CreateVersion7(), title, SurveyStatus.Open, DateOnly.Parse(opens), DateOnly.Parse(closes), 0, 0, null);
}
