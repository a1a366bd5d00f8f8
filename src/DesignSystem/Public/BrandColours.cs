// A landlord's four colours, and whether a person can read them.
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hearth.DesignSystem.Public;

/// <summary>The four colours a landlord may change, each written <c>#rrggbb</c>. Charts, warnings and focus never change.</summary>
/// <param name="Brand">Buttons and links. At least 4.5:1 on white.</param>
/// <param name="Deep">Bars and hover. At least 4.5:1 on white; white words stand on it.</param>
/// <param name="Mid">Borders on hover. At least 3:1 on white.</param>
/// <param name="Tint">Panels. Ink, brand and deep must each reach 4.5:1 on it.</param>
public sealed partial record BrandColours(string Brand, string Deep, string Mid, string Tint)
{
    private const string White = "#ffffff";
    private const string Ink = "#2b1b2c";
    private const double Words = 4.5;
    private const double Shapes = 3;

    /// <summary>Hearth's own plum: what officers always see.</summary>
    public static BrandColours Plum { get; } = new("#6a2459", "#3d1436", "#8e4a7d", "#f7eff5");

    /// <summary>The first reason these colours cannot be used, or null. WCAG 2.2, success criteria 1.4.3 and 1.4.11.</summary>
    public LookRefusal? Refusal()
    {
        foreach (var (part, value) in new[] { ("brand", Brand), ("deep", Deep), ("mid", Mid), ("tint", Tint) })
        {
            if (!SixDigits().IsMatch(value))
            {
                return new NotAColour(part, value);
            }
        }

        (string Part, string Over, string Under, string Ground, double Least)[] pairs =
        [
            ("brand", Brand, White, "white", Words),
            ("deep", Deep, White, "white", Words),
            ("mid", Mid, White, "white", Shapes),
            ("words", Ink, Tint, "the tint", Words),
            ("brand", Brand, Tint, "the tint", Words),
            ("deep", Deep, Tint, "the tint", Words),
        ];
        foreach (var (part, over, under, ground, least) in pairs)
        {
            var contrast = Contrast(over, under);
            if (contrast < least)
            {
                return new TooPale(part, ground, contrast, least);
            }
        }

        return null;
    }

    /// <summary>WCAG contrast of two <c>#rrggbb</c> colours, from 1 to 21.</summary>
    /// <exception cref="FormatException">One of them is not six hexadecimal digits.</exception>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var c = int.Parse(colour.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / 255d;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}\\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SixDigits();
}
