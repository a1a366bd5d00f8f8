// The one browser of these tests: Chromium as Debian packs it. Each visitor is a window of their own, with nobody else's cookies.
using Hearth.Journeys.Tests.Support;
using Hearth.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Hearth.Journeys.Tests.Support;

public sealed class Chromium : IAsyncLifetime
{
    public const int Phone = 360;
    public const int Desk = 1280;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--font-render-hinting=none",
                    "--disable-lcd-text",
                ],
            }
        );
    }

    /// <summary>Somebody sits down, or takes their phone out.</summary>
    public async Task<Visitor> VisitorAsync(HearthApp hearth, bool scripts = true, int width = Desk)
    {
        var window = await browser!.NewContextAsync(
            new()
            {
                BaseURL = hearth.Address,
                JavaScriptEnabled = scripts,
                Locale = "en-GB",
                TimezoneId = "Europe/London",
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new() { Width = width, Height = width == Phone ? 740 : 900 },
            }
        );
        window.SetDefaultTimeout(20_000);
        return new Visitor(window, await window.NewPageAsync(), scripts);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }
        playwright?.Dispose();
    }
}
