// What a request says of itself is not believed: its host, where it wants to go next, its method.
using System.Net;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Web.Tests.BadInput;

public sealed class AddressesTests
{
    private const string Ours = "https://tell.ousebridge.example";

    [Theory, BothDatabases]
    public async Task A_forged_host_is_in_no_link_that_leaves_the_house(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind, new Dictionary<string, string?> { ["Hearth:PublicAddress"] = Ours });
        var administrator = hearth.Staff(Role.Administrator);
        var form = await administrator.OpenAsync("/staff/invite");
        var request = new HttpRequestMessage(HttpMethod.Post, "/staff/invite")
        {
            Content = new FormUrlEncodedContent([
                KeyValuePair.Create(
                    "__RequestVerificationToken",
                    form.All("input[name=__RequestVerificationToken]")[0].GetAttribute("value")!
                ),
                KeyValuePair.Create("Name", "Tom Frost"),
                KeyValuePair.Create("Email", "tom@ousebridge.example"),
                KeyValuePair.Create("Roles", "Manager"),
            ]),
        };
        request.Headers.Host = "evil.example";
        request.Headers.Add("X-Forwarded-Host", "evil.example");

        var invited = await administrator.SendAsync(request);

        Assert.Contains($"{Ours}/staff/welcome/", invited.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", invited.Body, StringComparison.Ordinal);
        var message = Assert.Single(await hearth.Database.RowsAsync("SELECT \"Body\" FROM messaging_message"));
        Assert.Contains($"{Ours}/staff/welcome/", message, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_not_ours_is_refused_where_the_landlord_has_named_them()
    {
        await using var hearth = await HearthApp.StartAsync(
            DatabaseKind.Sqlite,
            new Dictionary<string, string?> { ["AllowedHosts"] = "localhost;tell.ousebridge.example" }
        );
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";

        Assert.Equal(HttpStatusCode.BadRequest, (await hearth.Anyone().SendAsync(request)).Status);
        Assert.Equal(HttpStatusCode.OK, (await hearth.Anyone().OpenAsync("/")).Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/%2f%2fevil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    public async Task No_page_sends_anybody_to_another_site(string elsewhere)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        foreach (var page in new[] { "/staff/sign-in", "/sign-in", "/s", "/sign-out" })
        {
            foreach (var name in new[] { "ReturnUrl", "returnUrl", "next", "return" })
            {
                var shown = await hearth.Anyone().OpenAsync($"{page}?{name}={Uri.EscapeDataString(elsewhere)}");

                Assert.True(shown.Status < HttpStatusCode.InternalServerError);
                Assert.DoesNotContain(
                    shown.All("a[href], form[action]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("action")!),
                    target =>
                        target.Contains("evil.example", StringComparison.Ordinal)
                        && !target.StartsWith('?')
                        && !target.StartsWith("/s", StringComparison.Ordinal)
                );
            }
        }
    }

    [Fact]
    public async Task Methods_that_no_page_knows_change_nothing()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Trace, new HttpMethod("PROPFIND") })
        {
            var page = await hearth.Staff(Role.Administrator).SendAsync(new HttpRequestMessage(method, "/staff/invite"));
            Assert.True(page.Status is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError, $"{method}: {page.Status}");
        }
        Assert.Equal(0, await hearth.Database.CountAsync("people_staff_account"));
    }
}
