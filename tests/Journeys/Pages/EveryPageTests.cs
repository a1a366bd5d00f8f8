// Every page there is, opened on the demo landlord by somebody who may: in order at a desk and on a phone. A page nobody visits fails the test.
using System.Collections.Concurrent;
using Hearth.Journeys.Tests.Support;
using Hearth.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Journeys.Tests.Pages;

public sealed class EveryPageTests(Chromium chromium, DemoLandlord demo, ITestOutputHelper output)
{
    private const int Windows = 3;

    /// <summary>Files and ways through that the demo has no reason for; each is visited in the test named beside it.</summary>
    private static readonly string[] VisitedElsewhere =
    [
        "s/{code}/{key}/listen", // NewKindsTests
        "surveys/{id:guid}/questions/{questionId:guid}/sound/play", // NewKindsTests
        "surveys/{id:guid}/files/{file:guid}", // NewKindsTests
        "staff/directory", // DirectoryTests
        "staff/directory/back", // DirectoryTests
    ];

    private static readonly string[] Staff = ["Maya Desai", "Helen Okafor", "Tom Ashworth", "Councillor Ruth Pike"];

    [Fact]
    public async Task Every_page_is_in_order_and_no_link_leads_nowhere()
    {
        var hearth = await demo.ToldAsync();
        await TakePicturesAsync(hearth);
        var doings = new Doings(hearth);
        List<Person> people =
        [
            await doings.OfficeAsync(),
            .. await doings.AtTheStaffDoorAsync(),
            .. await doings.TenantsAsync(),
            new("anyone", hearth.Anyone(), "/"),
        ];
        foreach (var name in Staff)
        {
            people.Add(new(name, await DemoLandlord.SignInAsync(hearth, name), "/officer"));
        }

        var faults = new ConcurrentBag<string>();
        var found = new List<(Found Page, Person Person)>();
        foreach (var person in people)
        {
            var (pages, dead) = await Crawl.FromAsync(person.Browser, person.Name, person.Starts);
            found.AddRange(pages.Select(page => (page, person)));
            foreach (var end in dead)
            {
                faults.Add(end);
            }
        }
        found.AddRange(
            new[] { 400, 403, 404, 429, 500, 503 }.Select(status =>
                (new Found($"/error/{status}", "error/{status:int}", "anyone"), people.Single(p => p.Name == "anyone"))
            )
        );
        found.Add((new Found("/not-allowed", "not-allowed", "anyone"), people.Single(p => p.Name == "anyone")));
        foreach (var route in RoutesOf(hearth).Except(found.Select(f => f.Page.Route)).Except(VisitedElsewhere))
        {
            faults.Add($"nobody visited {route}");
        }

        var queue = new ConcurrentQueue<(Found Page, Person Person)>(
            found.Where(f => f.Page.IsPage).DistinctBy(f => f.Page.Address).GroupBy(f => f.Page.Route).SelectMany(g => g.Take(Looks(g.Key)))
        );
        output.WriteLine($"{found.Count} addresses, {queue.Count} looked at");
        await Task.WhenAll(Enumerable.Range(0, Windows).Select(_ => LookAsync(hearth, queue, faults)));
        Assert.True(faults.IsEmpty, string.Join("\n", faults.Order(StringComparer.Ordinal)));
    }

    /// <summary>How many addresses of a page are looked at: more where what it holds changes how it is made.</summary>
    private static int Looks(string route) =>
        route switch
        {
            "s/{code}/{key}" or "error/{status:int}" => 9,
            "surveys/{id:guid}"
            or "surveys/{id:guid}/results"
            or "surveys/{id:guid}/results/{key}"
            or "feedback/{id:guid}"
            or "messages/{id:guid}"
            or "insight/who-is-heard" => 2,
            _ => 1,
        };

    private async Task TakePicturesAsync(HearthApp hearth)
    {
        if (!Guide.IsAsked)
        {
            return;
        }
        await using var maya = await (await chromium.VisitorAsync(hearth)).AsAsync(
            await DemoLandlord.SignInAsync(hearth, "Maya Desai"),
            hearth
        );
        await maya.OpenAsync("/officer");
        await maya.ForTheGuideAsync("officer-home", 1180);
        await maya.OpenAsync("/surveys");
        await maya.FollowsAsync("Heating and bills");
        await maya.ForTheGuideAsync("in-the-field", 900);
        await maya.OpenAsync("/surveys");
        await maya.FollowsAsync("How are we doing? Your yearly survey");
        await maya.PressesAsync("See the results");
        await maya.ForTheGuideAsync("results", 900);
        await maya.OpenAsync($"{maya.Page.Url}/tp06");
        await maya.ForTheGuideAsync("results-question", 980);
        await maya.OpenAsync("/insight/who-is-heard");
        await maya.ForTheGuideAsync("who-is-heard", 980);
        await maya.OpenAsync("/feedback");
        await maya.ForTheGuideAsync("board", 900);
        await maya.OpenAsync("/what-changed");
        await maya.ForTheGuideAsync("what-changed", 900);
    }

    private async Task LookAsync(HearthApp hearth, ConcurrentQueue<(Found Page, Person Person)> queue, ConcurrentBag<string> faults)
    {
        var windows = new Dictionary<string, Visitor>(StringComparer.Ordinal);
        while (queue.TryDequeue(out var next))
        {
            if (!windows.TryGetValue(next.Person.Name, out var visitor))
            {
                windows[next.Person.Name] = visitor = await (await chromium.VisitorAsync(hearth)).AsAsync(next.Person.Browser, hearth);
            }
            await visitor.OpenAsync(next.Page.Address);
            await visitor.KeepPicturesAsync(next.Page);
            foreach (var fault in await visitor.FaultsAsync())
            {
                faults.Add($"{next.Page.Address} as {next.Person.Name}, {fault}");
            }
        }
        foreach (var window in windows.Values)
        {
            await window.DisposeAsync();
        }
    }

    private static HashSet<string> RoutesOf(HearthApp hearth)
    {
        var routes = hearth
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .ToHashSet(StringComparer.Ordinal);
        Assert.True(routes.Count > 60, "looked at too little");
        return routes;
    }
}
