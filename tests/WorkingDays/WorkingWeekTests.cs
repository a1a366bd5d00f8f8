// Counting over Christmas 2026 by hand: 24 December is worked, 25 to 28 are not, 29 to 31 are, 1 January is not.
namespace Hearth.WorkingDays.Tests;

public sealed class WorkingWeekTests
{
    private readonly WorkingWeek week = new();

    [Fact]
    public void The_examples_of_the_readme_are_true()
    {
        Assert.Equal(8, BankHolidays.England(2026).Count);
        Assert.Equal("Boxing Day (substitute day)", week.WhyNot(new(2026, 12, 28)));
        Assert.True(week.IsWorking(new(2026, 12, 29)));
        Assert.Equal(new DateOnly(2026, 12, 29), week.OnOrAfter(new(2026, 12, 25)));
        Assert.Equal(new DateOnly(2026, 12, 24), week.OnOrBefore(new(2026, 12, 28)));
        Assert.Equal(new DateOnly(2026, 12, 30), week.Add(new(2026, 12, 23), 3));
        Assert.Equal(6, week.Between(new(2026, 12, 21), new(2027, 1, 4)));
    }

    [Fact]
    public void A_weekend_is_named_by_its_day() => Assert.Equal("Saturday", week.WhyNot(new(2026, 12, 26)));

    [Fact]
    public void Counting_back_is_the_mirror_of_counting_on()
    {
        var day = new DateOnly(2026, 12, 23);
        foreach (var days in Enumerable.Range(1, 400))
        {
            Assert.Equal(day, week.Add(week.Add(day, days), -days));
        }
        Assert.Equal(new DateOnly(2026, 12, 26), week.Add(new(2026, 12, 26), 0));
    }

    [Fact]
    public void A_landlords_own_closure_is_not_worked_and_says_why()
    {
        var closed = new WorkingWeek([new(new(2026, 12, 29), "Christmas closure"), new(new(2026, 12, 30), "Christmas closure")]);

        Assert.Equal("Christmas closure", closed.WhyNot(new(2026, 12, 29)));
        Assert.Equal(new DateOnly(2026, 12, 31), closed.OnOrAfter(new(2026, 12, 25)));
        Assert.Null(closed.Holiday(new(2026, 12, 29)));
    }

    [Theory]
    [InlineData("2026-12-21", "2026-12-22", 0)]
    [InlineData("2026-12-21", "2026-12-23", 1)]
    [InlineData("2026-12-23", "2026-12-29", 1)]
    [InlineData("2026-12-29", "2026-12-21", 0)]
    public void Clear_days_leave_out_both_ends(string from, string until, int clear) =>
        Assert.Equal(clear, week.Between(DateOnly.Parse(from), DateOnly.Parse(until)));
}
