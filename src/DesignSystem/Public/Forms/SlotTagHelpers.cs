// Labels, hints and tools written as HTML inside a field, or standing alone.
using Hearth.DesignSystem.Forms;
using Hearth.DesignSystem.Govuk;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Forms;

/// <summary>Inside a field: its label or legend as HTML. Alone: a label, with <c>for</c>.</summary>
[HtmlTargetElement("gov-label")]
[HtmlTargetElement("gov-legend")]
public sealed class LabelTagHelper : TagHelper
{
    public string? For { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = (await output.GetChildContentAsync()).GetContent();
        output.TagName = null;
        if (Slots.Around(context) is { } around)
        {
            around.Label = new Words { Html = html };
            output.SuppressOutput();
            return;
        }

        output.Content.SetHtmlContent(new Label { Html = html, For = For }.Render());
    }
}

/// <summary>Inside a field: its hint as HTML. Alone: a hint.</summary>
[HtmlTargetElement("gov-hint")]
public sealed class HintTagHelper : TagHelper
{
    public string? Id { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = (await output.GetChildContentAsync()).GetContent();
        output.TagName = null;
        if (Slots.Around(context) is { } around)
        {
            around.Hint = new Words { Html = html };
            output.SuppressOutput();
            return;
        }

        output.Content.SetHtmlContent(new Hint { Html = html, Id = Id }.Render());
    }
}

/// <summary>Inside radios or checkboxes: what stands between the question and the answers, “Listen” and “Why we ask”.</summary>
[HtmlTargetElement("hearth-tools")]
public sealed class ToolsTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = $"<div class=\"hearth-tools\">{(await output.GetChildContentAsync()).GetContent()}</div>";
        output.TagName = null;
        if (Slots.Around(context) is { } around)
        {
            around.Tools = html;
            output.SuppressOutput();
            return;
        }

        output.Content.SetHtmlContent(html);
    }
}

/// <summary><c>&lt;gov-error-message&gt;Enter a name&lt;/gov-error-message&gt;</c>; fields show their own.</summary>
[HtmlTargetElement("gov-error-message")]
public sealed class ErrorMessageTagHelper : TagHelper
{
    public string? Id { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = (await output.GetChildContentAsync()).GetContent();
        output.TagName = null;
        output.Content.SetHtmlContent(new ErrorMessage { Html = html, Id = Id }.Render());
    }
}

/// <summary><c>&lt;gov-fieldset legend="…"&gt;fields&lt;/gov-fieldset&gt;</c></summary>
[HtmlTargetElement("gov-fieldset")]
public sealed class FieldsetTagHelper : TagHelper
{
    public string? Legend { get; set; }

    /// <summary>s, m, l or xl.</summary>
    public string? LegendSize { get; set; }

    public bool PageHeading { get; set; }

    public string? DescribedBy { get; set; }

    public string? Role { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(
            new Fieldset
            {
                Legend = new Legend
                {
                    Text = Legend,
                    IsPageHeading = PageHeading,
                    Classes = LegendSize is null ? null : "govuk-fieldset__legend--" + LegendSize,
                },
                DescribedBy = DescribedBy,
                Role = Role,
            }.Render(inner)
        );
    }
}
