// A share and its range for each group, beside the whole: what is clearly different, and what is not.
using Hearth.DesignSystem.Charts;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Charts;

/// <summary>Shares with their ranges.</summary>
/// <param name="Finding">The caption in words. If every range holds the whole, say that none is clearly different.</param>
/// <param name="Caption">Of the table.</param>
/// <param name="RowTitle">“Ward”.</param>
/// <param name="Line">The whole, in per cent: a dashed line.</param>
/// <param name="LineName">“Ousebridge, 63.8”.</param>
/// <param name="From">Where the axis starts, in per cent; from the data when null.</param>
/// <param name="To">Where the axis ends, in per cent; from the data when null.</param>
public sealed record DotPlot(
    string Finding,
    string Caption,
    string RowTitle,
    IReadOnlyList<DotRow> Rows,
    double? Line = null,
    string? LineName = null,
    double? From = null,
    double? To = null,
    string? Note = null
);

/// <param name="Share">Per cent, with its range from <paramref name="Low"/> to <paramref name="High"/>.</param>
/// <param name="Base">How many answered; a share is never shown without.</param>
/// <param name="Faint">Drawn hollow: an estimate, not a count.</param>
public sealed record DotRow(string Name, decimal Share, decimal Low, decimal High, int Base, Marker? Marker = null, bool Faint = false);

/// <summary><c>&lt;hearth-dots of="Model.ByWard" /&gt;</c></summary>
[HtmlTargetElement("hearth-dots")]
public sealed class DotPlotTagHelper : ChartTagHelper
{
    private const string Plum = "#6a2459";
    private const string Ember = "#b83a12";

    public DotPlot Of { get; set; } = null!;

    private protected override IHtmlContent Draw()
    {
        var shown = Of.Rows.Where(r => !Hidden(r)).ToArray();
        var low = Of.From ?? Math.Floor((double)shown.Select(r => r.Low).Append((decimal)(Of.Line ?? 50)).Min() / 10) * 10;
        var high = Of.To ?? Math.Ceiling((double)shown.Select(r => r.High).Append((decimal)(Of.Line ?? 50)).Max() / 10) * 10;
        double At(decimal share) => high <= low ? 50 : Math.Clamp(100 * ((double)share - low) / (high - low), 0, 100);

        var key = Of.LineName is null ? null : Drawing.Key((LineSwatch(), Of.LineName));
        var axis = new Element("p", "hearth-foot-note").Add($"The scale runs from {low:0} to {high:0} in 100.");
        var table = new FiguresTable(
            Of.Caption,
            [Of.RowTitle, "Share", "Range", "People"],
            [
                .. Of.Rows.Select(r => new FiguresRow(
                    r.Name,
                    Hidden(r) ? [r.Marker!.Text, r.Marker.Text, r.Marker.Text] : [Say.Percent(r.Share), Range(r), Say.Whole(r.Base)]
                )),
            ],
            Of.Note
        );
        return Drawing.Chart(
            Of.Finding,
            null,
            [key, .. Of.Rows.Select(r => Row(r, At)), axis],
            Figures.Under(table, ViewContext.Phrases())
        );
    }

    private Element Row(DotRow row, Func<decimal, double> at)
    {
        var label = new Element("span", "l").Add(row.Name);
        if (Hidden(row))
        {
            return new Element("div", "hearth-dotrow")
                .Add(label)
                .Add(new Element("span", "b").Add(Ground()))
                .Add(
                    new Element("span", "v").Add(Figures.Cell(row.Marker!.Text)).Add(" ").Add(new Element("small").Add(row.Marker.Meaning))
                );
        }

        // A group whose range does not hold the whole differs by shape and colour.
        var different = Of.Line is { } whole && (whole < (double)row.Low || whole > (double)row.High);
        var stroke = different ? Ember : Plum;
        var svg = Ground();
        if (Of.Line is { } line)
        {
            svg.Add(Drawing.Line(at((decimal)line), at((decimal)line), -7, 33, "#2b1b2c", 1.5, "3 3"));
        }

        svg.Add(
            Drawing
                .Line(at(row.Low), at(row.High), 13, 13, stroke, 4, row.Faint ? "3 4" : null)
                .Attr("stroke-linecap", row.Faint ? "butt" : "round")
        );
        svg.Add(
            different
                ? new Element("svg")
                    .Attr("x", Drawing.Pc(at(row.Share)))
                    .Attr("y", "13")
                    .Attr("overflow", "visible")
                    .Add(new Element("path").Attr("d", "M0-9 9 0 0 9-9 0z").Attr("fill", Ember))
                : new Element("circle")
                    .Attr("cx", Drawing.Pc(at(row.Share)))
                    .Attr("cy", "13")
                    .Attr("r", row.Faint ? "6.5" : "7")
                    .Attr("fill", row.Faint ? "#fff" : Plum)
                    .Attr("stroke", Plum)
                    .Attr("stroke-width", row.Faint ? "3" : "0")
        );
        return new Element("div", "hearth-dotrow")
            .Add(label)
            .Add(new Element("span", "b").Add(svg))
            .Add(
                new Element("span", "v")
                    .Add(new Element("b").Add(Say.Percent(row.Share)))
                    .Add(" ")
                    .Add(new Element("small").Add($"{row.Low:0} to {row.High:0} ({Say.Whole(row.Base)})"))
            );
    }

    private static Element Ground() =>
        new Element("svg")
            .Attr("height", "26")
            .Attr("aria-hidden", "true")
            .Attr("focusable", "false")
            .Add(new Element("rect").Attr("y", "12").Attr("width", "100%").Attr("height", "2").Attr("fill", "#efe7de"));

    private static Element LineSwatch() =>
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
                    .Attr("stroke", "#2b1b2c")
                    .Attr("stroke-width", "1.5")
                    .Attr("stroke-dasharray", "3 3")
            );

    private static string Range(DotRow row) => string.Create(Say.British, $"{row.Low:0.0} to {row.High:0.0}");

    private static bool Hidden(DotRow row) => row.Marker is { Text.Length: > 0 };
}
