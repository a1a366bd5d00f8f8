// The two answers for the landlord's IT.
using System.Net;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Web.Tests;

public sealed class HealthTests
{
    [Theory, BothDatabases]
    public async Task A_migrated_database_is_ready(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        var ready = await hearth.Anyone().OpenAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, ready.Status);
        Assert.Equal("Healthy", ready.Body);
    }

    [Fact]
    public async Task The_stylesheet_is_served()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        var css = await hearth.Anyone().OpenAsync("/_content/Hearth.DesignSystem/built/hearth.css");

        Assert.Equal(HttpStatusCode.OK, css.Status);
        Assert.Contains("hearth-said", css.Body, StringComparison.Ordinal);
    }
}
