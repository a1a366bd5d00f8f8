// A date typed in three boxes is read, or the error says what is wrong with it.
using Hearth.DesignSystem.Public.Forms;

namespace Hearth.DesignSystem.Tests.Forms;

public sealed class DatePartsTests
{
    [Theory]
    [InlineData("27", "3", "2026", "2026-03-27")]
    [InlineData(" 7", "03 ", "2026", "2026-03-07")]
    [InlineData("1", "March", "2026", "2026-03-01")]
    [InlineData("1", "sept", "2026", "2026-09-01")]
    [InlineData("29", "2", "2028", "2028-02-29")]
    public void A_date_is_read_as_people_write_it(string day, string month, string year, string expected)
    {
        Assert.Null(
            new DateParts
            {
                Day = day,
                Month = month,
                Year = year,
            }.Read("the closing day", out var date)
        );
        Assert.Equal(expected, date.ToString("O", null));
    }

    [Theory]
    [InlineData("", "", "", "Enter the closing day")]
    [InlineData("27", "", "2026", "The closing day must include a month")]
    [InlineData("27", " ", null, "The closing day must include a month and a year")]
    [InlineData("29", "2", "2026", "The closing day must be a real date, like 27 3 2026")]
    [InlineData("31", "13", "2026", "The closing day must be a real date, like 27 3 2026")]
    [InlineData("-1", "3", "2026", "The closing day must be a real date, like 27 3 2026")]
    [InlineData("1", "ma", "2026", "The closing day must be a real date, like 27 3 2026")]
    [InlineData("1", "3", "0", "The closing day must have a year of 4 numbers, like 2026")]
    [InlineData("1", "3", "26", "The closing day must have a year of 4 numbers, like 2026")]
    [InlineData("1", "3", "99999", "The closing day must be a real date, like 27 3 2026")]
    [InlineData("99999999999", "3", "2026", "The closing day must be a real date, like 27 3 2026")]
    public void What_is_wrong_is_said(string? day, string? month, string? year, string words) =>
        Assert.Equal(
            words,
            new DateParts
            {
                Day = day,
                Month = month,
                Year = year,
            }.Read("the closing day", out _)
        );

    [Fact]
    public void A_date_survives_going_into_the_boxes_and_out()
    {
        var day = new DateOnly(2026, 11, 5);
        Assert.Null(DateParts.Of(day).Read("the day", out var back));
        Assert.Equal(day, back);
        Assert.True(DateParts.Of(null).Empty);
    }
}
