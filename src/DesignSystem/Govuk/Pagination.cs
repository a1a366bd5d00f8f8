// The way through a long list.
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

internal sealed record PageLink : Words
{
    public string? Href { get; init; }

    public string? LabelText { get; init; }
}

internal sealed record PageItem
{
    public string? Number { get; init; }

    public string? VisuallyHiddenText { get; init; }

    public string? Href { get; init; }

    public bool Current { get; init; }

    public bool Ellipsis { get; init; }

    public Attributes? Attributes { get; init; }

    public bool Empty => Number is null && Href is null && VisuallyHiddenText is null && !Current && !Ellipsis;
}

internal sealed record Pagination
{
    private const string ArrowBack =
        """<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path></svg>""";
    private const string ArrowOn =
        """<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path></svg>""";

    public IReadOnlyList<PageItem?>? Items { get; init; }

    public PageLink? Previous { get; init; }

    public PageLink? Next { get; init; }

    public string? LandmarkLabel { get; init; }

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }

    private bool Block => Items is null && (Next is not null || Previous is not null);

    public IHtmlContent Render()
    {
        var nav = new Element("nav", "govuk-pagination")
            .Class(Block ? "govuk-pagination--block" : null, Classes)
            .Attr("aria-label", string.IsNullOrEmpty(LandmarkLabel) ? "Pagination" : LandmarkLabel)
            .Attrs(Attributes)
            .Add(Arrow(Previous, "prev", "Previous"));
        if (Items is not null)
        {
            nav.Add(new Element("ul", "govuk-pagination__list").Add(Items.Where(i => i is { Empty: false }).Select(i => One(i!))));
        }

        return nav.Add(Arrow(Next, "next", "Next"));
    }

    private Element? Arrow(PageLink? link, string type, string word)
    {
        if (string.IsNullOrEmpty(link?.Href))
        {
            return null;
        }

        var words = link.Any ? link.Content : new Several(new HtmlString(word), new Element("span", "govuk-visually-hidden").Add(" page"));
        var hasLabel = !string.IsNullOrEmpty(link.LabelText);
        var anchor = new Element("a", "govuk-link govuk-pagination__link")
            .Attr("href", link.Href)
            .Attr("rel", type)
            .Attrs(link.Attributes)
            .Add(Block || type == "prev" ? new HtmlString(type == "prev" ? ArrowBack : ArrowOn) : null)
            .Add(
                new Element("span", "govuk-pagination__link-title")
                    .Class(Block && !hasLabel ? "govuk-pagination__link-title--decorated" : null)
                    .Add(words)
            );
        if (Block && hasLabel)
        {
            anchor
                .Add(new Element("span", "govuk-visually-hidden").Add(":"))
                .Add(new Element("span", "govuk-pagination__link-label").Add(link.LabelText));
        }

        return new Element("div", "govuk-pagination__" + type).Add(anchor.Add(!Block && type == "next" ? new HtmlString(ArrowOn) : null));
    }

    private static Element One(PageItem item)
    {
        var line = new Element("li", "govuk-pagination__item").Class(
            item.Current ? "govuk-pagination__item--current" : null,
            item.Ellipsis ? "govuk-pagination__item--ellipsis" : null
        );
        return item.Ellipsis
            ? line.Add("⋯")
            : line.Add(
                new Element("a", "govuk-link govuk-pagination__link")
                    .Attr("href", item.Href)
                    .Attr("aria-label", item.VisuallyHiddenText ?? "Page " + item.Number)
                    .AttrIf("aria-current", item.Current ? "page" : null)
                    .Attrs(item.Attributes)
                    .Add(item.Number)
            );
    }
}
