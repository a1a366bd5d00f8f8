// What GOV.UK's components share: words as text or HTML, labels, hints, errors, fieldsets, form groups.
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

/// <summary>Words, given as text to be escaped or as HTML. HTML wins.</summary>
internal record Words
{
    public string? Text { get; init; }

    public string? Html { get; init; }

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }

    public bool Any => !string.IsNullOrEmpty(Text) || !string.IsNullOrEmpty(Html);

    public IHtmlContent Content => Of(Html, Text);

    public static IHtmlContent Of(string? html, string? text) =>
        string.IsNullOrEmpty(html) ? new HtmlContentBuilder().Append(text ?? "") : new HtmlString(html.Trim());
}

internal sealed record Label : Words
{
    public bool IsPageHeading { get; init; }

    public string? For { get; init; }

    public IHtmlContent? Render()
    {
        if (!Any)
        {
            return null;
        }

        var label = new Element("label", "govuk-label").Class(Classes).Attrs(Attributes).AttrIf("for", For).Add(Content);
        return IsPageHeading ? new Element("h1", "govuk-label-wrapper").Add(label) : label;
    }
}

internal sealed record Hint : Words
{
    public string? Id { get; init; }

    public IHtmlContent Render() => new Element("div").AttrIf("id", Id).Class("govuk-hint", Classes).Attrs(Attributes).Add(Content);
}

internal sealed record ErrorMessage : Words
{
    public string? Id { get; init; }

    /// <summary>Null is “Error”, empty leaves the hidden word out.</summary>
    public string? VisuallyHiddenText { get; init; }

    public IHtmlContent Render()
    {
        var message = new Element("p").AttrIf("id", Id).Class("govuk-error-message", Classes).Attrs(Attributes);
        if (VisuallyHiddenText != "")
        {
            message.Add(new Element("span", "govuk-visually-hidden").Add((VisuallyHiddenText ?? "Error") + ":")).Add(" ");
        }

        return message.Add(Content);
    }
}

internal sealed record Legend : Words
{
    public bool IsPageHeading { get; init; }

    /// <summary>Ours: what the heading inside looks like.</summary>
    public string? HeadingClasses { get; init; }
}

internal sealed record Fieldset
{
    public string? DescribedBy { get; init; }

    public Legend? Legend { get; init; }

    public string? Classes { get; init; }

    public string? Role { get; init; }

    public Attributes? Attributes { get; init; }

    public string? Html { get; init; }

    public IHtmlContent Render(IHtmlContent? inner = null)
    {
        var fieldset = new Element("fieldset", "govuk-fieldset")
            .Class(Classes)
            .AttrIf("role", Role)
            .AttrIf("aria-describedby", DescribedBy)
            .Attrs(Attributes);
        if (Legend is { Any: true } legend)
        {
            var words = legend.IsPageHeading
                ? new Element("h1", "govuk-fieldset__heading").Class(legend.HeadingClasses).Add(legend.Content)
                : legend.Content;
            fieldset.Add(new Element("legend", "govuk-fieldset__legend").Class(legend.Classes).Add(words));
        }

        return fieldset.Add(inner ?? (string.IsNullOrEmpty(Html) ? null : new HtmlString(Html)));
    }
}

internal sealed record FormGroup
{
    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }

    public Words? BeforeInput { get; init; }

    public Words? AfterInput { get; init; }

    public Words? BeforeInputs { get; init; }

    public Words? AfterInputs { get; init; }
}
