// Bank holidays against the dates on GOV.UK (“UK bank holidays”, England and Wales), typed from the page.
namespace Hearth.WorkingDays.Tests;

public sealed class BankHolidaysTests
{
    public static TheoryData<int, string> Published { get; } =
        new()
        {
            { 2020, "1 Jan, 10 Apr, 13 Apr, 8 May, 25 May, 31 Aug, 25 Dec, 28 Dec*" },
            { 2021, "1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec*, 28 Dec*" },
            { 2022, "3 Jan*, 15 Apr, 18 Apr, 2 May, 2 Jun, 3 Jun, 29 Aug, 19 Sep, 26 Dec, 27 Dec*" },
            { 2023, "2 Jan*, 7 Apr, 10 Apr, 1 May, 8 May, 29 May, 28 Aug, 25 Dec, 26 Dec" },
            { 2024, "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec" },
            { 2025, "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec" },
            { 2026, "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec*" },
            { 2027, "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec*, 28 Dec*" },
            { 2028, "3 Jan*, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec" },
        };

    [Theory, MemberData(nameof(Published))]
    public void The_bank_holidays_of_a_year_are_those_on_GOV_UK(int year, string published)
    {
        var days = BankHolidays.England(year);

        Assert.Equal(
            published,
            string.Join(
                ", ",
                days.Select(day =>
                    day.Day.ToString("d MMM", System.Globalization.CultureInfo.InvariantCulture) + (day.Substitute ? "*" : "")
                )
            )
        );
    }

    [Fact]
    public void Boxing_Day_2026_is_a_Saturday_and_is_kept_on_Monday_the_28th()
    {
        var kept = BankHolidays.England(2026).Single(day => day.Title == "Boxing Day");

        Assert.Equal(new DateOnly(2026, 12, 28), kept.Day);
        Assert.Equal("Boxing Day (substitute day)", kept.ToString());
    }

    [Fact]
    public void A_Christmas_on_a_Sunday_is_kept_on_Tuesday_after_Boxing_Day()
    {
        var days = BankHolidays.England(2033);

        Assert.Equal(new(new(2033, 12, 26), "Boxing Day"), days[^2]);
        Assert.Equal(new(new(2033, 12, 27), "Christmas Day", Substitute: true), days[^1]);
    }

    [Fact]
    public void Every_holiday_is_a_weekday_and_no_day_is_given_twice()
    {
        var days = Enumerable.Range(BankHolidays.First, 150).SelectMany(BankHolidays.England).ToList();

        Assert.True(days.Count >= 1200);
        Assert.DoesNotContain(days, day => day.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.Equal(days.Count, days.DistinctBy(day => day.Day).Count());
    }

    [Fact]
    public void A_year_of_other_rules_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => BankHolidays.England(1977));

    // from the tables of the Book of Common Prayer and the almanacs, earliest and latest included
    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(1961, 4, 2)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2019, 4, 21)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    public void Easter_is_when_the_almanac_says(int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), Easter.Sunday(year));
}
