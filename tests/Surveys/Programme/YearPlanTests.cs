// Laying out a year, from nothing but dates. The days of the year of the design were laid by hand.
using Hearth.Surveys.Programme;
using Hearth.WorkingDays;

namespace Hearth.Surveys.Tests.Programme;

public sealed class YearPlanTests
{
    private static readonly Breaks Usual = new(Christmas: 2, Easter: 2, August: 2);

    [Fact]
    public void The_breaks_begin_on_the_Monday_of_Christmas_week_of_Holy_Week_and_of_August()
    {
        var breaks = Usual.Within(new(2026, 4, 1), new(2027, 3, 31));

        Assert.Equal(
            [
                new Break("Easter", new(2026, 3, 30), new(2026, 4, 12)),
                new Break("August", new(2026, 8, 3), new(2026, 8, 16)),
                new Break("Christmas", new(2026, 12, 21), new(2027, 1, 3)),
                new Break("Easter", new(2027, 3, 22), new(2027, 4, 4)),
            ],
            breaks
        );
    }

    [Fact]
    public void No_weeks_are_no_break() => Assert.Empty(new Breaks(0, 0, 0).Within(new(2026, 4, 1), new(2027, 3, 31)));

    // every year from 2024 on, for the two usual numbers and the usual first days
    [Theory]
    [InlineData(9, 4, 1)]
    [InlineData(10, 4, 1)]
    [InlineData(9, 1, 1)]
    [InlineData(10, 1, 1)]
    [InlineData(9, 9, 1)]
    [InlineData(10, 9, 1)]
    public void Nine_and_ten_fit_every_year_and_none_overlaps_another_and_nobody_is_asked_or_met_in_a_break(int surveys, int month, int day)
    {
        foreach (var year in Enumerable.Range(2024, 20))
        {
            var first = new DateOnly(year, month, day);
            var last = first.AddYears(1).AddDays(-1);
            var starts = YearPlan.Lay(first, surveys, Usual);

            Assert.NotNull(starts);
            Assert.Equal(surveys, starts.Count);
            Assert.All(starts, start => Assert.Equal(DayOfWeek.Monday, start.DayOfWeek));
            Assert.True(starts[0] >= first && starts[^1].AddDays(27) <= last);
            Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.True(pair.Second >= pair.First.AddDays(28)));
            var closed = Usual.Within(first, last);
            Assert.All(starts, start => Assert.DoesNotContain(closed, gap => gap.Touches(start, start.AddDays(20))));
        }
    }

    [Fact]
    public void Nine_from_April_2026_stay_out_of_the_breaks_with_all_four_weeks()
    {
        var closed = Usual.Within(new(2026, 4, 1), new(2027, 3, 31));

        var starts = YearPlan.Lay(new(2026, 4, 1), 9, Usual)!;

        Assert.Equal(new DateOnly(2026, 4, 13), starts[0]);
        Assert.All(starts, start => Assert.DoesNotContain(closed, gap => gap.Touches(start, start.AddDays(27))));
    }

    [Fact]
    public void What_is_left_over_is_spread_from_the_front()
    {
        // 52 weeks from Monday 6 January 2025, no breaks: 40 for ten surveys, 12 left, nine gaps: three of two weeks, six of one
        var starts = YearPlan.Lay(new(2025, 1, 6), 10, new(0, 0, 0))!;

        Assert.Equal(
            [2, 2, 2, 1, 1, 1, 1, 1, 1],
            starts.Zip(starts.Skip(1)).Select(p => ((p.Second.DayNumber - p.First.DayNumber) / 7) - 4)
        );
    }

    [Fact]
    public void A_year_without_room_says_how_many_there_is_room_for()
    {
        var breaks = new Breaks(5, 5, 5);

        Assert.Null(YearPlan.Lay(new(2026, 4, 1), 12, breaks));
        var room = YearPlan.Room(new(2026, 4, 1), breaks);
        Assert.InRange(room, 5, 9);
        Assert.NotNull(YearPlan.Lay(new(2026, 4, 1), room, breaks));
        Assert.Null(YearPlan.Lay(new(2026, 4, 1), room + 1, breaks));
    }

    [Theory]
    [InlineData("2026-04-20", "2026-04-30")]
    // week 2 is that of Thursday 2 June 2022, the Spring bank holiday of that year: the meeting is the day before
    [InlineData("2022-05-23", "2022-06-01")]
    // Thursday is Christmas Day
    [InlineData("2025-12-15", "2025-12-24")]
    public void The_meeting_is_on_Thursday_of_week_2_or_on_the_working_day_before(string startsOn, string meets) =>
        Assert.Equal(DateOnly.Parse(meets), YearPlan.MeetingOf(DateOnly.Parse(startsOn), new WorkingWeek()));
}
