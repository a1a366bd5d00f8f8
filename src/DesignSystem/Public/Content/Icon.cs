// The drawings themselves, each on a field of 20 by 20.
using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Public.Content;

/// <summary>Hearth's icons.</summary>
public static class Icon
{
    private static readonly Dictionary<string, string> Drawings = new(StringComparer.Ordinal)
    {
        ["tick"] = """<path d="m4 10.6 4 4 8-9" />""",
        ["cross"] = """<path d="m5 5 10 10M15 5 5 15" />""",
        ["alert"] =
            """<path d="M10 3.2 17.6 16.400H2.400z" /><path d="M10 8v4" /><circle cx="10" cy="14.2" r=".6" fill="currentColor" />""",
        ["info"] = """<circle cx="10" cy="10" r="7.2" /><path d="M10 9.200v4.6" /><circle cx="10" cy="6.4" r=".7" fill="currentColor" />""",
        ["clock"] = """<circle cx="10" cy="10" r="7.2" /><path d="M10 5.8V10l2.8 2" />""",
        ["calendar"] = """<rect x="3" y="4.4" width="14" height="12.4" rx="2" /><path d="M3 8.4h14M7 2.6v3.4M13 2.6v3.4" />""",
        ["search"] = """<circle cx="8.8" cy="8.8" r="5.2" /><path d="m12.8 12.8 4.2 4.2" />""",
        ["mail"] = """<rect x="2.6" y="4.4" width="14.8" height="11.4" rx="1.6" /><path d="m3 5.4 7 5.6 7-5.6" />""",
        ["lock"] = """<rect x="4.4" y="8.8" width="11.2" height="8" rx="1.6" /><path d="M6.8 8.800V6.400a3.2 3.2 0 0 1 6.4 0v2.4" />""",
        ["plus"] = """<path d="M10 4v12M4 10h12" />""",
        ["up"] = """<path d="M10 16V4.600M5 9.400l5-5 5 5" />""",
        ["down"] = """<path d="M10 4v11.400M5 10.600l5 5 5-5" />""",
        ["right"] = """<path d="M4 10h11.400M10.6 5l5 5-5 5" />""",
        ["listen"] =
            """<path d="M3 7.6v4.8h3l4 3.4V4.2L6 7.6z" fill="currentColor" /><path d="M13 7.2a4 4 0 0 1 0 5.6M15.2 4.8a7.4 7.4 0 0 1 0 10.4" />""",
        ["phone"] =
            """<path d="M5.2 2.8 7.8 3l1 3.8-1.9 1.5a10.4 10.4 0 0 0 4.8 4.8l1.5-1.9 3.8 1 .2 2.6c0 1.2-.9 2.2-2.1 2.1C8.7 16.4 3.6 11.3 3.1 4.9 3 3.7 4 2.8 5.2 2.800z" />""",
        ["text"] = """<path d="M3 4.200h14v9.600H9.600L6 17v-3.200H3z" /><path d="M6.4 7.800h7.200M6.4 10.400h4.6" />""",
        ["file"] = """<path d="M4.6 2.800h7.600l3.2 3.200v11.200H4.600z" /><path d="M12 2.800v3.600h3.4" />""",
        ["paper"] = """<path d="M4.6 2.800h7.600l3.2 3.200v11.200H4.600z" /><path d="M7.4 8.600h5.200M7.4 11.400h5.200M7.4 14.200h3" />""",
        ["print"] = """<path d="M5.8 7.400V3h8.400v4.400M5.8 13.400H3V7.400h14v6h-2.8" /><path d="M5.8 11.400h8.400V17H5.800z" />""",
        ["door"] = """<path d="M5 17.200V7.200a5 5 0 0 1 10 0v10M3 17.200h14" /><circle cx="12" cy="11.6" r=".7" fill="currentColor" />""",
        ["place"] =
            """<path d="M10 17.600c3.4-4 5.2-6.7 5.2-9.200a5.2 5.2 0 0 0-10.4 0c0 2.5 1.8 5.2 5.2 9.200z" /><circle cx="10" cy="8.3" r="1.8" />""",
        ["person"] = """<circle cx="10" cy="6.6" r="3.2" /><path d="M3.8 17c0-3.5 2.8-5.6 6.2-5.6s6.2 2.1 6.2 5.6" />""",
        ["people"] =
            """<circle cx="7.4" cy="7" r="2.8" /><path d="M2.4 16.4c0-3 2.2-4.9 5-4.9s5 1.9 5 4.9M13 4.6a2.6 2.6 0 0 1 0 5M14.4 11.7c2 .5 3.3 2.2 3.3 4.7" />""",
    };

    public static IReadOnlyCollection<string> Names => Drawings.Keys;

    /// <summary>The SVG of an icon.</summary>
    /// <exception cref="ArgumentException">No icon has this name.</exception>
    public static IHtmlContent Draw(string name, int size)
    {
        if (!Drawings.TryGetValue(name, out var drawing))
        {
            throw new ArgumentException($"There is no icon “{name}”. There are: {string.Join(", ", Names)}.", nameof(name));
        }

        return new HtmlString(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""<svg class="hearth-icon" width="{size}" height="{size}" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">{drawing}</svg>"""
            )
        );
    }
}
