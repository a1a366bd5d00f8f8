// A button, or a link that looks like one.
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Public.Content;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Forms;

/// <summary><c>&lt;gov-button&gt;Send my answers&lt;/gov-button&gt;</c>; with <c>href</c>, a link that looks like a button.</summary>
[HtmlTargetElement("gov-button")]
public sealed class ButtonTagHelper : TagHelper
{
    public string? Href { get; set; }

    public string? Type { get; set; }

    public string? Name { get; set; }

    public string? Value { get; set; }

    public bool Secondary { get; set; }

    public bool Warning { get; set; }

    public bool Big { get; set; }

    public bool Small { get; set; }

    /// <summary>An icon before the words.</summary>
    public string? Icon { get; set; }

    public bool Disabled { get; set; }

    /// <summary>A second press within a second is ignored; on by default for buttons that submit.</summary>
    public bool PreventDoubleClick { get; set; } = true;

    public string? Classes { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = (await output.GetChildContentAsync()).GetContent().Trim();
        Attributes rest = [];
        foreach (var attribute in output.Attributes)
        {
            rest.Add(attribute.Name, attribute.Value?.ToString());
        }

        output.Attributes.Clear();
        output.TagName = null;
        output.Content.SetHtmlContent(
            new Button
            {
                Href = Here.Resolve(ViewContext, Href),
                Type = Type,
                Name = Name,
                Value = Value,
                Disabled = Disabled,
                Html = Icon is null ? words : Written.Html(Content.Icon.Draw(Icon, 19)) + words,
                PreventDoubleClick = PreventDoubleClick && Href is null && Type is null or "submit" ? true : null,
                Attributes = rest,
                Classes = string.Join(
                    ' ',
                    new[]
                    {
                        Secondary ? "govuk-button--secondary" : null,
                        Warning ? "govuk-button--warning" : null,
                        Big ? "govuk-button--big" : null,
                        Small ? "govuk-button--small" : null,
                        Classes,
                    }.Where(c => !string.IsNullOrEmpty(c))
                ),
            }.Render()
        );
    }
}

/// <summary>Addresses that start with <c>~/</c>, made whole.</summary>
internal static class Here
{
    public static string? Resolve(ViewContext view, string? href) =>
        href is ['~', '/', ..] ? view.HttpContext.Request.PathBase + href[1..] : href;
}
