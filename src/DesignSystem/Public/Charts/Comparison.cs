// Who is heard: per group two bars against a black tick for all tenants.
using Hearth.DesignSystem.Charts;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Charts;

/// <summary>All tenants beside two groups of people, split the same way.</summary>
/// <param name="Finding">The caption in words.</param>
/// <param name="Caption">Of the table.</param>
/// <param name="RowTitle">“Age”.</param>
/// <param name="First">“Involved tenants”.</param>
/// <param name="Second">“Answered the yearly survey”; null draws one bar a group.</param>
/// <param name="Whole">“all tenants”, or “all homes”.</param>
public sealed record Comparison(
    string Finding,
    string Caption,
    string RowTitle,
    ComparedSide First,
    ComparedSide? Second,
    IReadOnlyList<ComparedGroup> Groups,
    string Whole = "all tenants",
    string? Note = null
);

/// <param name="Name">In the key: “Involved tenants”.</param>
/// <param name="Among">After a shortfall: “among the involved”.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Marker">Where the total is not shown.</param>
public sealed record ComparedSide(string Name, string Among, int Total, Marker? Marker = null);

/// <param name="Everyone">Share of all, in per cent.</param>
/// <param name="Remark">Instead of the shortfall, for the group “not known”.</param>
/// <param name="Marker">Where how many there are in all is not shown; then neither is any part of it.</param>
public sealed record ComparedGroup(
    string Name,
    int EveryoneCount,
    decimal Everyone,
    ComparedPart First,
    ComparedPart? Second = null,
    string? Remark = null,
    Marker? Marker = null
);

/// <param name="Count">People of this group.</param>
/// <param name="Percent">Their share of the side.</param>
/// <param name="Short">People short of their share; below nought, more than their share.</param>
/// <param name="Marker">Where the number is not shown.</param>
public sealed record ComparedPart(int Count, decimal Percent, int Short, Marker? Marker = null);

/// <summary><c>&lt;hearth-comparison of="Model.ByAge" /&gt;</c></summary>
[HtmlTargetElement("hearth-comparison")]
public sealed class ComparisonTagHelper : ChartTagHelper
{
    public Comparison Of { get; set; } = null!;

    private protected override IHtmlContent Draw()
    {
        List<(IHtmlContent, string)> key =
        [
            (Drawing.TickSwatch(), char.ToUpperInvariant(Of.Whole[0]) + Of.Whole[1..]),
            (Drawing.Swatch(Fill.Plum), Named(Of.First)),
        ];
        if (Of.Second is { } second)
        {
            key.Add((Drawing.Swatch(Fill.TealStripes), Named(second)));
        }

        return Drawing.Chart(
            Of.Finding,
            "hearth-compare",
            [Drawing.Key([.. key]), .. Of.Groups.Select(Group)],
            Figures.Under(Table(), ViewContext.Phrases())
        );
    }

    private Element Group(ComparedGroup group)
    {
        var bars = new Element("div", "bars").Add(Pair(group, group.First, Fill.Plum));
        var gap = new Element("div", "gap");
        if (group.Second is not null)
        {
            bars.Add(Pair(group, group.Second, Fill.TealStripes));
        }

        if (group.Remark is not null)
        {
            gap.Add(group.Remark);
        }
        else
        {
            gap.Add(Gap(group.First, Of.First));
            if (group.Second is not null && Of.Second is not null)
            {
                gap.Add(new Element("br")).Add(Gap(group.Second, Of.Second));
            }
        }

        return new Element("div", "hearth-compare__group")
            .Add(new Element("h3").Add(group.Name).Add(new Element("small").Add(Figures.Cell(Everyone(group))).Add($" of {Of.Whole}")))
            .Add(bars)
            .Add(gap);
    }

    private static Element Pair(ComparedGroup group, ComparedPart part, Fill fill) =>
        new Element("div", "pair")
            .Add(
                Drawing.Bar(
                    18,
                    Hidden(part) ? [] : [new Segment((double)part.Percent, fill)],
                    Hidden(group.Marker) ? null : (double)group.Everyone
                )
            )
            .Add(new Element("span").Add(Figures.Cell(Words(part))));

    private static IHtmlContent Gap(ComparedPart part, ComparedSide side) =>
        part switch
        {
            _ when Hidden(part) => new Several(Figures.Cell(part.Marker!.Text), new HtmlContentBuilder().Append($" {side.Among}")),
            { Short: > 0 } => new Several(
                new Element("span", "short").Add($"{Say.Whole(part.Short)} short"),
                new HtmlContentBuilder().Append($" {side.Among}")
            ),
            { Short: < 0 } => new Several(
                new Element("b").Add($"{Say.Whole(-part.Short)} more"),
                new HtmlContentBuilder().Append($" than their share {side.Among}")
            ),
            _ => new HtmlContentBuilder().Append($"Their share {side.Among}"),
        };

    private FiguresTable Table()
    {
        List<string> columns = [Of.RowTitle, "All", Of.First.Name, "Short"];
        if (Of.Second is not null)
        {
            columns.AddRange([Of.Second.Name, "Short"]);
        }

        return new FiguresTable(Of.Caption, columns, [.. Of.Groups.Select(g => new FiguresRow(g.Name, Cells(g)))], Of.Note);
    }

    private static List<string> Cells(ComparedGroup group)
    {
        List<string> cells =
        [
            Hidden(group.Marker) ? group.Marker!.Text : $"{Say.ShortPercent(group.Everyone)} ({Say.Whole(group.EveryoneCount)})",
        ];
        foreach (var part in new[] { group.First, group.Second }.OfType<ComparedPart>())
        {
            cells.Add(Hidden(part) ? part.Marker!.Text : $"{Say.ShortPercent(part.Percent)} ({Say.Whole(part.Count)})");
            cells.Add(
                Hidden(part) ? part.Marker!.Text
                : part.Short < 0 ? $"{Say.Whole(-part.Short)} over"
                : Say.Whole(part.Short)
            );
        }

        return cells;
    }

    private static string Named(ComparedSide side) => $"{side.Name} ({(Hidden(side.Marker) ? side.Marker!.Text : Say.Whole(side.Total))})";

    private static string Everyone(ComparedGroup group) => Hidden(group.Marker) ? group.Marker!.Text : Say.ShortPercent(group.Everyone);

    private static bool Hidden(ComparedPart part) => Hidden(part.Marker);

    private static bool Hidden(Marker? marker) => marker is { Text.Length: > 0 };

    private static string Words(ComparedPart part) => Hidden(part) ? part.Marker!.Text : Say.ShortPercent(part.Percent);
}
