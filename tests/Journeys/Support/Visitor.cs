// A person in front of a browser. What the browser complains of (a script's error, a breach of the content policy) is kept and ends the test.
using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Hearth.Support;
using Microsoft.Playwright;

namespace Hearth.Journeys.Tests.Support;

public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext window;
    private readonly ConcurrentQueue<string> complaints = new();

    public Visitor(IBrowserContext window, IPage page, bool scripts)
    {
        this.window = window;
        Scripts = scripts;
        Page = page;
        page.Console += (_, message) =>
        {
            // a page that says “not found” says so by its status too
            var itself =
                message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
                && message.Location.StartsWith(page.Url, StringComparison.Ordinal);
            if (message.Type is "error" or "warning" && !itself)
            {
                complaints.Enqueue($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Enqueue($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    /// <summary>Whether this browser runs scripts.</summary>
    public bool Scripts { get; }

    /// <summary>Takes over the cookies of a signed-in browser without a window.</summary>
    public async Task<Visitor> AsAsync(Browser signedIn, HearthApp hearth)
    {
        await window.AddCookiesAsync(
            signedIn.Cookies.Select(cookie => new Cookie
            {
                Name = cookie.Key,
                Value = cookie.Value,
                Url = hearth.Address,
            })
        );
        return this;
    }

    /// <summary>Opens an address of the site. A page that says “not allowed” or “not found” with its status is still a page.</summary>
    public async Task<IResponse> OpenAsync(string address) =>
        await Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load })
        ?? throw new InvalidOperationException($"{address} did not answer");

    /// <summary>The main part of the page reads so.</summary>
    public Task ReadsAsync(params IEnumerable<string> words) =>
        EachAsync(words, text => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text));

    /// <summary>The page's heading is this.</summary>
    public Task IsAtAsync(string heading) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(heading);

    public Task FillsAsync(string label, string value) => Page.GetByLabel(label, new() { Exact = true }).FillAsync(value);

    /// <summary>Fills in a day in its three boxes.</summary>
    public async Task FillsDayAsync(string legend, int day, int month, int year)
    {
        var date = Page.GetByRole(AriaRole.Group, new() { Name = legend });
        await date.GetByLabel("Day").FillAsync($"{day}");
        await date.GetByLabel("Month").FillAsync($"{month}");
        await date.GetByLabel("Year").FillAsync($"{year}");
    }

    /// <summary>Ticks a box or chooses an answer by its words.</summary>
    public Task ChoosesAsync(string label) => Page.GetByLabel(label, new() { Exact = true }).CheckAsync();

    public Task PressesAsync(string button) =>
        Page.Locator("main").GetByRole(AriaRole.Button, new() { NameRegex = Named(button) }).First.ClickAsync();

    public Task FollowsAsync(string link) => Page.GetByRole(AriaRole.Link, new() { NameRegex = Named(link) }).First.ClickAsync();

    // Words that only a screen reader says stand apart from the others by a space that nobody sees.
    private static Regex Named(string words) =>
        new(
            string.Join(@"\s*", words.Replace(":", " :", StringComparison.Ordinal).Split(' ').Select(Regex.Escape)),
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );

    private static async Task EachAsync(IEnumerable<string> words, Func<string, Task> look)
    {
        foreach (var text in words)
        {
            await look(text);
        }
    }

    /// <summary>What the browser complained of since the last time it was asked.</summary>
    public IReadOnlyList<string> Complaints()
    {
        var heard = new List<string>();
        while (complaints.TryDequeue(out var complaint))
        {
            heard.Add(complaint);
        }
        return heard;
    }

    public async ValueTask DisposeAsync() => await window.DisposeAsync();
}
