// The landlord's public first page.
using System.Net;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Web.Tests;

public sealed class HomeTests
{
    [Theory, BothDatabases]
    public async Task The_first_page_opens_on_an_empty_database(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        var home = await hearth.Anyone().OpenAsync("/");

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Equal("Tell us. We’ll tell you what we did about it.", home.Heading);
        Assert.Contains("Nothing is open today", home.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_postcode_where_we_own_nothing_is_said_so_and_kept(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        var home = await hearth.Anyone().OpenAsync("/?postcode=%3Cscript%3Ezz");

        Assert.Contains("We have no home at “<script>zz”", home.Text, StringComparison.Ordinal);
        Assert.Empty(home.All("main script"));
    }
}
