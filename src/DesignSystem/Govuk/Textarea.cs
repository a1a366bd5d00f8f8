// A box for several lines, and the same with a limit that is counted down.
using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

internal sealed record Textarea : Field
{
    public string? Value { get; init; }

    public string? Rows { get; init; }

    public bool? Spellcheck { get; init; }

    public string? Autocomplete { get; init; }

    protected override IHtmlContent Control(string describedBy)
    {
        var area = new Element("textarea", "govuk-textarea")
            .Class(ErrorMessage is null ? null : "govuk-textarea--error", Classes)
            .Attr("id", ControlId)
            .Attr("name", Name)
            .Attr("rows", string.IsNullOrEmpty(Rows) ? "5" : Rows);
        if (Spellcheck is { } checks)
        {
            area.Attr("spellcheck", checks ? "true" : "false");
        }

        // A browser drops the first line break inside a textarea: one more keeps what was typed.
        return area.Flag("disabled", Disabled)
            .AttrIf("aria-describedby", describedBy)
            .AttrIf("autocomplete", Autocomplete)
            .Attrs(Attributes)
            .Add(Value is ['\n' or '\r', ..] ? "\n" + Value : Value);
    }
}

internal sealed record CharacterCount : Field
{
    public string? Value { get; init; }

    public string? Rows { get; init; }

    public bool? Spellcheck { get; init; }

    public int? Maxlength { get; init; }

    public int? Maxwords { get; init; }

    public double? Threshold { get; init; }

    public string? CountType { get; init; }

    public string? TextareaDescriptionText { get; init; }

    public Words? CountMessage { get; init; }

    public Dictionary<string, string>? CharactersUnderLimitText { get; init; }

    public string? CharactersAtLimitText { get; init; }

    public Dictionary<string, string>? CharactersOverLimitText { get; init; }

    public Dictionary<string, string>? WordsUnderLimitText { get; init; }

    public string? WordsAtLimitText { get; init; }

    public Dictionary<string, string>? WordsOverLimitText { get; init; }

    public override IHtmlContent Render()
    {
        var limit = Maxwords ?? Maxlength;
        var type = CountType ?? (Maxwords is null ? null : "words");
        var description = TextareaDescriptionText ?? "You can enter up to %{count} " + (type == "words" ? "words" : "characters");
        var info = new Hint
        {
            Id = ControlId + "-info",
            Classes = string.Join(' ', new[] { "govuk-character-count__message", CountMessage?.Classes }.Where(c => c is not null)),
            Text = limit is { } most
                ? description.Replace("%{count}", most.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                : null,
        };
        return new Textarea
        {
            Id = ControlId,
            Name = Name,
            DescribedBy = ControlId + "-info",
            Rows = Rows,
            Spellcheck = Spellcheck,
            Value = Value,
            Label = Label,
            Hint = Hint,
            ErrorMessage = ErrorMessage,
            Disabled = Disabled,
            Attributes = Attributes,
            Classes = string.Join(' ', new[] { "govuk-js-character-count", Classes }.Where(c => !string.IsNullOrEmpty(c))),
            FormGroup = new FormGroup
            {
                Classes = string.Join(' ', new[] { "govuk-character-count", FormGroup?.Classes }.Where(c => !string.IsNullOrEmpty(c))),
                Attributes = [.. Module(limit is null, type), .. FormGroup?.Attributes ?? []],
                BeforeInput = FormGroup?.BeforeInput,
                AfterInput = new Words
                {
                    Html = Written.Html(info.Render()) + (FormGroup?.AfterInput is { } after ? Written.Html(after.Content) : ""),
                },
            },
        }.Render();
    }

    protected override IHtmlContent Control(string describedBy) =>
        throw new NotSupportedException("A counted textarea is drawn by Textarea.");

    private Attributes Module(bool noLimit, string? type)
    {
        Attributes all = [];
        all.Add("data-module", "govuk-character-count");
        foreach (
            var (name, number) in new (string, double?)[]
            {
                ("data-maxlength", Maxlength),
                ("data-maxwords", Maxwords),
                ("data-threshold", Threshold),
            }
        )
        {
            if (number is { } value)
            {
                all.Add(name, value.ToString(CultureInfo.InvariantCulture));
            }
        }

        Say(all, "data-count-type", type);
        if (noLimit)
        {
            Say(all, "data-i18n.textarea-description.other", TextareaDescriptionText);
        }

        Translation.Add(all, "characters-under-limit", CharactersUnderLimitText);
        Say(all, "data-i18n.characters-at-limit", CharactersAtLimitText);
        Translation.Add(all, "characters-over-limit", CharactersOverLimitText);
        Translation.Add(all, "words-under-limit", WordsUnderLimitText);
        Say(all, "data-i18n.words-at-limit", WordsAtLimitText);
        Translation.Add(all, "words-over-limit", WordsOverLimitText);
        return all;
    }

    private static void Say(Attributes all, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            all.Add(name, value);
        }
    }
}

/// <summary>Words that GOV.UK's script reads from data attributes.</summary>
internal static class Translation
{
    public static void Add(Attributes all, string key, Dictionary<string, string>? byPlural)
    {
        foreach (var (plural, words) in byPlural ?? [])
        {
            all.Add($"data-i18n.{key}.{plural}", words);
        }
    }
}
