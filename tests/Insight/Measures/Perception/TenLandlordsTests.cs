// Ten landlords' answers, taken in by the product's own import, come out as the regulator published them.
using System.Globalization;
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Tests.Measures.Perception;

public sealed class TenLandlordsTests
{
    public static TheoryData<int> Landlords => [.. Enumerable.Range(0, 10)];

    [Theory, MemberData(nameof(Landlords))]
    public async Task Every_percentage_count_required_sample_and_margin_of_ten_landlords_is_the_regulators(int at)
    {
        var landlord = PublishedReturn.Ten()[at];
        var stock = landlord.Tenure switch
        {
            "LCRA" => StockType.LowCostRental,
            "LCHO" => StockType.LowCostHomeOwnership,
            _ => StockType.Combined,
        };
        // the databases take turns: what is counted does not know which it came from
        await using var hearth = await HearthApp.StartAsync(at % 2 == 0 ? DatabaseKind.Sqlite : DatabaseKind.PostgreSql);
        var field = await hearth.AskMeasuresAsync(
            new()
            {
                Opens = new DateOnly(landlord.Year - 1, 9, 1),
                Closes = new DateOnly(landlord.Year - 1, 10, 31),
                Population = landlord.Population,
                Measures = [.. landlord.Measures.Select(measure => measure.Code)],
                Homes =
                [
                    .. Enumerable
                        .Range(0, landlord.Sample)
                        .Select(home => new AskedHome(
                            stock == StockType.LowCostHomeOwnership || (stock == StockType.Combined && home % 3 == 0)
                                ? "Shared ownership"
                                : "General needs"
                        )),
                ],
            }
        );
        var officer = hearth.Staff();
        var taken = await officer.ImportAnswersAsync(field, field.FileOf(landlord.Rows()));
        Assert.Contains(
            string.Create(CultureInfo.GetCultureInfo("en-GB"), $"The answers of {landlord.Sample:N0} homes are in."),
            taken.Text,
            StringComparison.Ordinal
        );
        var year = new ReportingYear(landlord.Year);
        if (stock == StockType.Combined)
        {
            var choose = await officer.OpenAsync(AddressOf.How(year, stock));
            await officer.SubmitAsync(choose, new Dictionary<string, string> { ["Form.Surveys"] = field.Survey.ToString() }, "Save");
        }

        var found = (await hearth.InScopeAsync(s => s.GetRequiredService<PerceptionReader>().OfAsync(year, stock, default)))!;

        Assert.Equal(landlord.Sample, found.Responses);
        Assert.Equal(landlord.Measures.Select(measure => measure.Code), found.Measures.Select(measure => measure.Code));
        Assert.Equal(landlord.CountsAreFractions(), found.Weighting is { Supplied: true });
        if (landlord.Year == 2024)
        {
            // published rounded: the requirement up, the margin to a tenth
            Assert.Equal(landlord.Required, found.RequiredRoundedUp);
            Assert.Equal(landlord.MarginPercent, Math.Round(100 * found.Margin!.Value, 1));
        }
        else
        {
            Assert.Equal((double)landlord.Required, found.RequiredExact, 1e-9);
            Assert.Equal(Math.Ceiling(landlord.Required), found.RequiredRoundedUp);
            Assert.Equal(landlord.MarginPercent, 100 * found.Margin!.Value, 1e-9);
        }
        var page = await officer.OpenAsync(AddressOf.Figures(year, stock));
        var shown = page.All("section[aria-labelledby=figures-heading] > table tbody tr").ToList();
        Assert.Equal(landlord.Measures.Count, shown.Count);
        foreach (var (published, figure, row) in landlord.Measures.Zip(found.Measures, shown))
        {
            var percent = decimal.Round(published.Percent, 1, MidpointRounding.AwayFromZero);
            Assert.True(figure.Published == percent, $"{landlord} {published.Code}: {figure.Published}, published {published.Percent}");
            Assert.Equal(published.Counts, figure.WeightedCounts ?? [.. figure.Counts.Select(count => (decimal)count)]);
            Assert.Equal(published.Yes, figure.WeightedFilterYes ?? figure.FilterYes);
            Assert.Equal(published.No, figure.WeightedFilterNo ?? figure.FilterNo);
            Assert.StartsWith(published.Code, Page.Words(row.QuerySelector("th")!), StringComparison.Ordinal);
            Assert.Equal($"{percent.ToString("0.0", CultureInfo.InvariantCulture)}%", Page.Words(row.QuerySelector("td b")!));
        }
    }

    [Fact]
    public async Task The_plain_result_stands_beside_the_weighted_one_as_the_regulator_has_both()
    {
        var weighted = PublishedReturn.Ten().Where(landlord => landlord.Measures[0].Unweighted.Count > 0).ToList();
        Assert.Equal(3, weighted.Count);
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        foreach (var (at, landlord) in weighted.Index())
        {
            var published = landlord.Measures[0];
            var year = new ReportingYear(2024 + at);
            List<IReadOnlyDictionary<string, string>> rows = [];
            for (var answer = 0; answer < 5; answer++)
            {
                // all who gave an answer count alike but the last, which makes up the sum
                var (many, sum) = (published.Unweighted[answer], published.Counts[answer]);
                var each = decimal.Round(sum / many, 6);
                rows.AddRange(TestMeasures.Rows(many - 1, ("TP01", $"{answer + 1}"), ("weight", Text(each))));
                rows.AddRange(TestMeasures.Rows(1, ("TP01", $"{answer + 1}"), ("weight", Text(sum - (each * (many - 1))))));
            }
            var field = await hearth.AskMeasuresAsync(
                new()
                {
                    Opens = new DateOnly(year.Ending - 1, 9, 1),
                    Closes = new DateOnly(year.Ending - 1, 10, 31),
                    Measures = ["TP01"],
                    Homes = [.. TestMeasures.Homes(rows.Count)],
                }
            );
            await officer.ImportAnswersAsync(field, field.FileOf(rows));

            var page = await officer.OpenAsync(AddressOf.Figures(year, StockType.LowCostRental));

            var cells = page.All("section[aria-labelledby=figures-heading] > table tbody td").Select(Page.Words).ToList();
            Assert.Equal($"{published.Percent.ToString("0.0", CultureInfo.InvariantCulture)}%", cells[0]);
            Assert.StartsWith(
                $"{published.UnweightedPercent!.Value.ToString("0.0", CultureInfo.InvariantCulture)}%",
                cells[2],
                StringComparison.Ordinal
            );
            Assert.NotEqual(published.Percent, published.UnweightedPercent);
            Assert.Contains("The weights came with the answers", page.Text, StringComparison.Ordinal);
        }
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
