// What a page that breaks still owes its reader: the headers that shut a browser's doors; and what no longer breaks a page.
using System.Net;
using System.Security.Claims;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Web.Tests;

public sealed class BrokenPageTests
{
    [Fact]
    public async Task A_page_that_broke_carries_the_headers_too()
    {
        await using var hearth = await HearthApp.StartAsync(
            DatabaseKind.Sqlite,
            services: services => services.AddScoped<IFirstPageNews, Breaks>()
        );

        var page = await hearth.Staff().OpenAsync("/officer");

        Assert.Equal((HttpStatusCode.InternalServerError, "Sorry, something went wrong"), (page.Status, page.Heading));
        Assert.Contains("script-src 'self'", Header(page, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(
            ("nosniff", "DENY", "no-store"),
            (Header(page, "X-Content-Type-Options"), Header(page, "X-Frame-Options"), Header(page, "Cache-Control"))
        );
        Assert.DoesNotContain("number broke", page.Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_character_that_nobody_types_breaks_no_page(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var anyone = hearth.Anyone();

        var search = await anyone.OpenAsync("/what-changed?q=li%00ft");
        var signIn = await anyone.SubmitAsync(
            await anyone.OpenAsync("/staff/sign-in"),
            new { Email = "maya\0@example.org", Password = "no such\0 password" }
        );

        Assert.Equal(HttpStatusCode.OK, search.Status);
        Assert.Contains("No answer fits", search.Text, StringComparison.Ordinal);
        // the framework does not read such a form at all
        Assert.Equal((HttpStatusCode.BadRequest, "Your page is too old to send"), (signIn.Status, signIn.Heading));
    }

    [Theory, BothDatabases]
    public async Task A_year_in_which_nothing_can_be_is_not_there(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        var page = await hearth.Staff().OpenAsync("/insight/who-is-heard?who=period&from=9999-12-31&to=9999-12-31");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task An_https_address_means_cookies_for_https_alone_even_behind_a_proxy()
    {
        await using var hearth = await HearthApp.StartAsync(
            DatabaseKind.Sqlite,
            new Dictionary<string, string?> { ["Hearth:PublicAddress"] = "https://tell.ousebridge.example" }
        );

        var page = await hearth.Anyone().OpenAsync("/staff/sign-in");

        Assert.Contains("secure", Header(page, "Set-Cookie"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age", Header(page, "Strict-Transport-Security"), StringComparison.Ordinal);
    }

    private static string Header(Page page, string name) =>
        string.Join("; ", page.Response.Headers.Concat(page.Response.Content.Headers).Where(h => h.Key == name).SelectMany(h => h.Value));

    private sealed class Breaks : IFirstPageNews
    {
        public Task<FirstPageNews> ReadAsync(ClaimsPrincipal reader, DateOnly until, CancellationToken stop) =>
            throw new InvalidOperationException("number broke");
    }
}
