// What all tags for one field share: the model's property, label, hint, error.
using Hearth.DesignSystem.Forms;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Forms;

/// <summary>Common attributes of the tags for one field. The value typed and the error come from <c>ModelState</c>.</summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The model's property. Without it, give <see cref="Name"/>.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    /// <summary>Shown instead of the model's value while nothing has been posted.</summary>
    public string? Value { get; set; }

    public string? Label { get; set; }

    /// <summary>s, m, l or xl.</summary>
    public string? LabelSize { get; set; }

    /// <summary>The label or legend is the page's <c>h1</c>.</summary>
    public bool PageHeading { get; set; }

    /// <summary>One question to a page: the label or legend is the <c>h1</c> in the question's own size.</summary>
    public bool Question { get; set; }

    public string? Hint { get; set; }

    /// <summary>Further classes of the control.</summary>
    public string? Classes { get; set; }

    public bool Disabled { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private protected Bound Bound { get; private set; } = null!;

    private protected Slots Slots { get; private set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Bound = new Bound(ViewContext, For, Name);
        Slots = Slots.Open(context);
        await output.GetChildContentAsync();
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        FieldsOfPage.Of(ViewContext.HttpContext).Add(Bound.Name, Bound.Id);
        output.Content.SetHtmlContent(Render(Rest(output)));
        output.Attributes.Clear();
    }

    private protected abstract IHtmlContent Render(Attributes rest);

    private protected string? Shown => Bound.Posted(Bound.Name) ?? Value ?? Bound.Value;

    private protected Label FieldLabel =>
        new()
        {
            Text = Slots.Label is null ? Label : Slots.Label.Text,
            Html = Slots.Label?.Html,
            Classes =
                Question ? "hearth-question"
                : LabelSize is null ? null
                : "govuk-label--" + LabelSize,
            IsPageHeading = PageHeading || Question,
        };

    private protected Hint? FieldHint =>
        Slots.Hint is not null ? new Hint { Html = Slots.Hint.Html }
        : Hint is null ? null
        : new Hint { Text = Hint };

    private protected ErrorMessage? FieldError =>
        Bound.Error is { } error ? new ErrorMessage { Text = error, VisuallyHiddenText = ViewContext.Phrases()["form.error"] } : null;

    // Attributes that we do not know reach the control: autocomplete, data-…, maxlength.
    private static Attributes Rest(TagHelperOutput output)
    {
        Attributes rest = [];
        foreach (var attribute in output.Attributes)
        {
            rest.Add(
                attribute.Name,
                attribute.ValueStyle == HtmlAttributeValueStyle.Minimized
                    ? null
                    : attribute.Value switch
                    {
                        IHtmlContent html => System.Net.WebUtility.HtmlDecode(Written.Html(html)),
                        var value => value?.ToString(),
                    }
            );
        }

        return rest;
    }
}
