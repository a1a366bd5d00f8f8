// What the numbers come to, held against sums done by hand.
using Hearth.Insight.Measures.Management;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Tests.Measures.Management;

public sealed class FigureOfALineTests
{
    private static readonly YearOfFigures Empty = new(new ReportingYear(2026), new Dictionary<string, Counted>());

    [Theory]
    [InlineData("CH01-1-LCRA", 412, 7642, "53.9 per 1,000 homes")] // 53.9126
    [InlineData("NM01-2-all", 5, 9412, "0.5 per 1,000 homes")] // 0.5312
    [InlineData("NM01-1-all", 261, 4000, "65.3 per 1,000 homes")] // 65.25: away from zero, not to even
    [InlineData("CH02-1-LCRA", 261, 400, "65.3%")] // 65.25
    [InlineData("RP02-1-LCRA", 2, 3, "66.7%")] // 66.67
    [InlineData("BS01-all", 9995, 10000, "100.0%")] // 99.95
    [InlineData("BS01-all", 9994, 10000, "99.9%")] // 99.94
    [InlineData("RP01-LCRA", 0, 7642, "0.0%")]
    [InlineData("CH02-2-LCRA", 0, 0, "No figure")]
    [InlineData("CH01-1-LCRA", 3, 0, "No figure")]
    [InlineData("BS05-all", 12, null, "No figure")]
    [InlineData("BS05-all", null, 12, "No figure")]
    public void A_figure_has_one_decimal_place_with_halves_away_from_nought_and_is_none_without_a_base(
        string key,
        int? numerator,
        int? denominator,
        string figure
    ) => Assert.Equal(figure, Empty.Find(key)!.Say(new(true, numerator, denominator)));

    [Fact]
    public void There_are_fourteen_figures_and_complaints_are_asked_for_by_kind_of_home()
    {
        Assert.Equal(14, new ReportingYear(2026).Set.Management.Count);
        Assert.Equal(
            [
                "CH01-1-LCRA",
                "CH01-1-LCHO",
                "CH01-2-LCRA",
                "CH01-2-LCHO",
                "CH02-1-LCRA",
                "CH02-1-LCHO",
                "CH02-2-LCRA",
                "CH02-2-LCHO",
                "NM01-1-all",
                "NM01-2-all",
                "RP01-LCRA",
                "RP02-1-LCRA",
                "RP02-2-LCRA",
                "BS01-all",
                "BS02-all",
                "BS03-all",
                "BS04-all",
                "BS05-all",
            ],
            Empty.Asked.Select(line => line.Key).Order(Comparer)
        );
        var together = Empty.With([(Empty.Find("CH01-1-COMBINED")!, new Counted(true, 1, 2))]);
        Assert.Equal(14, together.Asked.Count());
        Assert.DoesNotContain(
            together.Asked,
            line => line.Stock is StockType.LowCostRental && line.Measure.Code.StartsWith("CH", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_reporting_year_ends_on_31_March()
    {
        Assert.Equal(new ReportingYear(2026), ReportingYear.On(new DateOnly(2026, 3, 31)));
        Assert.Equal(new ReportingYear(2027), ReportingYear.On(new DateOnly(2026, 4, 1)));
        Assert.Equal("2025/26", new ReportingYear(2026).Name);
        Assert.Equal([2027, 2026, 2025, 2024], ReportingYear.Known(new DateOnly(2026, 11, 12)).Select(year => year.Ending));
    }

    /// <summary>CH, NM, RP, BS; then as written, LCRA before LCHO.</summary>
    private static Comparer<string> Comparer { get; } =
        Comparer<string>.Create(
            (one, two) =>
            {
                static string Sorted(string key) =>
                    "CNRB".IndexOf(key[0], StringComparison.Ordinal) + key.Replace("LCRA", "LA", StringComparison.Ordinal);
                return string.CompareOrdinal(Sorted(one), Sorted(two));
            }
        );
}
