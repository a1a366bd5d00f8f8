// Answers against what is needed, group by group, while a survey runs.
using Hearth.DesignSystem.Charts;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Public.Content;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Charts;

/// <summary>A table with a bar in each row: so far, expected, needed.</summary>
/// <param name="Caption">“Answers by ward: so far, needed and expected”.</param>
/// <param name="RowTitle">“Ward”.</param>
/// <param name="ExpectedTitle">“By 18 Dec”; null where nothing is expected.</param>
public sealed record Targets(string Caption, string RowTitle, IReadOnlyList<Target> Rows, string? ExpectedTitle = null);

/// <param name="Expected">By the last day, at this pace.</param>
/// <param name="Remark">Under the name: “38 asked, 24 in 100 answered”.</param>
/// <param name="NoTarget">Nothing is wanted of this row in particular: those of whom it is not known.</param>
public sealed record Target(
    string Name,
    int SoFar,
    int Needed,
    int? Expected = null,
    Marker? Marker = null,
    string? Remark = null,
    bool NoTarget = false
)
{
    /// <summary>How many will be missing: from what is expected, or from what is there.</summary>
    public int Short => Math.Max(0, Needed - (Expected ?? SoFar));
}

/// <summary><c>&lt;hearth-targets of="Model.ByWard" /&gt;</c>: the table is the chart, so it needs no other.</summary>
[HtmlTargetElement("hearth-targets")]
public sealed class TargetsTagHelper : ChartTagHelper
{
    public Targets Of { get; set; } = null!;

    /// <summary>Shows the caption; hidden where the heading above says the same.</summary>
    public bool ShowCaption { get; set; }

    private bool Expects => Of.ExpectedTitle is not null;

    private protected override IHtmlContent Draw()
    {
        var most = Math.Max(1, Of.Rows.Select(r => Math.Max(Math.Max(r.Needed, r.Expected ?? 0), r.SoFar)).DefaultIfEmpty(1).Max()) * 1.05;
        List<(IHtmlContent, string)> key = [(Drawing.Swatch(Fill.Plum), "So far")];
        if (Expects)
        {
            key.Add((Drawing.Swatch(Fill.PlumStripes), "Expected"));
        }

        key.Add((Drawing.TickSwatch(), "Needed"));
        var head = new Element("tr")
            .Add(Title(Of.RowTitle, null))
            .Add(Title("So far", "num"))
            .Add(Title("Needed", "num"))
            .Add(
                new Element("th").Attr("scope", "col").Class("hearth-wide").Add(new Element("span", "govuk-visually-hidden").Add("Picture"))
            );
        if (Expects)
        {
            head.Add(Title(Of.ExpectedTitle!, "num"));
        }

        head.Add(Title("Verdict", null));
        return new Several(
            Drawing.Key([.. key]),
            new Element("table", "hearth-table hearth-table--progress")
                .Add(new Element("caption").Class(ShowCaption ? null : "govuk-visually-hidden").Add(Of.Caption))
                .Add(new Element("thead").Add(head))
                .Add(new Element("tbody").Add(Of.Rows.Select(r => Row(r, most))))
        );
    }

    private Element Row(Target row, double most)
    {
        var hidden = row.Marker is { Text.Length: > 0 };
        var soFar = 100 * row.SoFar / most;
        var coming = row.Expected is { } expected ? Math.Max(0, (100 * expected / most) - soFar) : 0;
        var line = new Element("tr")
            .Add(new Element("th").Attr("scope", "row").Add(row.Name).Add(row.Remark is null ? null : new Element("small").Add(row.Remark)))
            .Add(Number("So far", hidden ? row.Marker!.Text : Say.Whole(row.SoFar)))
            .Add(Number("Needed", Say.Whole(row.Needed)))
            .Add(
                new Element("td", "mid").Add(
                    Drawing.Bar(16, hidden ? [] : [new(soFar, Fill.Plum), new(coming, Fill.PlumStripes)], 100 * row.Needed / most)
                )
            );
        if (Expects)
        {
            line.Add(
                Number(
                    "Expect",
                    hidden ? row.Marker!.Text
                        : row.Expected is { } e ? Say.Whole(e)
                        : "–"
                )
            );
        }

        var (kind, icon, words) = row switch
        {
            _ when hidden => ("plain", null, row.Marker!.Meaning),
            { NoTarget: true } => ("plain", null, "No target"),
            { Short: > 0 } => ("hot", "alert", $"{Say.Whole(row.Short)} short"),
            { SoFar: var n } when n >= row.Needed => ("done", "tick", "Enough"),
            _ => ("done", "tick", "On course"),
        };
        return line.Add(
            new Element("td", "verdict").Add(
                new Element("strong", "govuk-tag hearth-tag--" + kind).Add(icon is null ? null : Icon.Draw(icon, 15)).Add(words)
            )
        );
    }

    private static Element Title(string words, string? classes) => new Element("th").Attr("scope", "col").Class(classes).Add(words);

    private static Element Number(string label, string words) => new Element("td", "num").Attr("data-l", label).Add(Figures.Cell(words));
}

/// <summary><c>&lt;hearth-bar percent="36" tick="50" hot /&gt;</c>: one bar for a table's cell; the number stands beside it in words.</summary>
[HtmlTargetElement("hearth-bar")]
public sealed class BarTagHelper : ChartTagHelper
{
    public double Percent { get; set; }

    public double? Tick { get; set; }

    public bool Hot { get; set; }

    private protected override IHtmlContent Draw() =>
        Drawing.Bar(16, [new(Math.Clamp(Percent, 0, 100), Hot ? Fill.EmberStripes : Fill.Plum)], Tick);
}
