// The page of settings in the menu of those who may set something.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;

namespace Hearth.Web.SeeSettings;

internal static class SettingsPage
{
    private static readonly Role[] Set = [Role.Administrator, Role.Manager, Role.EngagementOfficer];

    public static void AddSettingsPage(this IServiceCollection services)
    {
        services.AddMenuEntry(
            new("Settings", "/settings", 96, MenuAudience.Officer, user => Set.Any(role => user.IsInRole(role.ToString())), "settings")
        );
        services.AddMenuEntry(
            new("The server’s clock", "/settings/clock", 70, MenuAudience.Settings, user => user.IsInRole(nameof(Role.Administrator)))
            {
                Says = "What it says, and whether it leapt.",
            }
        );
    }
}
