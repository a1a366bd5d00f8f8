// Questions and answers in a list, each with a way to change it.
using Hearth.DesignSystem.Forms;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Hearth.DesignSystem.Public.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Content;

/// <summary><c>&lt;gov-summary-list answers&gt;&lt;gov-row key="…" change="~/…"&gt;value&lt;/gov-row&gt;&lt;/gov-summary-list&gt;</c></summary>
[HtmlTargetElement("gov-summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    /// <summary>The tenants' “check your answers”.</summary>
    public bool Answers { get; set; }

    public string? Classes { get; set; }

    /// <summary>Puts the list on a card with this title.</summary>
    public string? Card { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = Slots.Open(context);
        await output.GetChildContentAsync();
        output.Attributes.Clear();
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(
            new SummaryList
            {
                Rows = slots.Rows,
                Card = Card is null ? null : new SummaryCard { Title = new SummaryTitle { Text = Card } },
                Classes = string.Join(' ', new[] { Answers ? "hearth-answers" : null, Classes }.Where(c => c is not null)),
            }.Render()
        );
    }
}

/// <summary>A row of a summary list. Its content is the value; further <c>gov-row-action</c> inside add links.</summary>
[HtmlTargetElement("gov-row", ParentTag = "gov-summary-list")]
public sealed class SummaryRowTagHelper : TagHelper
{
    public string Key { get; set; } = "";

    /// <summary>Where “Change” leads; null shows none.</summary>
    public string? Change { get; set; }

    /// <summary>Read out after “Change”; the key when not given.</summary>
    public string? ChangeWhat { get; set; }

    public string? ChangeText { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var around = Slots.Around(context);
        var own = Slots.Open(context);
        var value = (await output.GetChildContentAsync()).GetContent().Trim();
        if (Change is not null)
        {
            own.Actions.Insert(
                0,
                new SummaryAction
                {
                    Text = ChangeText ?? ViewContext.Phrases()["form.change"],
                    Href = Here.Resolve(ViewContext, Change),
                    VisuallyHiddenText = ChangeWhat ?? Key,
                }
            );
        }

        around?.Rows.Add(
            new SummaryRow
            {
                Key = new Words { Text = Key },
                Value = new Words { Html = value },
                Actions = own.Actions.Count == 0 ? null : new SummaryActions { Items = own.Actions },
            }
        );
        output.SuppressOutput();
    }
}

/// <summary><c>&lt;gov-row-action href="~/…" what="the repairs team"&gt;Remove&lt;/gov-row-action&gt;</c></summary>
[HtmlTargetElement("gov-row-action", ParentTag = "gov-row")]
public sealed class SummaryActionTagHelper : TagHelper
{
    public string Href { get; set; } = "";

    public string? What { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = (await output.GetChildContentAsync()).GetContent().Trim();
        Slots
            .Around(context)
            ?.Actions.Add(
                new SummaryAction
                {
                    Html = words,
                    Href = Here.Resolve(ViewContext, Href),
                    VisuallyHiddenText = What,
                }
            );
        output.SuppressOutput();
    }
}
