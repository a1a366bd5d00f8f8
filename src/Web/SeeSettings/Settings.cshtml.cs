// /settings: everything that whoever looks may change about how Hearth works, declared by the modules.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Web.SeeSettings;

[StaffOnly]
internal sealed class SettingsModel(IEnumerable<MenuEntry> entries) : PageModel
{
    public IReadOnlyList<MenuEntry> Entries { get; private set; } = [];

    public void OnGet() =>
        Entries = [
            .. entries
                .Where(entry => entry.Audience == MenuAudience.Settings && (entry.ShownTo is null || entry.ShownTo(User)))
                .OrderBy(entry => entry.Order)
                .ThenBy(entry => entry.Text, StringComparer.Ordinal),
        ];
}
