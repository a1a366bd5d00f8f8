// What is built holds nothing that belongs to GOV.UK's brand, and asks no other host for anything.
using System.Text;
using System.Text.RegularExpressions;

namespace Hearth.DesignSystem.Tests.Assets;

public sealed partial class BuiltAssetsTests
{
    private static readonly string Root = Path.Combine(Repository.Root, "src/DesignSystem/wwwroot");

    // Names of what must never be served; the stylesheet may name no image and no font but ours.
    private static readonly string[] Forbidden =
    [
        "GDS Transport",
        "govuk-crest",
        "govuk-crown",
        "govuk-icon-mask",
        "favicon.ico",
        "govuk-opengraph",
        "govuk-header",
        "govuk-footer__copyright",
    ];

    [Fact]
    public void Nothing_served_carries_the_crown_the_crest_or_the_typeface()
    {
        var files = Directory.GetFiles(Root, "*", SearchOption.AllDirectories);
        Assert.Contains(files, f => f.EndsWith("built/hearth.css", StringComparison.Ordinal));
        Assert.Contains(files, f => f.EndsWith("built/fonts/public-sans-latin.woff2", StringComparison.Ordinal));
        Assert.Contains(files, f => f.EndsWith("built/govuk-frontend.min.js", StringComparison.Ordinal));
        Assert.Empty(files.Where(f => Holds(f) is not null).Select(f => $"{f}: {Holds(f)}"));
    }

    [Fact]
    public void The_search_would_find_them()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "a{background:url(/assets/images/govuk-crest.svg)}");
        Assert.Equal("govuk-crest", Holds(file));
        File.Delete(file);
    }

    [Fact]
    public void The_stylesheet_asks_no_other_host_for_anything()
    {
        var css = File.ReadAllText(Path.Combine(Root, "built/hearth.css"));
        Assert.True(css.Length > 50_000, $"The stylesheet is only {css.Length} characters long.");
        Assert.DoesNotContain("@import", css, StringComparison.OrdinalIgnoreCase);
        var addresses = Address().Matches(css).Select(m => m.Groups[1].Value.Trim('"', '\'')).Distinct().ToArray();
        Assert.NotEmpty(addresses);
        Assert.All(addresses, a => Assert.StartsWith("fonts/public-sans-", a, StringComparison.Ordinal));
    }

    [Fact]
    public void The_lock_file_names_no_host()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "src/DesignSystem/package-lock.json"));
        Assert.Contains("\"govuk-frontend\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"resolved\"", text, StringComparison.Ordinal);
    }

    private static string? Holds(string file)
    {
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(file));
        return Forbidden.FirstOrDefault(f =>
            text.Contains(f, StringComparison.OrdinalIgnoreCase) || file.Contains(f, StringComparison.OrdinalIgnoreCase)
        );
    }

    [GeneratedRegex(@"url\(([^)]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
