// The way back, the way here, the way past the menu.
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

internal sealed record BackLink : Words
{
    public string? Href { get; init; }

    public IHtmlContent Render() =>
        new Element("a")
            .Attr("href", string.IsNullOrEmpty(Href) ? "#" : Href)
            .Class("govuk-back-link", Classes)
            .Attrs(Attributes)
            .Add(Any ? Content : new HtmlString("Back"));
}

internal sealed record SkipLink : Words
{
    public string? Href { get; init; }

    public IHtmlContent Render() =>
        new Element("a")
            .Attr("href", string.IsNullOrEmpty(Href) ? "#content" : Href)
            .Class("govuk-skip-link", Classes)
            .Attrs(Attributes)
            .Attr("data-module", "govuk-skip-link")
            .Add(Content);
}

internal sealed record Crumb : Words
{
    public string? Href { get; init; }
}

internal sealed record Breadcrumbs
{
    public IReadOnlyList<Crumb> Items { get; init; } = [];

    public bool CollapseOnMobile { get; init; }

    public string? LabelText { get; init; }

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }

    public IHtmlContent Render() =>
        new Element("nav", "govuk-breadcrumbs")
            .Class(Classes, CollapseOnMobile ? "govuk-breadcrumbs--collapse-on-mobile" : null)
            .Attrs(Attributes)
            .Attr("aria-label", LabelText ?? "Breadcrumb")
            .Add(new Element("ol", "govuk-breadcrumbs__list").Add(Items.Select(One)));

    private static Element One(Crumb crumb)
    {
        var line = new Element("li", "govuk-breadcrumbs__list-item");
        return string.IsNullOrEmpty(crumb.Href)
            ? line.Attr("aria-current", "page").Add(crumb.Content)
            : line.Add(new Element("a", "govuk-breadcrumbs__link").Attr("href", crumb.Href).Attrs(crumb.Attributes).Add(crumb.Content));
    }
}
