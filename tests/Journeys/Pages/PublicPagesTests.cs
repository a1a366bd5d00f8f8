// The pages that anybody opens, before there is a single tenant.
using Hearth.Journeys.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Journeys.Tests.Pages;

public sealed class PublicPagesTests(Chromium chromium)
{
    [Theory]
    [InlineData("/", "Tell us. We’ll tell you what we did about it.")]
    [InlineData("/what-changed", "What changed because of you")]
    [InlineData("/s", "What is your code?")]
    [InlineData("/sign-in", "What is your e-mail address or mobile number?")]
    [InlineData("/staff/sign-in", "Staff sign-in")]
    [InlineData("/accessibility", "Can everyone use this site?")]
    [InlineData("/privacy", "How we look after what you tell us")]
    public async Task A_page_for_everybody_is_in_order_on_an_empty_register(string address, string heading)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite, listen: true);
        await using var visitor = await chromium.VisitorAsync(hearth);

        var answer = await visitor.OpenAsync(address);

        Assert.Equal(200, answer.Status);
        Assert.Contains(heading, await visitor.Page.Locator("h1").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await visitor.FaultsAsync());
    }
}
