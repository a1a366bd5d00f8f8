// Radios and checkboxes: the same anatomy, one or several answers.
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

internal sealed record Choice
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Value { get; init; }

    public string? Text { get; init; }

    public string? Html { get; init; }

    public Words? Label { get; init; }

    public Hint? Hint { get; init; }

    public string? Divider { get; init; }

    /// <summary>Null leaves it to the value of the whole question.</summary>
    public bool? Checked { get; init; }

    public bool Disabled { get; init; }

    public Words? Conditional { get; init; }

    /// <summary>Checkboxes: <c>exclusive</c> unticks the others.</summary>
    public string? Behaviour { get; init; }

    public Attributes? Attributes { get; init; }
}

internal abstract record Choices
{
    public string? IdPrefix { get; init; }

    public string? Name { get; init; }

    public string? DescribedBy { get; init; }

    public Fieldset? Fieldset { get; init; }

    public Hint? Hint { get; init; }

    public ErrorMessage? ErrorMessage { get; init; }

    public FormGroup? FormGroup { get; init; }

    /// <summary>Ours: what stands between the question and its answers.</summary>
    [JsonIgnore]
    public IHtmlContent? AfterLegend { get; init; }

    public IReadOnlyList<Choice?> Items { get; init; } = [];

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }

    protected abstract string Block { get; }

    protected abstract string Type { get; }

    protected abstract bool Chosen(Choice item);

    public IHtmlContent Render()
    {
        var prefix = string.IsNullOrEmpty(IdPrefix) ? Name : IdPrefix;
        var already = string.IsNullOrEmpty(Fieldset?.DescribedBy) ? DescribedBy : Fieldset.DescribedBy;
        var hintAndError = Field.HintAndError(prefix, already, Hint, ErrorMessage, out var describedBy);
        var list = new Element("div", Block)
            .Class(Classes)
            .Attrs(Attributes)
            .Attr("data-module", Block)
            .Add(FormGroup?.BeforeInputs?.Content)
            .Add(Items.SelectMany((item, at) => item is null ? [] : Item(item, prefix, at + 1, Fieldset is null ? describedBy : "")))
            .Add(FormGroup?.AfterInputs?.Content);
        var inner = new Several([AfterLegend, .. hintAndError, list]);
        return Field.Grouped(
            FormGroup,
            ErrorMessage,
            [Fieldset is null ? inner : (Fieldset with { DescribedBy = describedBy, Role = null, Html = null }).Render(inner)]
        );
    }

    private IEnumerable<IHtmlContent?> Item(Choice item, string? prefix, int number, string describedBy)
    {
        if (!string.IsNullOrEmpty(item.Divider))
        {
            yield return new Element("div", Block + "__divider").Add(item.Divider);
            yield break;
        }

        // The first has no number, so that the error summary can link to it by the question's name.
        var id = item.Id ?? (number > 1 ? string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number}") : prefix);
        var hintId = item.Hint is { Any: true } ? id + "-item-hint" : "";
        var chosen = item.Checked is true || (item.Checked is null && Chosen(item));
        var conditional = string.IsNullOrEmpty(item.Conditional?.Html) ? null : item.Conditional.Html;
        var input = new Element("input", Block + "__input")
            .Attr("id", id)
            .Attr("name", NameOf(item))
            .Attr("type", Type)
            .Attr("value", item.Value)
            .Flag("checked", chosen)
            .Flag("disabled", item.Disabled)
            .AttrIf("data-aria-controls", conditional is null ? null : "conditional-" + id)
            .AttrIf("data-behaviour", item.Behaviour)
            .AttrIf("aria-describedby", (ItemDescribedBy(describedBy) + " " + hintId).Trim())
            .Attrs(item.Attributes);
        var label = new Label
        {
            Text = item.Text,
            Html = item.Html,
            Classes = (Block + "__label " + item.Label?.Classes).TrimEnd(),
            Attributes = item.Label?.Attributes,
            For = id,
        };
        var hint = hintId is "" ? null : item.Hint! with { Id = hintId, Classes = (Block + "__hint " + item.Hint.Classes).TrimEnd() };
        yield return new Element("div", Block + "__item").Add([input, label.Render(), hint?.Render()]);
        if (conditional is not null)
        {
            yield return new Element("div", Block + "__conditional")
                .Class(chosen ? null : Block + "__conditional--hidden")
                .Attr("id", "conditional-" + id)
                .Add(new HtmlString(conditional.Trim()));
        }
    }

    protected virtual string? NameOf(Choice item) => Name;

    protected virtual string ItemDescribedBy(string describedBy) => "";
}

internal sealed record Radios : Choices
{
    public string? Value { get; init; }

    protected override string Block => "govuk-radios";

    protected override string Type => "radio";

    protected override bool Chosen(Choice item) => !string.IsNullOrEmpty(Value) && item.Value == Value;
}

internal sealed record Checkboxes : Choices
{
    public IReadOnlyList<string>? Values { get; init; }

    protected override string Block => "govuk-checkboxes";

    protected override string Type => "checkbox";

    protected override bool Chosen(Choice item) => Values is not null && item.Value is not null && Values.Contains(item.Value);

    protected override string? NameOf(Choice item) => string.IsNullOrEmpty(item.Name) ? Name : item.Name;

    protected override string ItemDescribedBy(string describedBy) => describedBy;
}
