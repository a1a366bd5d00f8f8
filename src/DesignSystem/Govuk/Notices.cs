// Things said beside the content: tags, details, insets, warnings, panels, banners.
using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

internal sealed record Tag : Words
{
    public IHtmlContent Render() => new Element("strong", "govuk-tag").Class(Classes).Attrs(Attributes).Add(Content);
}

internal sealed record Details : Words
{
    public string? Id { get; init; }

    public string? SummaryText { get; init; }

    public string? SummaryHtml { get; init; }

    public bool Open { get; init; }

    public IHtmlContent Render() =>
        new Element("details")
            .AttrIf("id", Id)
            .Class("govuk-details", Classes)
            .Attrs(Attributes)
            .Flag("open", Open)
            .Add(
                new Element("summary", "govuk-details__summary").Add(
                    new Element("span", "govuk-details__summary-text").Add(Of(SummaryHtml, SummaryText))
                )
            )
            .Add(new Element("div", "govuk-details__text").Add(Content));
}

internal sealed record InsetText : Words
{
    public string? Id { get; init; }

    public IHtmlContent Render() => new Element("div").AttrIf("id", Id).Class("govuk-inset-text", Classes).Attrs(Attributes).Add(Content);
}

internal sealed record WarningText : Words
{
    public string? IconFallbackText { get; init; }

    public IHtmlContent Render() =>
        new Element("div", "govuk-warning-text")
            .Class(Classes)
            .Attrs(Attributes)
            .Add(new Element("span", "govuk-warning-text__icon").Attr("aria-hidden", "true").Add("!"))
            .Add(
                new Element("strong", "govuk-warning-text__text")
                    .Add(
                        new Element("span", "govuk-visually-hidden").Add(
                            string.IsNullOrEmpty(IconFallbackText) ? "Warning" : IconFallbackText
                        )
                    )
                    .Add(" ")
                    .Add(Content)
            );
}

internal sealed record PanelAction : Words
{
    public string? Href { get; init; }

    public string? Type { get; init; }

    public IHtmlContent Render() =>
        string.IsNullOrEmpty(Href) || Type == "button"
            ? new Button
            {
                Text = Text,
                Type = string.IsNullOrEmpty(Type) ? "button" : Type,
                Href = Href,
                Attributes = Attributes,
                Classes = ("govuk-button--inverse " + Classes).TrimEnd(),
            }.Render()
            : new Element("a", "govuk-link govuk-link--inverse").Class(Classes).Attr("href", Href).Attrs(Attributes).Add(Text);
}

internal sealed record PanelActions
{
    public IReadOnlyList<PanelAction> Items { get; init; } = [];

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }
}

internal sealed record Panel : Words
{
    public string? TitleText { get; init; }

    public string? TitleHtml { get; init; }

    public int? HeadingLevel { get; init; }

    public PanelActions? Actions { get; init; }

    public IHtmlContent Render()
    {
        var interruption = Classes?.Contains("govuk-panel--interruption", StringComparison.Ordinal) ?? false;
        var panel = new Element("div", "govuk-panel")
            .Class(interruption ? null : "govuk-panel--confirmation", Classes)
            .Attrs(Attributes)
            .Add(
                new Element(string.Create(CultureInfo.InvariantCulture, $"h{HeadingLevel ?? 1}"), "govuk-panel__title").Add(
                    Of(TitleHtml, TitleText)
                )
            );
        if (Any)
        {
            panel.Add(new Element("div", "govuk-panel__body").Add(Content));
        }

        if (interruption && Actions is not null)
        {
            panel.Add(
                new Element("div", "govuk-panel__actions")
                    .Class(Actions.Classes)
                    .Attrs(Actions.Attributes)
                    .Add(
                        Actions.Items.Count == 0
                            ? null
                            : new Element("div", "govuk-button-group").Add(Actions.Items.Select(a => a.Render()))
                    )
            );
        }

        return panel;
    }
}

internal sealed record NotificationBanner : Words
{
    public string? Type { get; init; }

    public string? Role { get; init; }

    public string? TitleText { get; init; }

    public string? TitleHtml { get; init; }

    public string? TitleId { get; init; }

    public string? TitleHeadingLevel { get; init; }

    public bool? DisableAutoFocus { get; init; }

    public IHtmlContent Render()
    {
        var success = Type == "success";
        var titleId = string.IsNullOrEmpty(TitleId) ? "govuk-notification-banner-title" : TitleId;
        var title =
            string.IsNullOrEmpty(TitleHtml) && string.IsNullOrEmpty(TitleText)
                ? new HtmlString(success ? "Success" : "Important")
                : Of(TitleHtml, TitleText);
        var content = new Element("div", "govuk-notification-banner__content");
        if (!string.IsNullOrEmpty(Html))
        {
            content.Add(Content);
        }
        else if (!string.IsNullOrEmpty(Text))
        {
            content.Add(new Element("p", "govuk-notification-banner__heading").Add(Text.Trim()));
        }

        return new Element("div", "govuk-notification-banner")
            .Class(success ? "govuk-notification-banner--success" : null, Classes)
            .Attr(
                "role",
                !string.IsNullOrEmpty(Role) ? Role
                    : success ? "alert"
                    : "region"
            )
            .Attr("aria-labelledby", titleId)
            .Attr("data-module", "govuk-notification-banner")
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
            .Add(
                new Element("div", "govuk-notification-banner__header").Add(
                    new Element(
                        "h" + (string.IsNullOrEmpty(TitleHeadingLevel) ? "2" : TitleHeadingLevel),
                        "govuk-notification-banner__title"
                    )
                        .Attr("id", titleId)
                        .Add(title)
                )
            )
            .Add(content);
    }
}
