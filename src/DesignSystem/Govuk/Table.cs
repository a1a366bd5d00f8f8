// A plain GOV.UK table.
using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

internal sealed record Cell : Words
{
    public string? Format { get; init; }

    public int? Colspan { get; init; }

    public int? Rowspan { get; init; }

    public Element Into(Element cell, string block) =>
        cell.Class(string.IsNullOrEmpty(Format) ? null : $"{block}--{Format}", Classes)
            .AttrIf("colspan", Colspan?.ToString(CultureInfo.InvariantCulture))
            .AttrIf("rowspan", Rowspan?.ToString(CultureInfo.InvariantCulture))
            .Attrs(Attributes)
            .Add(Content);
}

internal sealed record Table
{
    public string? Caption { get; init; }

    public string? CaptionClasses { get; init; }

    public IReadOnlyList<Cell>? Head { get; init; }

    public IReadOnlyList<IReadOnlyList<Cell>?>? Rows { get; init; }

    public bool FirstCellIsHeader { get; init; }

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }

    public IHtmlContent Render()
    {
        var table = new Element("table", "govuk-table").Class(Classes).Attrs(Attributes);
        if (!string.IsNullOrEmpty(Caption))
        {
            table.Add(new Element("caption", "govuk-table__caption").Class(CaptionClasses).Add(Caption));
        }

        if (Head is not null)
        {
            table.Add(
                new Element("thead", "govuk-table__head").Add(
                    new Element("tr", "govuk-table__row").Add(
                        Head.Select(h => h.Into(new Element("th").Attr("scope", "col").Class("govuk-table__header"), "govuk-table__header"))
                    )
                )
            );
        }

        return table.Add(
            new Element("tbody", "govuk-table__body").Add(
                (Rows ?? []).Where(r => r is not null).Select(r => new Element("tr", "govuk-table__row").Add(r!.Select(One)))
            )
        );
    }

    private Element One(Cell cell, int at) =>
        at == 0 && FirstCellIsHeader
            ? (cell with { Format = null }).Into(new Element("th").Attr("scope", "row").Class("govuk-table__header"), "govuk-table__header")
            : cell.Into(new Element("td", "govuk-table__cell"), "govuk-table__cell");
}
