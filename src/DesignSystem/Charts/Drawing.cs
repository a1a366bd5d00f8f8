// What all charts are drawn from: bars in per cent, keys, ticks.
using System.Globalization;
using Hearth.DesignSystem.Govuk;
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Charts;

internal sealed record Segment(double Percent, Fill Fill);

internal static class Drawing
{
    private const string Ink = "#2b1b2c";

    public static string Pc(double percent) => percent.ToString("0.00", CultureInfo.InvariantCulture) + "%";

    public static string Px(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A bar from nought, its segments one after the other, and a black tick where it would be for everyone.</summary>
    public static Element Bar(int height, IEnumerable<Segment> segments, double? tick = null)
    {
        var bar = new Element("svg", "hearth-bar")
            .Class(
                height switch
                {
                    12 => "hearth-bar--s",
                    16 => "hearth-bar--16",
                    26 => "hearth-bar--m",
                    34 => "hearth-bar--l",
                    _ => null,
                }
            )
            .Attr("height", Px(height))
            .Attr("aria-hidden", "true")
            .Attr("focusable", "false")
            .Add(Rect(0, 100, height, Fill.Ground, edge: false));
        double from = 0;
        List<double> joints = [];
        foreach (var segment in segments.Where(s => s.Percent > 0))
        {
            if (from > 0)
            {
                joints.Add(from);
            }

            bar.Add(Rect(from, segment.Percent, height, segment.Fill, edge: !segment.Fill.Solid));
            from += segment.Percent;
        }

        foreach (var joint in joints)
        {
            bar.Add(
                new Element("rect")
                    .Attr("x", Pc(joint))
                    .Attr("y", "0")
                    .Attr("width", "2")
                    .Attr("height", Px(height))
                    .Attr("fill", "#fff")
                    .Attr("transform", "translate(-1 0)")
            );
        }

        return tick is { } at ? bar.Add(Line(at, at, -5, height + 5, Ink, 3)) : bar;
    }

    public static Element Rect(double x, double width, int height, Fill fill, bool edge)
    {
        var rect = new Element("rect")
            .Attr("x", Pc(x))
            .Attr("y", "0")
            .Attr("width", Pc(width))
            .Attr("height", Px(height))
            .Attr("fill", fill.Paint);
        return edge ? rect.Attr("stroke", fill.Edge).Attr("stroke-width", "1") : rect;
    }

    public static Element Line(double x1, double x2, double y1, double y2, string stroke, double width, string? dashes = null) =>
        new Element("line")
            .Attr("x1", Pc(x1))
            .Attr("x2", Pc(x2))
            .Attr("y1", Px(y1))
            .Attr("y2", Px(y2))
            .Attr("stroke", stroke)
            .Attr("stroke-width", Px(width))
            .AttrIf("stroke-dasharray", dashes);

    public static Element Swatch(Fill fill) =>
        new Element("svg")
            .Attr("width", "18")
            .Attr("height", "16")
            .Attr("aria-hidden", "true")
            .Attr("focusable", "false")
            .Add(
                new Element("rect")
                    .Attr("x", ".5")
                    .Attr("y", ".5")
                    .Attr("width", "17")
                    .Attr("height", "15")
                    .Attr("fill", fill.Paint)
                    .Attr("stroke", fill.Edge)
            );

    public static Element TickSwatch() =>
        new Element("svg")
            .Attr("width", "18")
            .Attr("height", "16")
            .Attr("aria-hidden", "true")
            .Attr("focusable", "false")
            .Add(
                new Element("line")
                    .Attr("x1", "9")
                    .Attr("x2", "9")
                    .Attr("y1", "0")
                    .Attr("y2", "16")
                    .Attr("stroke", Ink)
                    .Attr("stroke-width", "3")
            );

    public static Element Key(params (IHtmlContent Swatch, string Words)[] lines) =>
        new Element("ul", "hearth-key").Add(lines.Select(l => new Element("li").Add(l.Swatch).Add(l.Words)));

    /// <summary>A figure: the finding, the picture, and the figures behind it.</summary>
    public static Element Chart(string finding, string? classes, IHtmlContent?[] picture, IHtmlContent? figures) =>
        new Element("figure", "hearth-chart").Class(classes).Add(new Element("figcaption").Add(finding)).Add(picture).Add(figures);
}
