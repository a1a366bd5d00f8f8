// One line of words, several lines, a file, a list.
using Hearth.DesignSystem.Forms;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Forms;

/// <summary><c>&lt;gov-input asp-for="Name" label="Full name" hint="…" width="20" /&gt;</c></summary>
[HtmlTargetElement("gov-input")]
public sealed class InputTagHelper : FieldTagHelper
{
    public string? Type { get; set; }

    /// <summary>2, 3, 4, 5, 10, 20 or 30 characters.</summary>
    public string? Width { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    /// <summary>Whole numbers: a number keypad on a phone, without the arrows of <c>type="number"</c>.</summary>
    public bool Numeric { get; set; }

    public bool? Spellcheck { get; set; }

    private protected override IHtmlContent Render(Attributes rest) =>
        new Input
        {
            Id = Bound.Id,
            Name = Bound.Name,
            Type = Type,
            // A password is never sent back.
            Value = Type == "password" ? null : Shown,
            Label = FieldLabel,
            Hint = FieldHint,
            ErrorMessage = FieldError,
            Classes = string.Join(
                ' ',
                new[] { Width is null ? null : "govuk-input--width-" + Width, Classes }.Where(c => !string.IsNullOrEmpty(c))
            ),
            Inputmode = Numeric ? "numeric" : null,
            Spellcheck = Spellcheck,
            Prefix = Prefix is null ? null : new Words { Text = Prefix },
            Suffix = Suffix is null ? null : new Words { Text = Suffix },
            Disabled = Disabled,
            Attributes = rest,
        }.Render();
}

/// <summary><c>&lt;gov-textarea asp-for="Comment" label="…" rows="6" max-length="2000" /&gt;</c> With a limit, what is left is counted down.</summary>
[HtmlTargetElement("gov-textarea")]
public sealed class TextareaTagHelper : FieldTagHelper
{
    // every form any language has: the words are the same for all, and the script warns where one is missing
    private static readonly string[] Forms = ["zero", "one", "two", "few", "many", "other"];

    public int Rows { get; set; } = 5;

    public int? MaxLength { get; set; }

    public int? MaxWords { get; set; }

    /// <summary>Per cent of the limit before the count is shown.</summary>
    public double? Threshold { get; set; }

    private protected override IHtmlContent Render(Attributes rest)
    {
        var phrases = ViewContext.Phrases();
        // The script's own words are English; it chooses a form by the browser's rule for the page's language.
        Dictionary<string, string>? Counted(string key) =>
            phrases.Language.IsEnglish ? null : Forms.ToDictionary(form => form, _ => phrases[key, ("number", "%{count}")]);
        var rows = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return MaxLength is null && MaxWords is null
            ? new Textarea
            {
                Id = Bound.Id,
                Name = Bound.Name,
                Value = Shown,
                Rows = rows,
                Label = FieldLabel,
                Hint = FieldHint,
                ErrorMessage = FieldError,
                Classes = Classes,
                Disabled = Disabled,
                Attributes = rest,
            }.Render()
            : new CharacterCount
            {
                Id = Bound.Id,
                Name = Bound.Name,
                Value = Shown,
                Rows = rows,
                Label = FieldLabel,
                Hint = FieldHint,
                ErrorMessage = FieldError,
                Classes = Classes,
                Disabled = Disabled,
                Attributes = rest,
                Maxlength = MaxLength,
                Maxwords = MaxWords,
                Threshold = Threshold,
                TextareaDescriptionText = phrases[
                    MaxWords is null ? "form.most-letters" : "form.most-words",
                    ("count", (MaxWords ?? MaxLength)!)
                ],
                CharactersUnderLimitText = Counted("form.letters-left"),
                CharactersAtLimitText = phrases.Language.IsEnglish ? null : phrases["form.letters-none"],
                CharactersOverLimitText = Counted("form.letters-over"),
            }.Render();
    }
}

/// <summary><c>&lt;gov-file-upload asp-for="File" label="…" accept=".csv,.xlsx" /&gt;</c> The form needs <c>enctype="multipart/form-data"</c>.</summary>
[HtmlTargetElement("gov-file-upload")]
public sealed class FileUploadTagHelper : FieldTagHelper
{
    public bool Multiple { get; set; }

    /// <summary>GOV.UK's drop zone, where there is a script. Off: its button has a name that differs from its words, which WCAG 2.5.3 does not allow.</summary>
    public bool Drop { get; set; }

    private protected override IHtmlContent Render(Attributes rest) =>
        new FileUpload
        {
            Id = Bound.Id,
            Name = Bound.Name,
            Label = FieldLabel,
            Hint = FieldHint,
            ErrorMessage = FieldError,
            Classes = Classes,
            Multiple = Multiple,
            Javascript = Drop,
            Disabled = Disabled,
            Attributes = rest,
        }.Render();
}

/// <summary><c>&lt;gov-select asp-for="Ward" label="…" items="Model.Wards" /&gt;</c>, or <c>gov-option</c> inside.</summary>
[HtmlTargetElement("gov-select")]
public sealed class SelectTagHelper : FieldTagHelper
{
    public IEnumerable<SelectListItem>? Items { get; set; }

    private protected override IHtmlContent Render(Attributes rest) =>
        new Select
        {
            Id = Bound.Id,
            Name = Bound.Name,
            Value = Shown,
            Label = FieldLabel,
            Hint = FieldHint,
            ErrorMessage = FieldError,
            Classes = Classes,
            Disabled = Disabled,
            Attributes = rest,
            Items =
            [
                .. Slots.Options,
                .. (Items ?? []).Select(i => new Option
                {
                    Value = i.Value,
                    Text = i.Text,
                    Disabled = i.Disabled,
                    Selected = i.Selected && string.IsNullOrEmpty(Shown) ? true : null,
                }),
            ],
        }.Render();
}

/// <summary><c>&lt;gov-option value="a"&gt;Words&lt;/gov-option&gt;</c></summary>
[HtmlTargetElement("gov-option", ParentTag = "gov-select")]
public sealed class OptionTagHelper : TagHelper
{
    public string Value { get; set; } = "";

    public bool Disabled { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = System.Net.WebUtility.HtmlDecode((await output.GetChildContentAsync()).GetContent().Trim());
        Slots
            .Around(context)
            ?.Options.Add(
                new Option
                {
                    Value = Value,
                    Text = words,
                    Disabled = Disabled,
                }
            );
        output.SuppressOutput();
    }
}
