// The pictures of docs/guide, taken by the same browser that tests the pages. Only when HEARTH_GUIDE=1 asks, so that a test run leaves the tree as it was.
namespace Hearth.Journeys.Tests.Support;

internal static class Guide
{
    private const int Largest = 150 * 1024;

    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("HEARTH_GUIDE") == "1";

    /// <summary>A picture of what the person sees now, under this name.</summary>
    public static async Task ForTheGuideAsync(this Visitor visitor, string name, int height = 0)
    {
        if (!IsAsked || !visitor.Scripts)
        {
            return;
        }
        var before = visitor.Page.ViewportSize!;
        await visitor.Page.SetViewportSizeAsync(before.Width, height > 0 ? height : before.Height);
        await visitor.Page.EvaluateAsync("() => { document.activeElement?.blur(); window.scrollTo(0, 0); }");
        var path = Path.Combine(Repository.Root, "docs", "guide", $"{name}.png");
        await File.WriteAllBytesAsync(path, SmallPicture.From(await visitor.Page.ScreenshotAsync()));
        await visitor.Page.SetViewportSizeAsync(before.Width, before.Height);
        Assert.True(new FileInfo(path).Length <= Largest, $"{name} is {new FileInfo(path).Length:N0} bytes");
    }
}
