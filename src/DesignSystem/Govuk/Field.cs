// A question with one control: label, hint, error, control, and what the control is described by.
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

internal abstract record Field
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? DescribedBy { get; init; }

    public Label? Label { get; init; }

    public Hint? Hint { get; init; }

    public ErrorMessage? ErrorMessage { get; init; }

    public FormGroup? FormGroup { get; init; }

    public string? Classes { get; init; }

    public bool Disabled { get; init; }

    public Attributes? Attributes { get; init; }

    protected string? ControlId => string.IsNullOrEmpty(Id) ? Name : Id;

    /// <summary>The control itself, told the ids that describe it.</summary>
    protected abstract IHtmlContent Control(string describedBy);

    public virtual IHtmlContent Render() =>
        Grouped(
            FormGroup,
            ErrorMessage,
            [
                (Label is null ? null : Label with { For = ControlId })?.Render(),
                .. HintAndError(ControlId, DescribedBy, Hint, ErrorMessage, out var describedBy),
                Around(Control(describedBy)),
            ]
        );

    protected virtual IHtmlContent Around(IHtmlContent control) =>
        new Several(FormGroup?.BeforeInput?.Content, control, FormGroup?.AfterInput?.Content);

    public static Element Grouped(FormGroup? group, ErrorMessage? error, IEnumerable<IHtmlContent?> parts) =>
        new Element("div", "govuk-form-group")
            .Class(error is null ? null : "govuk-form-group--error", group?.Classes)
            .Attrs(group?.Attributes)
            .Add(parts);

    public static IHtmlContent?[] HintAndError(string? id, string? already, Hint? hint, ErrorMessage? error, out string describedBy)
    {
        var hintId = hint is null ? null : id + "-hint";
        var errorId = error is null ? null : id + "-error";
        describedBy = string.Join(' ', new[] { already, hintId, errorId }.Where(s => !string.IsNullOrEmpty(s)));
        return
        [
            (hint is null ? null : hint with { Id = hintId })?.Render(),
            (error is null ? null : error with { Id = errorId })?.Render(),
        ];
    }
}
