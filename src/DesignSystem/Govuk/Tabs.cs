// Panels behind tabs; without the script, one after the other under a list of links.
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

internal sealed record Tab
{
    public string? Id { get; init; }

    public string? Label { get; init; }

    public Attributes? Attributes { get; init; }

    public Words? Panel { get; init; }
}

internal sealed record Tabs
{
    public string? Id { get; init; }

    public string? IdPrefix { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<Tab?>? Items { get; init; }

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }

    public IHtmlContent Render()
    {
        var tabs = new Element("div")
            .AttrIf("id", Id)
            .Class("govuk-tabs", Classes)
            .Attrs(Attributes)
            .Attr("data-module", "govuk-tabs")
            .Add(new Element("h2", "govuk-tabs__title").Add(Title ?? "Contents"));
        if (Items is not { Count: > 0 })
        {
            return tabs;
        }

        var numbered = Items
            .Select((tab, at) => (Tab: tab, Number: at + 1))
            .Where(t => t.Tab is not null)
            .Select(t => (Tab: t.Tab!, t.Number))
            .ToArray();
        string PanelId(Tab tab, int number) => string.IsNullOrEmpty(tab.Id) ? $"{IdPrefix}-{number}" : tab.Id;
        return tabs.Add(
                new Element("ul", "govuk-tabs__list").Add(
                    numbered.Select(t =>
                        new Element("li", "govuk-tabs__list-item")
                            .Class(t.Number == 1 ? "govuk-tabs__list-item--selected" : null)
                            .Add(
                                new Element("a", "govuk-tabs__tab")
                                    .Attr("href", "#" + PanelId(t.Tab, t.Number))
                                    .Attrs(t.Tab.Attributes)
                                    .Add(t.Tab.Label)
                            )
                    )
                )
            )
            .Add(
                numbered.Select(t =>
                    new Element("div", "govuk-tabs__panel")
                        .Class(t.Number > 1 ? "govuk-tabs__panel--hidden" : null)
                        .Attr("id", PanelId(t.Tab, t.Number))
                        .Attrs(t.Tab.Panel?.Attributes)
                        .Add(Inside(t.Tab.Panel))
                )
            );
    }

    private static IHtmlContent? Inside(Words? panel) =>
        panel switch
        {
            { Html: { Length: > 0 } html } => new HtmlString(html.Trim()),
            { Text: { Length: > 0 } text } => new Element("p", "govuk-body").Add(text),
            _ => null,
        };
}
