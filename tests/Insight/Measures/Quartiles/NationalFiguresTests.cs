// Where landlords stand nationally: the data against figures typed from another source, and what may be claimed beside them.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Quartiles;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Tests.Measures.Quartiles;

public sealed class NationalFiguresTests
{
    [Theory]
    [InlineData(2024, "TP01", "63.7", "71.3", "78.4")]
    [InlineData(2024, "TP02", "65.7", "72.3", "78.7")]
    [InlineData(2024, "TP09", "27.5", "34.5", "41.1")]
    [InlineData(2024, "TP12", "51.3", "57.8", "64.8")]
    [InlineData(2025, "TP01", "64.7", "71.8", "78.9")]
    [InlineData(2025, "TP02", "66.8", "73.6", "79.6")]
    [InlineData(2025, "TP03", "63.0", "69.5", "76.5")]
    [InlineData(2025, "TP04", "65.5", "71.9", "77.8")]
    [InlineData(2025, "TP05", "71.8", "77.6", "82.9")]
    [InlineData(2025, "TP06", "54.1", "61.6", "69.3")]
    [InlineData(2025, "TP07", "65.9", "72.0", "77.3")]
    [InlineData(2025, "TP08", "72.6", "77.9", "83.9")]
    [InlineData(2025, "TP09", "29.6", "35.5", "42.1")]
    [InlineData(2025, "TP10", "60.7", "66.7", "72.8")]
    [InlineData(2025, "TP11", "57.7", "64.6", "71.7")]
    [InlineData(2025, "TP12", "54.7", "59.5", "66.4")]
    public void Tenants_of_rented_homes_were_as_satisfied_as_the_regulators_data_say(
        int ending,
        string measure,
        string quarter,
        string middle,
        string threeQuarters
    )
    {
        var figure = NationalFigures.Known.For(new ReportingYear(ending))!.Find(measure, null, StockType.LowCostRental)!;

        Assert.Equal(
            (Number(quarter), Number(middle), Number(threeQuarters)),
            (One(figure.Quarter), One(figure.Middle), One(figure.ThreeQuarters))
        );
        Assert.InRange(figure.Landlords!.Value, 352, 355);
    }

    [Theory]
    [InlineData(2024, "TP01", "49.5", 56)]
    [InlineData(2025, "TP01", "47.9", 59)]
    [InlineData(2025, "TP06", "38.4", 59)]
    [InlineData(2025, "TP12", "38.0", 59)]
    public void Shared_owners_are_apart(int ending, string measure, string middle, int landlords)
    {
        var figure = NationalFigures.Known.For(new ReportingYear(ending))!.Find(measure, null, StockType.LowCostHomeOwnership)!;

        Assert.Equal((Number(middle), landlords), (One(figure.Middle), figure.Landlords));
    }

    [Fact]
    public void A_year_whose_figures_are_not_out_is_held_beside_the_last_one_known()
    {
        Assert.Equal(2025, NationalFigures.Known.For(new ReportingYear(2027))!.Ending);
        Assert.Null(NationalFigures.Known.For(new ReportingYear(2023)));
        Assert.Contains("Open Government Licence", NationalFigures.Known.Licence, StringComparison.Ordinal);
    }

    // quartiles of TP01 in 2024/25: 64.7, 71.8, 78.9
    [Theory]
    [InlineData("79.0", "83.0", "Best")]
    [InlineData("78.9", "83.0", "Better")] // reaches what three quarters have, no more
    [InlineData("72.0", "80.0", "Better")]
    [InlineData("70.0", "74.0", "Middle")] // the range holds the middle: nothing is claimed
    [InlineData("66.0", "71.7", "Worse")]
    [InlineData("60.0", "64.6", "Worst")]
    [InlineData("60.0", "64.7", "Worse")]
    public void A_claim_is_made_only_when_the_whole_range_bears_it(string low, string high, string standing)
    {
        var all = NationalFigures.Known.For(new ReportingYear(2025))!.Find("TP01", null, StockType.LowCostRental)!;

        Assert.Equal(standing, Standings.Of(all, Number(low), Number(high), moreIsBetter: true).ToString());
    }

    // homes below standard in 2024/25: 0.0, 0.5, 3.1; less is better
    [Theory]
    [InlineData("0.2", "Better")]
    [InlineData("0.5", "Middle")]
    [InlineData("2.0", "Worse")]
    [InlineData("4.0", "Worst")]
    public void Where_less_is_better_a_small_figure_is_a_good_one(string figure, string standing)
    {
        var all = NationalFigures.Known.For(new ReportingYear(2025))!.Find("RP01", null, StockType.LowCostRental)!;

        Assert.Equal(standing, Standings.Of(all, Number(figure), Number(figure), moreIsBetter: false).ToString());
    }

    [Fact]
    public void Complaints_are_neither_better_nor_worse_for_being_many()
    {
        var all = NationalFigures.Known.For(new ReportingYear(2025))!.Find("CH01", 1, StockType.LowCostRental)!;

        Assert.Equal((34.3m, 53.9m, 72.6m), (all.Quarter, all.Middle, all.ThreeQuarters));
        Assert.Null(Standings.Of(all, 10, 10, moreIsBetter: null));
    }

    private static decimal One(decimal number) => decimal.Round(number, 1, MidpointRounding.AwayFromZero);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
