// Bars by group, each labelled, against one line for the whole.
using Hearth.DesignSystem.Charts;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Charts;

/// <summary>One bar a group, from nought.</summary>
/// <param name="Finding">The caption in words.</param>
/// <param name="Caption">Of the table.</param>
/// <param name="Columns">Titles of the table: the row's, the value's, then those of <see cref="BarRow.More"/>.</param>
/// <param name="Line">The whole: drawn as a black tick on every bar.</param>
/// <param name="Most">Where the scale ends; the largest value when null.</param>
public sealed record BarRows(
    string Finding,
    string Caption,
    IReadOnlyList<string> Columns,
    IReadOnlyList<BarRow> Rows,
    double? Line = null,
    string? LineName = null,
    double? Most = null,
    string? Note = null
);

/// <param name="Words">The value in words, at the end of the bar: “17 in 100”.</param>
/// <param name="Hot">Short, overdue: drawn in ember stripes; <paramref name="Remark"/> says why.</param>
/// <param name="More">Further cells of the table.</param>
/// <param name="Tick">The whole for this row, where each has its own: drawn instead of <see cref="BarRows.Line"/>.</param>
/// <param name="Says">What the bar means, in a sentence or two under it.</param>
public sealed record BarRow(
    string Name,
    double Value,
    string Words,
    bool Hot = false,
    string? Remark = null,
    Marker? Marker = null,
    IReadOnlyList<string>? More = null,
    double? Tick = null,
    string? Says = null
);

/// <summary><c>&lt;hearth-bars of="Model.ByWard" /&gt;</c></summary>
[HtmlTargetElement("hearth-bars")]
public sealed class BarRowsTagHelper : ChartTagHelper
{
    public BarRows Of { get; set; } = null!;

    private protected override IHtmlContent Draw()
    {
        var most = Of.Most ?? Of.Rows.Select(r => Math.Max(r.Value, r.Tick ?? 0)).Append(Of.Line ?? 0).Max();
        double Percent(double value) => most <= 0 ? 0 : Math.Clamp(100 * value / most, 0, 100);
        var key = Of.LineName is null ? null : Drawing.Key((Drawing.TickSwatch(), Of.LineName));
        var rows = new Element("div", "hearth-rows").Add(
            Of.Rows.Select(row =>
            {
                var hidden = row.Marker is { Text.Length: > 0 };
                var value = new Element("span", "v").Add(Figures.Cell(hidden ? row.Marker!.Text : row.Words));
                if (row.Remark is not null && !hidden)
                {
                    value.Add(" ").Add(new Element("small").Class(row.Hot ? "hearth-late" : null).Add(row.Remark));
                }

                return new Element("div", "hearth-row")
                    .Add(new Element("span", "l").Add(row.Hot ? new Element("b").Add(row.Name) : new HtmlContentBuilder().Append(row.Name)))
                    .Add(
                        new Element("span", "b").Add(
                            Drawing.Bar(
                                18,
                                hidden ? [] : [new Segment(Percent(row.Value), row.Hot ? Fill.EmberStripes : Fill.Plum)],
                                (row.Tick ?? Of.Line) is { } line ? Percent(line) : null
                            )
                        )
                    )
                    .Add(value)
                    .Add(row.Says is { Length: > 0 } says ? new Element("p", "hearth-row__says").Add(says) : null);
            })
        );
        var table = new FiguresTable(
            Of.Caption,
            Of.Columns,
            [.. Of.Rows.Select(r => new FiguresRow(r.Name, [r.Marker is { Text.Length: > 0 } m ? m.Text : r.Words, .. r.More ?? []]))],
            Of.Note
        );
        return Drawing.Chart(Of.Finding, null, [key, rows], Figures.Under(table, ViewContext.Phrases()));
    }
}
