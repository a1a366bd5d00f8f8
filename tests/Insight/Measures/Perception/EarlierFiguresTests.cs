// What STAR found before the regulator’s measures, beside them.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Tests.Measures.Perception;

public sealed class EarlierFiguresTests
{
    [Theory, BothDatabases]
    public async Task Earlier_figures_stand_beside_the_measures_with_the_break_marked(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var page = await officer.OpenAsync(AddressOf.History);

        page = await officer.SubmitAsync(
            page,
            [],
            [
                (
                    "Sheet",
                    "star.csv",
                    "Year,Indicator,Percent,Base,Method\n2017,listens,71,1204,Post\n2017,opportunities,74%,,Post\n2017,pets,3,,Post\n"u8.ToArray()
                ),
            ],
            "Bring it in"
        );
        Assert.StartsWith("Row 4: ‘pets’ is no STAR indicator. Use one of: overall", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Nothing is entered yet.", page.Text, StringComparison.Ordinal);
        page = await officer.SubmitAsync(
            page,
            [],
            [
                (
                    "Sheet",
                    "star.csv",
                    "Year,Indicator,Percent,Base,Method\n2017,listens,71,1204,Post\n2017,opportunities,74%,,Post\n"u8.ToArray()
                ),
            ],
            "Bring it in"
        );
        Assert.Contains("2 figures are added.", page.Text, StringComparison.Ordinal);
        page = await officer.SubmitAsync(page, Star("2017", "listens", "70", "1", "Post"), "Add");
        Assert.Equal(["Listens to views and acts on them of 2017 stands already. Take it out first, or correct the row"], page.Errors);
        page = await officer.SubmitAsync(page, Star("17", "", "101", "0", ""), "Add");
        Assert.Equal(
            [
                "The year must be from 2000 to 2026, and ‘17’ is not",
                "Choose an indicator",
                "The percentage must be a number from 0 to 100, and ‘101’ is not",
                "How many answered must be a whole number of 1 or more, and ‘0’ is not. Leave it empty if you do not know",
                "Enter how it was asked, like Post and online",
            ],
            page.Errors
        );

        page = await officer.OpenAsync(PerceptionField.Address);

        var earlier = page.All("section[aria-labelledby=earlier-heading] tbody tr").Select(Page.Words).ToList();
        Assert.StartsWith("Listens to views and acts on them 2017: 71.0%", earlier[0], StringComparison.Ordinal);
        Assert.Contains("A break, not a trend", page.Text, StringComparison.Ordinal);
        page = await officer.SubmitAsync(await officer.OpenAsync(AddressOf.History), null, "Take out");
        Assert.Contains("is taken out.", page.Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Star(string year, string indicator, string percent, string answered, string method) =>
        new()
        {
            ["Form.Year"] = year,
            ["Form.Indicator"] = indicator,
            ["Form.Percent"] = percent,
            ["Form.Base"] = answered,
            ["Form.Method"] = method,
        };
}
