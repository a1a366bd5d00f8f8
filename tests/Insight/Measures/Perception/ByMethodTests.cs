// Satisfaction by the way people answered.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Tests.Measures.Perception;

public sealed class ByMethodTests
{
    [Theory, BothDatabases]
    public async Task Satisfaction_by_method_is_hidden_under_fifty_and_small_counts_with_what_gives_them_away(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var field = await hearth.AskMeasuresAsync(new() { Measures = ["TP01"], Homes = [.. TestMeasures.Homes(150)] });
        await officer.ImportAnswersAsync(
            field,
            field.FileOf([
                .. TestMeasures.Rows(60, ("TP01", "1"), ("channel", "telephone")),
                .. TestMeasures.Rows(3, ("TP01", "5"), ("channel", "telephone")),
                .. TestMeasures.Rows(30, ("TP01", "1"), ("channel", "online")),
                .. TestMeasures.Rows(19, ("TP01", "4"), ("channel", "online")),
                .. TestMeasures.Rows(38, ("TP01", "3"), ("channel", "paper")),
            ])
        );

        var page = await officer.OpenAsync(PerceptionField.Address);

        var ways = page.All("section[aria-labelledby=method-heading] > table tbody tr").Select(Page.Words).ToList();
        Assert.Equal(["By telephone 63 42 95.2%", "Online 49 33 [u]", "By post 38 25 [u]"], ways);
        var counts = page.All("section[aria-labelledby=method-heading] details tbody tr").Select(Page.Words).ToList();
        Assert.DoesNotContain(counts, row => row.Contains(" 3 ", StringComparison.Ordinal));
        // two of a row at the least, or the hidden one is the total less the rest
        Assert.All(
            counts.Where(row => row.Contains("[c]", StringComparison.Ordinal)),
            row => Assert.True(row.Split("[c]").Length > 2, row)
        );
    }
}
