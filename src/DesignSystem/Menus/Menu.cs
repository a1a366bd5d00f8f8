// The menu a person sees: entries from all modules, for them, in order, with the current one marked.
using System.Security.Claims;
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Http;

namespace Hearth.DesignSystem.Menus;

internal sealed record MenuLine(string Text, string Href, bool Current, string? Section = null)
{
    /// <summary>In the reader's language: the phrase <c>menu.</c> and the section.</summary>
    public string For(Phrases phrases) => Section is not null && phrases.Knows($"menu.{Section}") ? phrases[$"menu.{Section}"] : Text;
}

internal sealed class Menu(IEnumerable<MenuEntry> entries)
{
    private readonly MenuEntry[] inOrder = [.. entries.OrderBy(e => e.Order).ThenBy(e => e.Text, StringComparer.Ordinal)];

    public IReadOnlyList<MenuLine> For(ClaimsPrincipal person, PathString path, string? section, params MenuAudience[] audiences)
    {
        var shown = inOrder.Where(e => audiences.Contains(e.Audience) && (e.ShownTo is null || e.ShownTo(person))).ToArray();
        var current = section is null ? null : shown.FirstOrDefault(e => e.Section == section);
        // Without a section, the longest address that the page lies under.
        current ??= shown.Where(e => Under(path, e.Href)).MaxBy(e => e.Href.Length);
        return [.. shown.Select(e => new MenuLine(e.Text, e.Href, e == current, e.Section))];
    }

    private static bool Under(PathString path, string href)
    {
        var address = href.Split('#', '?')[0];
        return address == "/" ? path == "/" || !path.HasValue : path.StartsWithSegments(address, StringComparison.OrdinalIgnoreCase);
    }
}
