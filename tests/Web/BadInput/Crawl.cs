// Goes through every page it can reach as a member of staff and sends every form it finds, filled in with the same words.
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Hearth.Support;

namespace Hearth.Web.Tests.BadInput;

internal sealed class Crawl(Browser browser)
{
    private const int MostPages = 140;

    // leaving, and what would take away what the rest of the walk looks at
    private static readonly string[] Left = ["/sign-out", "/kit", "/erase", "/delete", "/health", ".csv", "/settings/landlord"];

    private readonly HashSet<string> seen = [];
    private readonly Queue<string> waiting = new([
        "/",
        "/officer",
        "/surveys",
        "/people",
        "/staff",
        "/messages",
        "/feedback",
        "/loop",
        "/audit",
        "/insight/who-is-heard",
    ]);

    /// <summary>Pages that were opened.</summary>
    public List<Page> Pages { get; } = [];

    /// <summary>Answers to the forms that were sent.</summary>
    public List<(string Form, Page Answer)> Sent { get; } = [];

    /// <summary>Opens pages and sends their forms with these words in every field that takes words.</summary>
    public async Task RunAsync(string words)
    {
        while (waiting.TryDequeue(out var path) && Pages.Count < MostPages)
        {
            if (!seen.Add(Shape(path)))
            {
                continue;
            }
            var page = await browser.OpenAsync(path);
            Pages.Add(page);
            Follow(page);
            foreach (var form in page.All("main form").OfType<IHtmlFormElement>().Where(form => form.Method == "post"))
            {
                await SendAsync(page, form, words);
            }
        }
    }

    /// <summary>Opens again everything that was seen: what was stored is shown now.</summary>
    public async Task<List<Page>> AgainAsync()
    {
        var again = new List<Page>();
        foreach (var page in Pages)
        {
            again.Add(await browser.OpenAsync(page.Path));
        }
        return again;
    }

    private async Task SendAsync(Page page, IHtmlFormElement form, string words)
    {
        var typed = form.QuerySelectorAll("input, textarea")
            .Where(field =>
                field is IHtmlTextAreaElement || field.GetAttribute("type") is null or "text" or "email" or "tel" or "search" or "number"
            )
            .Select(field => field.GetAttribute("name"))
            .Where(name => !string.IsNullOrEmpty(name))
            .Distinct()
            .Select(name => KeyValuePair.Create(name!, words))
            .ToList();
        var action = form.GetAttribute("action") ?? page.Path;
        if (Left.Any(left => action.Contains(left, StringComparison.Ordinal)) || typed.Count == 0)
        {
            return;
        }
        var answer = await browser.SubmitAsync(page, typed, [], null, $"main form:nth-of-type({Place(form)})");
        Sent.Add(($"{page.Path}: {string.Join(", ", typed.Select(field => field.Key))}", answer));
        if (answer.Status == HttpStatusCode.OK)
        {
            waiting.Enqueue(answer.Path);
            Follow(answer);
        }
    }

    private static int Place(IElement form) => form.ParentElement!.Children.Where(e => e.LocalName == "form").ToList().IndexOf(form) + 1;

    private void Follow(Page page)
    {
        foreach (
            var link in page.All("a[href]")
                .Select(a => a.GetAttribute("href")!)
                .Where(href => href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal))
        )
        {
            var path = link.Split('#')[0];
            if (!Left.Any(left => path.Contains(left, StringComparison.Ordinal)))
            {
                waiting.Enqueue(path);
            }
        }
    }

    // one page of each kind: /people/{any id}/contact is the same kind for every person
    private static string Shape(string path) =>
        string.Join('/', path.Split('?')[0].Split('/').Select(part => Guid.TryParse(part, out _) ? "*" : part))
        + (path.Contains("handler=", StringComparison.Ordinal) ? path.Split('?')[1] : "");
}
