// A person in front of a browser. What the browser complains of (a script's error, a breach of the content policy) is kept and ends the test.
using System.Collections.Concurrent;
using Hearth.Support;
using Microsoft.Playwright;

namespace Hearth.Journeys.Tests.Support;

public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext window;
    private readonly ConcurrentQueue<string> complaints = new();

    public Visitor(IBrowserContext window, IPage page)
    {
        this.window = window;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Enqueue($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Enqueue($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    /// <summary>Takes over the cookies of a signed-in browser without a window.</summary>
    public async Task<Visitor> AsAsync(Browser signedIn, HearthApp hearth)
    {
        await window.AddCookiesAsync(signedIn.Cookies.Select(cookie => new Cookie { Name = cookie.Key, Value = cookie.Value, Url = hearth.Address }));
        return this;
    }

    /// <summary>Opens an address of the site. A page that says “not allowed” or “not found” with its status is still a page.</summary>
    public async Task<IResponse> OpenAsync(string address) =>
        await Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load }) ?? throw new InvalidOperationException($"{address} did not answer");

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
