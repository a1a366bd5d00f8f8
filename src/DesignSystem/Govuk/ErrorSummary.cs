// What is wrong with the page, each line a link to the field it speaks of.
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

internal sealed record ErrorLine : Words
{
    public string? Href { get; init; }
}

internal sealed record ErrorSummary
{
    public string? TitleText { get; init; }

    public string? TitleHtml { get; init; }

    public string? DescriptionText { get; init; }

    public string? DescriptionHtml { get; init; }

    public IReadOnlyList<ErrorLine>? ErrorList { get; init; }

    public bool? DisableAutoFocus { get; init; }

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }

    public IHtmlContent Render()
    {
        var body = new Element("div", "govuk-error-summary__body");
        if (!string.IsNullOrEmpty(DescriptionHtml) || !string.IsNullOrEmpty(DescriptionText))
        {
            body.Add(new Element("p").Add(Words.Of(DescriptionHtml, DescriptionText)));
        }

        if (ErrorList is { Count: > 0 })
        {
            body.Add(new Element("ul", "govuk-list govuk-error-summary__list").Add(ErrorList.Select(Line)));
        }

        // The alert stands inside, so that focus and announcement do not race each other.
        return new Element("div", "govuk-error-summary")
            .Class(Classes)
            .AttrIf(
                "data-disable-auto-focus",
                DisableAutoFocus switch
                {
                    true => "true",
                    false => "false",
                    _ => null,
                }
            )
            .Attrs(Attributes)
            .Attr("data-module", "govuk-error-summary")
            .Add(
                new Element("div")
                    .Attr("role", "alert")
                    .Add(new Element("h2", "govuk-error-summary__title").Add(Words.Of(TitleHtml, TitleText)))
                    .Add(body)
            );
    }

    private static Element Line(ErrorLine error) =>
        new Element("li").Add(
            string.IsNullOrEmpty(error.Href)
                ? error.Content
                : new Element("a").Attr("href", error.Href).Attrs(error.Attributes).Add(error.Content)
        );
}
