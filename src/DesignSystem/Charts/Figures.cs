// “Show the figures”: the table under each chart, and the same table standing alone.
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.Charts;
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Charts;

internal static class Figures
{
    public static IHtmlContent Under(FiguresTable table, Phrases phrases) =>
        new Element("details", "govuk-details hearth-figures")
            .Add(
                new Element("summary", "govuk-details__summary").Add(
                    new Element("span", "govuk-details__summary-text")
                        .Add(phrases["figures.show"])
                        .Add(new Element("span", "govuk-visually-hidden").Add(": " + table.Caption))
                )
            )
            .Add(
                new Element("div", "govuk-details__text")
                    .Attr("tabindex", "0")
                    .Attr("role", "region")
                    .Attr("aria-label", phrases["figures.name", ("what", table.Caption)])
                    .Add(Table(table, hideCaption: false, cards: table.Columns.Count > 4))
                    .Add(Notes(table, phrases))
            );

    public static IHtmlContent Alone(FiguresTable table, bool hideCaption, bool cards, Phrases phrases) =>
        new Several(Table(table, hideCaption, cards), Notes(table, phrases));

    private static Element Table(FiguresTable table, bool hideCaption, bool cards)
    {
        var columns = table.Columns;
        return new Element("table", "hearth-table")
            .Class(cards ? "hearth-table--cards" : null)
            .Add(new Element("caption").Class(hideCaption ? "govuk-visually-hidden" : null).Add(table.Caption))
            .Add(
                new Element("thead").Add(
                    new Element("tr").Add(
                        columns.Select((title, at) => new Element("th").Attr("scope", "col").Class(at == 0 ? null : "num").Add(title))
                    )
                )
            )
            .Add(
                new Element("tbody").Add(
                    table.Rows.Select(row =>
                        new Element("tr")
                            .Class(row.Sum ? "sum" : null)
                            .Add(new Element("th").Attr("scope", "row").Add(row.Head))
                            .Add(
                                row.Cells.Select(
                                    (cell, at) =>
                                        new Element("td", "num")
                                            .Attr("data-l", at + 1 < columns.Count ? columns[at + 1] : "")
                                            .Add(Cell(cell))
                                )
                            )
                    )
                )
            );
    }

    public static IHtmlContent Cell(string words) =>
        Marker.All.Any(m => m.Text == words) ? new Element("span", "hearth-marker").Add(words) : new HtmlContentBuilder().Append(words);

    private static IHtmlContent Notes(FiguresTable table, Phrases phrases)
    {
        var used = Marker.All.Where(m => table.Rows.Any(r => r.Cells.Contains(m.Text)));
        return new Several([
            .. used.Select(m =>
                new Element("p", "hearth-foot-note")
                    .Add(new Element("span", "hearth-marker").Add(m.Text))
                    .Add(" " + phrases[$"marker.{m.Text[1]}"])
            ),
            table.Note is null ? null : new Element("p", "hearth-foot-note").Add(table.Note),
        ]);
    }
}
