// A box for one line.
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

internal sealed record Input : Field
{
    public string? Type { get; init; }

    public string? Value { get; init; }

    public bool? Spellcheck { get; init; }

    public string? Autocomplete { get; init; }

    public string? Autocapitalize { get; init; }

    public string? Pattern { get; init; }

    public string? Inputmode { get; init; }

    public Words? Prefix { get; init; }

    public Words? Suffix { get; init; }

    public Words? InputWrapper { get; init; }

    protected override IHtmlContent Control(string describedBy)
    {
        var input = new Element("input", "govuk-input")
            .Class(Classes, ErrorMessage is null ? null : "govuk-input--error")
            .Attr("id", ControlId)
            .Attr("name", Name)
            .Attr("type", string.IsNullOrEmpty(Type) ? "text" : Type);
        if (Spellcheck is { } checks)
        {
            input.Attr("spellcheck", checks ? "true" : "false");
        }

        foreach (
            var (attribute, value) in new[]
            {
                ("value", Value),
                ("aria-describedby", describedBy is "" ? null : describedBy),
                ("autocomplete", Autocomplete),
                ("autocapitalize", Autocapitalize),
                ("pattern", Pattern),
                ("inputmode", Inputmode),
            }
        )
        {
            if (value is not null)
            {
                input.Attr(attribute, value);
            }
        }

        return input.Flag("disabled", Disabled).Attrs(Attributes);
    }

    protected override IHtmlContent Around(IHtmlContent control)
    {
        var (before, after) = (FormGroup?.BeforeInput, FormGroup?.AfterInput);
        return before is { Any: true } || after is { Any: true } || Prefix is { Any: true } || Suffix is { Any: true }
            ? new Element("div", "govuk-input__wrapper")
                .Class(InputWrapper?.Classes)
                .Attrs(InputWrapper?.Attributes)
                .Add([before?.Content, Affix(Prefix, "prefix"), control, Affix(Suffix, "suffix"), after?.Content])
            : control;
    }

    private static Element? Affix(Words? affix, string which) =>
        affix is { Any: true }
            ? new Element("div", $"govuk-input__{which}")
                .Class(affix.Classes)
                .Attr("aria-hidden", "true")
                .Attrs(affix.Attributes)
                .Add(affix.Content)
            : null;
}
