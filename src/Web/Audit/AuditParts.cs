// The record of who did what has a place in the menu of those who may read it.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;

namespace Hearth.Web.Audit;

internal static class AuditParts
{
    public static void AddAuditPage(this IServiceCollection services) =>
        services.AddMenuEntry(
            new MenuEntry(
                "Who did what",
                "/audit",
                60,
                MenuAudience.Settings,
                user => user.IsInRole(nameof(Role.Administrator)) || user.IsInRole(nameof(Role.Manager))
            )
            {
                Says = "Every change, by whom and when.",
            }
        );
}
