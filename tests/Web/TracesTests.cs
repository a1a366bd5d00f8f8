// What a trace says of a request: its route and how it ended, never the address with a tenant's code in it.
using System.Collections.Concurrent;
using System.Diagnostics;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Web.Tests;

public sealed class TracesTests
{
    [Fact]
    public async Task A_request_is_traced_by_its_route_and_its_status_without_the_code_in_its_address()
    {
        var seen = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = seen.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        await hearth.Anyone().OpenAsync("/s/KFWD7HQPTRACE");

        var request = Assert.Single(seen, activity => activity.DisplayName == "GET /s/{code}");
        Assert.Equal("/s/{code}", request.GetTagItem("http.route"));
        Assert.IsType<int>(request.GetTagItem("http.response.status_code"));
        Assert.DoesNotContain(
            request.TagObjects,
            tag => tag.Value?.ToString()?.Contains("KFWD7HQPTRACE", StringComparison.OrdinalIgnoreCase) == true
        );
    }
}
