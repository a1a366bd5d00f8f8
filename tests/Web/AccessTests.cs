// Who may open what. Written from the roles' work, not read from the pages' own rules.
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Web.Tests;

public sealed class AccessTests
{
    private const string Officers = "EngagementOfficer";
    private const string Managers = "Manager";
    private const string Everybody = "EngagementOfficer HousingOfficer Manager Councillor";

    public static TheoryData<string, string> Pages { get; } =
        new()
        {
            { "/staff", "" },
            { "/staff/invite", "" },
            { "/settings", Everybody },
            { "/settings/landlord", "" },
            { "/audit", Managers },
            { "/people", Officers },
            { "/people/import", Officers },
            { "/surveys/new", Officers },
            { "/surveys/year", Everybody },
            { "/surveys/year/new", "EngagementOfficer Manager" },
            { "/people/places", Officers },
            { "/insight/who-is-heard", Everybody },
            { "/feedback", Everybody },
            { "/loop", Everybody },
            { "/feedback/new", "EngagementOfficer Manager" },
        };

    [Theory, MemberData(nameof(Pages))]
    public async Task Each_role_opens_its_pages_and_no_others(string path, string allowed)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        foreach (var role in Enum.GetValues<Role>())
        {
            var page = await hearth.Staff(role).OpenAsync(path);

            var expected = role == Role.Administrator || allowed.Split(' ').Contains(role.ToString());
            Assert.True(
                expected != page.Path.StartsWith("/not-allowed", StringComparison.Ordinal),
                $"{role} on {path} came to {page.Path}"
            );
            Assert.Equal(expected ? 200 : 403, (int)page.Status);
        }
        var stranger = await hearth.Anyone().OpenAsync(path);
        Assert.StartsWith("/staff/sign-in", stranger.Path, StringComparison.Ordinal);
        Assert.Contains($"then={Uri.EscapeDataString(path)}", stranger.Path, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/staff/sign-in")]
    [InlineData("/accessibility")]
    [InlineData("/privacy")]
    [InlineData("/s")]
    [InlineData("/tenantlink")]
    [InlineData("/health/live")]
    public async Task Anyone_may_open_the_public_pages(string path)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        Assert.Equal(200, (int)(await hearth.Anyone().OpenAsync(path)).Status);
    }
}
