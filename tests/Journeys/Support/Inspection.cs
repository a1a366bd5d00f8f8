// Looks at a page as an auditor does: axe, nothing wider than the screen, one heading, at a desk and on a phone.
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Hearth.Journeys.Tests.Support;

public static class Inspection
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>What is wrong with the page that is open, at both widths with all details open; empty where it is in order.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this Visitor visitor, params int[] widths)
    {
        var page = visitor.Page;
        var faults = new List<string>();
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        foreach (var width in widths.Length > 0 ? widths : [Chromium.Desk, Chromium.Phone])
        {
            await page.SetViewportSizeAsync(width, 900);
            var wide = await page.EvaluateAsync<string?>(WiderThanTheScreen);
            if (wide is not null)
            {
                faults.Add($"{width}: wider than the screen: {wide}");
            }
            foreach (var violation in (await page.RunAxe(Rules)).Violations)
            {
                faults.Add(
                    $"{width}: {violation.Id} ({violation.Help}): {string.Join(" | ", violation.Nodes.Take(3).Select(n => $"{n.Target} {Short(n.Html)}"))}"
                );
            }
        }
        faults.AddRange(visitor.Complaints());
        return faults;
    }

    private static string Short(string html) => html.Length > 160 ? html[..160] + "…" : html;

    private const string WiderThanTheScreen = """
        () => {
          if (document.documentElement.scrollWidth <= window.innerWidth) return null;
          const over = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > window.innerWidth + 0.5 && getComputedStyle(e).position !== 'absolute');
          return document.documentElement.scrollWidth + ' px: ' + over.slice(0, 4).map(e => e.tagName.toLowerCase() + (e.className.baseVal ?? e.className ? '.' + String(e.className.baseVal ?? e.className).trim().split(/\s+/).join('.') : '')).join(', ');
        }
        """;
}
