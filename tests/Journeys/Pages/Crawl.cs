// Follows every link that a person sees, as that person: what the site leads to, and what it leads to in vain.
using System.Text.RegularExpressions;
using Hearth.Journeys.Tests.Support;
using Hearth.Support;

namespace Hearth.Journeys.Tests.Pages;

/// <summary>A page that a link led to.</summary>
/// <param name="Address">Path and query.</param>
/// <param name="Route">The page's own route.</param>
/// <param name="Who">Who was looking.</param>
/// <param name="IsPage">False for a file to keep.</param>
internal sealed record Found(string Address, string Route, string Who, bool IsPage = true);

internal static partial class Crawl
{
    /// <summary>Addresses alike but for their numbers are looked at this many times.</summary>
    private const int OfAKind = 2;

    /// <summary>Every kind of page a link leads this person to, and the links that lead nowhere.</summary>
    public static async Task<(IReadOnlyList<Found> Pages, IReadOnlyList<string> DeadEnds)> FromAsync(
        Browser browser,
        string who,
        params string[] starts
    )
    {
        var found = new List<Found>();
        var dead = new List<string>();
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<(string Address, string From)>(starts.Select(start => (start, "the beginning")));
        while (queue.TryDequeue(out var next))
        {
            var kind = KindOf(next.Address);
            if (!seen.Add(next.Address) || kinds.GetValueOrDefault(kind) >= OfAKind)
            {
                continue;
            }
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            var page = await browser.OpenAsync(next.Address);
            if (!page.Response.IsSuccessStatusCode || page.Path.StartsWith("/not-allowed", StringComparison.Ordinal))
            {
                dead.Add($"{who}: {next.From} leads to {next.Address}, which answers {(int)page.Status} at {page.Path}");
                continue;
            }
            var isPage = page.Response.Content.Headers.ContentType?.MediaType == "text/html";
            if (page.Response.Headers.TryGetValues(DemoLandlord.Route, out var route))
            {
                found.Add(new(page.Path, route.Single(), who, isPage));
            }
            if (!isPage)
            {
                continue;
            }
            foreach (var link in page.Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!))
            {
                var target = new Uri(new Uri("http://x" + page.Path), link);
                if (target.Host == "x" && target.AbsolutePath != "/sign-out")
                {
                    queue.Enqueue((target.PathAndQuery, page.Path));
                }
                var inPage = link.StartsWith('#') ? link[1..] : null;
                // the page of parts shows links to what an example does not have
                if (
                    inPage is { Length: > 0 }
                    && !page.Path.StartsWith("/kit", StringComparison.Ordinal)
                    && page.Document.GetElementById(inPage) is null
                )
                {
                    dead.Add($"{who}: {page.Path} leads to {link}, which is not on it");
                }
            }
        }
        return (found, dead);
    }

    /// <summary>An address with its ids, numbers and values left out.</summary>
    private static string KindOf(string address)
    {
        var parts = address.Split('?', 2);
        var path = Ids().Replace(parts[0], "{}");
        var keys =
            parts.Length == 1 ? "" : string.Join('&', parts[1].Split('&').Select(pair => pair.Split('=')[0]).Order(StringComparer.Ordinal));
        return $"{path}?{keys}";
    }

    [GeneratedRegex("(?<=/)([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}|[0-9]+|tp[0-9-a-z]+|q[0-9]+|[A-Z0-9]{8})(?=/|$)")]
    private static partial Regex Ids();
}
