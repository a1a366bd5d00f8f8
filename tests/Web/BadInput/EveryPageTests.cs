// Every page there is, asked for things that are not there and sent forms that are not its own. Found from the routes: a new page is held too.
using System.Net;
using System.Text.RegularExpressions;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Web.Tests.BadInput;

public sealed partial class EveryPageTests
{
    [Theory, BothDatabases]
    public async Task An_id_that_nobody_has_is_not_there(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var routes = Routes(hearth).Where(route => route.Contains(":guid}", StringComparison.Ordinal)).ToList();
        Assert.True(routes.Count > 25, "looked at too few pages");

        var wrong = new List<string>();
        foreach (var route in routes)
        {
            var page = await hearth.Staff(Role.Administrator).OpenAsync(Filled(route, Guid.CreateVersion7().ToString()));
            if (page.Status != HttpStatusCode.NotFound || page.Heading != "We can’t find that page")
            {
                wrong.Add($"{route}: {(int)page.Status} {page.Path}");
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task An_id_that_is_none_is_not_there()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        foreach (var id in new[] { "1", "not-an-id", "..%2f..%2fetc%2fpasswd", "%27%20OR%201=1--" })
        {
            foreach (var route in Routes(hearth).Where(route => route.Contains(":guid}", StringComparison.Ordinal)))
            {
                var page = await hearth.Staff(Role.Administrator).OpenAsync(Filled(route, id));
                Assert.True(page.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{route} with {id}: {page.Status}");
            }
        }
    }

    [Theory, BothDatabases]
    public async Task A_form_that_is_not_the_pages_own_breaks_nothing(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var browser = hearth.Staff(Role.Administrator);
        var token = (await browser.OpenAsync("/staff/invite")).All("input[name=__RequestVerificationToken]")[0].GetAttribute("value")!;
        var routes = Routes(hearth).Where(route => !route.Contains("sign-out", StringComparison.Ordinal)).ToList();
        Assert.True(routes.Count > 50, "looked at too few pages");

        var broken = new List<string>();
        foreach (var route in routes)
        {
            foreach (var handler in new[] { "", "?handler=Nothing", "?handler=Delete" })
            {
                var path = Filled(route, Guid.CreateVersion7().ToString()) + handler;
                var form = new FormUrlEncodedContent([
                    KeyValuePair.Create("__RequestVerificationToken", token),
                    KeyValuePair.Create("Id", "x"),
                    KeyValuePair.Create("Survey.Status", "Open"),
                ]);
                var page = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = form });
                if (page.Status >= HttpStatusCode.InternalServerError)
                {
                    broken.Add(path);
                }
            }
        }
        Assert.Empty(broken);
    }

    [Fact]
    public async Task No_form_is_taken_without_its_token()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var browser = hearth.Staff(Role.Administrator);

        var taken = new List<string>();
        foreach (var route in Routes(hearth).Where(route => !route.StartsWith("/error", StringComparison.Ordinal) && route != "/sign-out"))
        {
            var path = Filled(route, Guid.CreateVersion7().ToString());
            var page = await browser.SendAsync(
                new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([KeyValuePair.Create("Title", "x")]) }
            );
            if (
                page.Status is not (HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
                && !page.Path.StartsWith("/sign-in", StringComparison.Ordinal)
            )
            {
                taken.Add($"{route}: {page.Status} {page.Path}");
            }
        }
        Assert.Empty(taken);
    }

    [Theory]
    [InlineData(Role.Councillor)]
    [InlineData(Role.HousingOfficer)]
    public async Task What_a_role_may_not_open_it_may_not_send(Role role)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var browser = hearth.Staff(role);
        var token = (await browser.OpenAsync("/what-changed"))
            .All("input[name=__RequestVerificationToken]")
            .FirstOrDefault()
            ?.GetAttribute("value");
        var closed = new List<string>();
        foreach (var route in Routes(hearth).Where(route => route != "/not-allowed"))
        {
            var path = Filled(route, Guid.CreateVersion7().ToString());
            if (!(await browser.OpenAsync(path)).Path.StartsWith("/not-allowed", StringComparison.Ordinal))
            {
                continue;
            }
            closed.Add(path);
            var sent = await browser.SendAsync(
                new HttpRequestMessage(HttpMethod.Post, path)
                {
                    Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token ?? "")]),
                }
            );
            Assert.True(
                sent.Path.StartsWith("/not-allowed", StringComparison.Ordinal) && sent.Status == HttpStatusCode.Forbidden,
                $"{path}: {sent.Status} {sent.Path}"
            );
        }
        Assert.True(closed.Count > 15, "looked at too few pages");
    }

    private static List<string> Routes(HearthApp hearth) =>
        [
            .. hearth
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null)
                .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static string Filled(string route, string id) =>
        Parameter()
            .Replace(
                route,
                part =>
                    part.Groups["rule"].Value switch
                    {
                        "guid" => id,
                        "int" => "999999",
                        { Length: > 0 } rule when rule.StartsWith("regex", StringComparison.Ordinal) => "set-aside",
                        _ => "nobody",
                    }
            );

    [GeneratedRegex(@"\{(?<name>\w+)(:(?<rule>(?:[^{}]|\{\{|\}\})+))?\??\}")]
    private static partial Regex Parameter();
}
