// Pages that cannot be shown, and forms that come back too late: plain words, no dead end.
using System.Net;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Web.Tests;

public sealed class ErrorPagesTests
{
    [Theory]
    [InlineData("/nothing/here", HttpStatusCode.NotFound, "We can’t find that page")]
    [InlineData("/error/404", HttpStatusCode.NotFound, "We can’t find that page")]
    [InlineData("/error/200", HttpStatusCode.NotFound, "We can’t find that page")]
    [InlineData("/error/503", HttpStatusCode.ServiceUnavailable, "Sorry, we are closed for a short time")]
    [InlineData("/error/500", HttpStatusCode.InternalServerError, "Sorry, something went wrong")]
    [InlineData("/not-allowed", HttpStatusCode.Forbidden, "You can’t see this page")]
    public async Task A_page_that_cannot_be_shown_says_so_and_leads_on(string path, HttpStatusCode status, string heading)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        var page = await hearth.Anyone().OpenAsync(path);

        Assert.Equal(status, page.Status);
        Assert.Equal(heading, page.Heading);
        Assert.Equal("/", page.LinkTo("Go to the first page"));
    }

    [Fact]
    public async Task A_post_to_an_address_that_takes_none_gets_words_too()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        var page = await hearth
            .Anyone()
            .SendAsync(new HttpRequestMessage(HttpMethod.Post, "/nothing/here") { Content = new FormUrlEncodedContent([]) });

        Assert.Equal(HttpStatusCode.MethodNotAllowed, page.Status);
        Assert.Equal("We can’t read what you sent", page.Heading);
    }

    [Fact]
    public async Task A_form_without_its_token_is_told_to_be_too_old_and_shows_nothing_of_what_was_typed()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        var page = await hearth
            .Anyone()
            .SendAsync(
                new HttpRequestMessage(HttpMethod.Post, "/staff/sign-in")
                {
                    Content = new FormUrlEncodedContent([
                        KeyValuePair.Create("Email", "maya@ousebridge.example"),
                        KeyValuePair.Create("Password", "three brown kettles"),
                    ]),
                }
            );

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Your page is too old to send", page.Heading);
        Assert.DoesNotContain("kettles", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("maya@", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_opened_before_signing_in_elsewhere_is_told_to_be_too_old()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var browser = hearth.Staff(Role.Administrator);
        var form = await browser.OpenAsync("/staff/invite");
        foreach (var (name, value) in hearth.Staff(Role.Administrator, "Somebody else", Guid.CreateVersion7()).Cookies)
        {
            browser.SetCookie((name, value));
        }

        var page = await browser.SubmitAsync(
            form,
            new
            {
                Name = "Tom Ashworth",
                Email = "tom@ousebridge.example",
                Roles = "Manager",
            }
        );

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Your page is too old to send", page.Heading);
    }
}
