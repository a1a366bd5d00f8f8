// Told and waiting, a bar for each way of telling.
using Hearth.DesignSystem.Charts;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Charts;

/// <summary>One bar a way, filled as far as people have been told.</summary>
/// <param name="Finding">The caption in words.</param>
/// <param name="Caption">Of the table.</param>
/// <param name="RowName">Title of the table's first column: “Way”.</param>
public sealed record ToldRows(string Finding, string Caption, string RowName, IReadOnlyList<ToldRow> Rows);

/// <param name="Share">The share told, in words: “95%”. The base is put beside it.</param>
public sealed record ToldRow(string Name, int Told, int Waiting, string Share);

/// <summary><c>&lt;hearth-told-rows of="Model.Ways" /&gt;</c></summary>
[HtmlTargetElement("hearth-told-rows")]
public sealed class ToldRowsTagHelper : ChartTagHelper
{
    public ToldRows Of { get; set; } = null!;

    private protected override IHtmlContent Draw()
    {
        var rows = new Element("div", "hearth-rows").Add(
            Of.Rows.Select(row =>
            {
                var all = row.Told + row.Waiting;
                double Percent(int part) => all == 0 ? 0 : 100d * part / all;
                return new Element("div", "hearth-row hearth-row--told")
                    .Add(new Element("span", "l").Add(row.Name))
                    .Add(
                        new Element("span", "b").Add(
                            Drawing.Bar(18, [new(Percent(row.Told), Fill.Teal), new(Percent(row.Waiting), Fill.AmberDots)])
                        )
                    )
                    .Add(new Element("span", "v").Add(row.Share).Add(" ").Add(new Element("span", "of").Add("of " + Say.Whole(all))));
            })
        );
        var table = new FiguresTable(
            Of.Caption,
            [Of.RowName, "To tell", "Told", "Waiting"],
            [.. Of.Rows.Select(r => new FiguresRow(r.Name, [Say.Whole(r.Told + r.Waiting), Say.Whole(r.Told), Say.Whole(r.Waiting)]))]
        );
        return Drawing.Chart(Of.Finding, null, [rows], Figures.Under(table, ViewContext.Phrases()));
    }
}
