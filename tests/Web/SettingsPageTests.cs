// One page from which everything that may be set is reached, and only that.
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Web.Tests;

public class SettingsPageTests
{
    [Theory, BothDatabases]
    public async Task An_administrator_finds_every_setting_in_one_place_and_an_officer_only_what_is_theirs(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        var all = await hearth.Staff(Role.Administrator).OpenAsync("/settings");
        Assert.Equal(
            ["Name and colours", "Languages", "How we ask", "How long we keep data", "Staff", "Who did what", "The server’s clock"],
            Named(all)
        );

        Assert.Equal(["How we ask"], Named(await hearth.Staff(Role.EngagementOfficer).OpenAsync("/settings")));
        Assert.Equal(["How long we keep data", "Who did what"], Named(await hearth.Staff(Role.Manager).OpenAsync("/settings")));
        var councillor = await hearth.Staff(Role.Councillor).OpenAsync("/settings");
        Assert.Contains("There is nothing for you to set", councillor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(councillor.All("nav a"), link => link.TextContent.Trim() == "Settings");
        Assert.Contains(all.All("nav a"), link => link.TextContent.Trim() == "Settings");
    }

    private static string[] Named(Page page) => [.. page.All("main .hearth-list b").Select(name => name.TextContent.Trim())];
}
