// The wards that have told us least.
using Hearth.Insight.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Tests;

public sealed class WardsHeardTests
{
    [Theory, BothDatabases]
    public async Task Homes_are_counted_once_and_the_ward_heard_least_comes_first(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var quiet = await hearth.MoveInAsync(Enumerable.Range(0, 30).Select(_ => new NewTenant { Ward = "Marsh End" }));
        var loud = await hearth.MoveInAsync(Enumerable.Range(0, 20).Select(_ => new NewTenant { Ward = "Bridgegate" }));
        await hearth.MoveInAsync(Enumerable.Range(0, 10).Select(_ => new NewTenant { Ward = null }));
        var all = quiet.Concat(loud).ToList();
        await hearth.AskAsync(
            new AskedSurvey
            {
                Title = "Bins",
                AskedDaysAgo = 40,
                Asked = all,
                Answered = [.. quiet.Take(3), .. loud.Take(12)],
            }
        );
        await hearth.AskAsync(
            new AskedSurvey
            {
                Title = "Heating",
                AskedDaysAgo = 20,
                Asked = all,
                Answered = [.. loud.Take(15)],
            }
        );
        await hearth.AskAsync(
            new AskedSurvey
            {
                Title = "Long ago",
                AskedDaysAgo = 400,
                Asked = all,
                Answered = all,
            }
        );

        var heard = await hearth.InScopeAsync(s => s.GetRequiredService<WardsHeard>().ReadAsync(new DateOnly(2025, 11, 13)));

        Assert.Equal((60, 18, 30), (heard.Homes, heard.Heard, heard.In100));
        Assert.Equal([new WardHeard("Marsh End", 30, 3, 10, 20), new WardHeard("Bridgegate", 20, 15, 75, 0)], heard.Wards);
    }
}
