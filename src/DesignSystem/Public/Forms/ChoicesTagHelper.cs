// Radios and checkboxes, and the answers inside them.
using Hearth.DesignSystem.Forms;
using Hearth.DesignSystem.Govuk;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Forms;

/// <summary>What radios and checkboxes share.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    /// <summary>The question. The same as <see cref="FieldTagHelper.Label"/>.</summary>
    public string? Legend { get; set; }

    /// <summary>s, m, l or xl.</summary>
    public string? LegendSize { get; set; }

    /// <summary>Answers beside each other where there is room; for two short ones.</summary>
    public bool Inline { get; set; }

    public bool Small { get; set; }

    /// <summary>The tenants' large answers: the whole row is the target.</summary>
    public bool Large { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    private protected IReadOnlyList<Choice?> AllItems =>
        [
            .. Slots.Choices,
            .. (Items ?? []).Select(i => new Choice
            {
                Value = i.Value,
                Text = i.Text,
                Disabled = i.Disabled,
                Checked = i.Selected ? true : null,
            }),
        ];

    private protected Fieldset? FieldsetOfQuestion
    {
        get
        {
            var words = Legend ?? Label;
            return words is null && Slots.Label is null
                ? null
                : new Fieldset
                {
                    Legend = new Legend
                    {
                        Text = Slots.Label is null ? words : Slots.Label.Text,
                        Html = Slots.Label?.Html,
                        Classes =
                            Question ? "hearth-question-legend"
                            : (LegendSize ?? LabelSize) is { } size ? "govuk-fieldset__legend--" + size
                            : null,
                        HeadingClasses = Question ? "hearth-question" : null,
                        IsPageHeading = PageHeading || Question,
                    },
                };
        }
    }

    private protected IHtmlContent? Tools => Slots.Tools is null ? null : new HtmlString(Slots.Tools);

    private protected string AllClasses(string block) =>
        string.Join(
            ' ',
            new[]
            {
                Inline ? block + "--inline" : null,
                Small ? block + "--small" : null,
                Large ? "hearth-choices" : null,
                Large && Bound.Error is not null ? "hearth-choices--error" : null,
                Classes,
            }.Where(c => !string.IsNullOrEmpty(c))
        );
}

/// <summary><c>&lt;gov-radios asp-for="Answer" legend="…"&gt;&lt;gov-radio value="1"&gt;Very satisfied&lt;/gov-radio&gt;…&lt;/gov-radios&gt;</c></summary>
[HtmlTargetElement("gov-radios")]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    private protected override IHtmlContent Render(Attributes rest) =>
        new Radios
        {
            IdPrefix = Bound.Id,
            Name = Bound.Name,
            Value = Shown,
            Fieldset = FieldsetOfQuestion,
            Hint = FieldHint,
            AfterLegend = Tools,
            ErrorMessage = FieldError,
            Items = AllItems,
            Classes = AllClasses("govuk-radios"),
            Attributes = rest,
        }.Render();
}

/// <summary><c>&lt;gov-checkboxes asp-for="Topics" legend="…"&gt;&lt;gov-checkbox value="repairs"&gt;Repairs&lt;/gov-checkbox&gt;…&lt;/gov-checkboxes&gt;</c> A property of type bool takes one box of value <c>true</c>.</summary>
[HtmlTargetElement("gov-checkboxes")]
public sealed class CheckboxesTagHelper : ChoicesTagHelper
{
    private protected override IHtmlContent Render(Attributes rest) =>
        new Checkboxes
        {
            IdPrefix = Bound.Id,
            Name = Bound.Name,
            Values = Bound.Values,
            Fieldset = FieldsetOfQuestion,
            Hint = FieldHint,
            AfterLegend = Tools,
            ErrorMessage = FieldError,
            Items = AllItems,
            Classes = AllClasses("govuk-checkboxes"),
            Attributes = rest,
        }.Render();
}

/// <summary>One answer. Its content is the label; <c>gov-conditional</c> inside is what it opens.</summary>
[HtmlTargetElement("gov-radio", ParentTag = "gov-radios")]
[HtmlTargetElement("gov-checkbox", ParentTag = "gov-checkboxes")]
public sealed class ChoiceTagHelper : TagHelper
{
    public string Value { get; set; } = "";

    public string? Hint { get; set; }

    public bool? Checked { get; set; }

    public bool Disabled { get; set; }

    /// <summary>Checkboxes: ticking this one unticks the others (“None of these”).</summary>
    public bool Exclusive { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var around = Slots.Around(context);
        var own = Slots.Open(context);
        var words = (await output.GetChildContentAsync()).GetContent().Trim();
        around?.Choices.Add(
            new Choice
            {
                Value = Value,
                Html = words,
                Hint =
                    own.Hint is not null ? new Hint { Html = own.Hint.Html }
                    : Hint is null ? null
                    : new Hint { Text = Hint },
                Checked = Checked,
                Disabled = Disabled,
                Behaviour = Exclusive ? "exclusive" : null,
                Conditional = own.Conditional is null ? null : new Words { Html = own.Conditional },
            }
        );
        output.SuppressOutput();
    }
}

/// <summary><c>&lt;gov-divider&gt;or&lt;/gov-divider&gt;</c> between answers.</summary>
[HtmlTargetElement("gov-divider")]
public sealed class DividerTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = System.Net.WebUtility.HtmlDecode((await output.GetChildContentAsync()).GetContent().Trim());
        Slots.Around(context)?.Choices.Add(new Choice { Divider = words });
        output.SuppressOutput();
    }
}

/// <summary>Shown while the answer around it is chosen; without the script it is always shown.</summary>
[HtmlTargetElement("gov-conditional")]
public sealed class ConditionalTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var around = Slots.Around(context);
        Slots.Open(context);
        var content = (await output.GetChildContentAsync()).GetContent();
        if (around is not null)
        {
            around.Conditional = content;
        }

        output.SuppressOutput();
    }
}
