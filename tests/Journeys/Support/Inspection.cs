// Looks at a page as an auditor does, at a desk and on a phone: axe, nothing wider than the screen, nothing the browser complains of.
using System.Text.Json;
using Deque.AxeCore.Commons;

namespace Hearth.Journeys.Tests.Support;

public static class Inspection
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong with the page that is open, at each width and with all its details open; empty where it is in order.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this Visitor visitor, params int[] widths)
    {
        var page = visitor.Page;
        var before = page.ViewportSize!;
        var faults = new List<string>();
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        await page.EvaluateAsync(Axe);
        foreach (var width in widths.Length > 0 ? widths : [Chromium.Desk, Chromium.Phone])
        {
            await page.SetViewportSizeAsync(width, 900);
            var found = await page.EvaluateAsync<JsonElement>(Look);
            faults.AddRange(found.EnumerateArray().Select(fault => $"{width}: {fault.GetString()}"));
        }
        await page.SetViewportSizeAsync(before.Width, before.Height);
        faults.AddRange(visitor.Complaints());
        return faults;
    }

    /// <summary>The page that is open is in order, as far as a script can tell.</summary>
    public static async Task PassesAsync(this Visitor visitor)
    {
        if (visitor.Scripts)
        {
            Assert.Empty(await visitor.FaultsAsync());
        }
    }

    // WCAG 2.0 to 2.2, A and AA, and axe's own advice on landmarks, headings and regions.
    private const string Look = """
        async () => {
          const faults = [];
          if (document.documentElement.scrollWidth > window.innerWidth) {
            const over = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > window.innerWidth + 0.5);
            faults.push('wider than the screen, ' + document.documentElement.scrollWidth + ' px: ' + over.slice(0, 4).map(e => e.outerHTML.slice(0, 120)).join(' | '));
          }
          const unmade = document.body.innerText.match(/.{0,40}(@if|@foreach|@Model|@\(|\{:|~\/).{0,40}/);
          if (unmade) faults.push('template left in the words: ' + unmade[0]);
          const found = await axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
            resultTypes: ['violations'],
            preload: false,
          });
          for (const v of found.violations) {
            faults.push(v.id + ' (' + v.help + '): ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.html.slice(0, 160)).join(' | '));
          }
          return faults;
        }
        """;
}
