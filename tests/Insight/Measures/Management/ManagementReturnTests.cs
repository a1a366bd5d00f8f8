// What the return is given: values by the regulator's datapoint codes.
using Hearth.Insight.Measures.Management;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Tests.Measures.Management;

public sealed class ManagementReturnTests
{
    [Theory, BothDatabases]
    public async Task The_return_gets_each_value_under_its_code_and_nothing_where_there_is_no_figure(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        await officer.FillAsync("CH01-1-LCRA", "412", "7642");
        await officer.FillAsync("CH02-2-LCRA", "0", "0", ("WithoutExtension", "0"), ("WithExtension", "0"));
        await officer.FillAsync("RP02-1-LCRA", "80", "100", ("Target", "28"), ("SeveralTargets", "yes"), ("TargetsInWords", "Urgent 7"));
        await officer.FillAsync("BS05-all", "", "", ("Applies", "no"));

        var (rental, all) = await hearth.InScopeAsync(async scope =>
        {
            var reader = scope.GetRequiredService<ManagementReturn>();
            var year = new ReportingYear(2026);
            return (await reader.ReadAsync(year, StockType.LowCostRental, default), await reader.ReadAsync(year, StockType.All, default));
        });

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["DP_TSML177"] = "53.9",
                ["DP_TSML178"] = "412",
                ["DP_TSML179"] = "7642",
                ["DP_TSML189"] = "0",
                ["DP_TSML190"] = "0",
                ["DP_TSML191"] = "0",
                ["DP_TSML192"] = "0",
                ["DP_TSML166"] = "80.0",
                ["DP_TSML167"] = "80",
                ["DP_TSML168"] = "100",
                ["DP_TSML172"] = "28",
                ["DP_TSML173"] = "Yes",
                ["DP_TSML484"] = "Urgent 7",
            },
            rental.Values
        );
        Assert.Equal(
            ["CH02-1-LCRA", "CH01-2-LCRA", "RP01-LCRA", "RP02-2-LCRA"],
            rental.Missing.Select(m => m.Line.Key).OrderByDescending(k => k == "CH02-1-LCRA").ThenBy(k => k, StringComparer.Ordinal)
        );
        Assert.Empty(all.Values);
        Assert.Equal(["BS05-all"], all.DoNotApply.Select(line => line.Key));
    }
}
