// A picture of every page at a desk and on a phone, in artifacts/pages, for whoever wants to look them all over: HEARTH_PICTURES=1.
using Hearth.Journeys.Tests.Support;

namespace Hearth.Journeys.Tests.Pages;

internal static class Pictures
{
    private static readonly bool Wanted = Environment.GetEnvironmentVariable("HEARTH_PICTURES") == "1";

    public static async Task KeepPicturesAsync(this Visitor visitor, Found found)
    {
        if (!Wanted)
        {
            return;
        }
        var name = string.Concat($"{found.Route} {found.Who}".Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "pages")).FullName;
        for (var copy = 1; File.Exists(Path.Combine(folder, $"{name}-360.png")); copy++)
        {
            name = $"{name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')}{copy}";
        }
        foreach (var width in new[] { Chromium.Phone, Chromium.Desk })
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            // a run of two hundred letters is too long for one picture
            var tall = await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight") > 12_000;
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = !tall });
        }
    }
}
