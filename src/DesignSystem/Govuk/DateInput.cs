// A day, a month and a year, each its own box.
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

internal sealed record DatePart
{
    /// <summary>In place of a part that is not asked.</summary>
    public static DatePart LeftOut { get; } = new();

    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Label { get; init; }

    public string? Value { get; init; }

    public string? Classes { get; init; }

    public string? Autocomplete { get; init; }

    public string? Pattern { get; init; }

    public string? Inputmode { get; init; }

    /// <summary>Null leaves it to the whole date.</summary>
    public bool? Error { get; init; }

    public Attributes? Attributes { get; init; }

    public bool Marked => Error is true || (Classes?.Contains("govuk-input--error", StringComparison.Ordinal) ?? false);
}

internal sealed record DateInput
{
    public string? Id { get; init; }

    public string? NamePrefix { get; init; }

    public DatePart? Day { get; init; }

    public DatePart? Month { get; init; }

    public DatePart? Year { get; init; }

    public IReadOnlyList<DatePart?> Items { get; init; } = [];

    public Dictionary<string, string?>? Values { get; init; }

    public Hint? Hint { get; init; }

    public ErrorMessage? ErrorMessage { get; init; }

    public FormGroup? FormGroup { get; init; }

    public Fieldset? Fieldset { get; init; }

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }

    public IHtmlContent Render()
    {
        var day =
            Day
            ?? new DatePart
            {
                Name = "day",
                Classes = "govuk-input--width-2",
                Value = ValueOf("day"),
            };
        var month =
            Month
            ?? new DatePart
            {
                Name = "month",
                Classes = "govuk-input--width-2",
                Value = ValueOf("month"),
            };
        var year =
            Year
            ?? new DatePart
            {
                Name = "year",
                Classes = "govuk-input--width-4",
                Value = ValueOf("year"),
            };
        IReadOnlyList<DatePart?> items = Items.Count > 0 ? Items : [day, month, year];
        var anyMarked = items.Any(i => i is { Marked: true });

        IHtmlContent Part(DatePart item)
        {
            var known = new[] { ("day", day), ("month", month), ("year", year) }.FirstOrDefault(k =>
                ReferenceEquals(k.Item2, item) || (item.Name is { Length: > 0 } name && (name == k.Item1 || name == k.Item2.Name))
            );
            var name = item.Name ?? known.Item1;
            var marked = item.Marked || (item.Error is not false && ErrorMessage is not null && !anyMarked);
            var classes = new List<string> { "govuk-date-input__input" };
            if (marked && item.Classes?.Contains("govuk-input--error", StringComparison.Ordinal) is not true)
            {
                classes.Add("govuk-input--error");
            }

            if (item.Classes?.Contains("govuk-input--width-", StringComparison.Ordinal) is not true)
            {
                classes.Add(known.Item1 == "year" ? "govuk-input--width-4" : "govuk-input--width-2");
            }

            if (!string.IsNullOrEmpty(item.Classes))
            {
                classes.Add(item.Classes);
            }

            var fullName = (string.IsNullOrEmpty(NamePrefix) ? "" : NamePrefix + "-") + name;
            return new Element("div", "govuk-date-input__item").Add(
                new Input
                {
                    Label = new Label
                    {
                        Text = string.IsNullOrEmpty(item.Label) ? Capitalised(name) : item.Label,
                        Classes = "govuk-date-input__label",
                    },
                    Id = string.IsNullOrEmpty(item.Id) ? Id + "-" + name : item.Id,
                    Name = fullName,
                    Classes = string.Join(' ', classes),
                    Value = item.Value ?? known.Item2?.Value ?? ValueOf(fullName),
                    Type = "text",
                    Inputmode = string.IsNullOrEmpty(item.Inputmode) ? "numeric" : item.Inputmode,
                    Autocomplete = item.Autocomplete,
                    Pattern = item.Pattern,
                    Attributes = item.Attributes,
                }.Render()
            );
        }

        var hintAndError = Field.HintAndError(Id, Fieldset?.DescribedBy, Hint, ErrorMessage, out var describedBy);
        var date = new Element("div", "govuk-date-input")
            .Class(Classes)
            .Attrs(Attributes)
            .AttrIf("id", Id)
            .Add(FormGroup?.BeforeInputs?.Content)
            .Add(items.Where(i => i is not null && !ReferenceEquals(i, DatePart.LeftOut)).Select(i => Part(i!)))
            .Add(FormGroup?.AfterInputs?.Content);
        var inner = new Several([.. hintAndError, date]);
        // Three text boxes are read as one question only with the role of a group.
        return Field.Grouped(
            FormGroup,
            ErrorMessage,
            [Fieldset is null ? inner : (Fieldset with { DescribedBy = describedBy, Role = "group", Html = null }).Render(inner)]
        );
    }

    private string? ValueOf(string name) => Values is not null && Values.TryGetValue(name, out var value) ? value : null;

    private static string? Capitalised(string? name) =>
        string.IsNullOrEmpty(name) ? name : char.ToUpperInvariant(name[0]) + name[1..].ToLowerInvariant();
}
