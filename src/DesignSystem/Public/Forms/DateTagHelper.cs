// A date in three boxes.
using System.Globalization;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Forms;

/// <summary><c>&lt;gov-date asp-for="Closes" legend="When does it close?" /&gt;</c> with <c>Closes</c> a <see cref="DateParts"/>; or <c>name</c> and <c>value="2026-12-18"</c>. Put errors on the property itself.</summary>
[HtmlTargetElement("gov-date")]
public sealed class DateTagHelper : FieldTagHelper
{
    public string? Legend { get; set; }

    /// <summary>s, m, l or xl.</summary>
    public string? LegendSize { get; set; }

    /// <summary>Date of birth: the browser may fill it in.</summary>
    public bool Birthday { get; set; }

    private protected override IHtmlContent Render(Attributes rest)
    {
        var parts =
            For?.Model as DateParts
            ?? DateParts.Of(
                DateOnly.TryParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null
            );
        var phrases = ViewContext.Phrases();
        DatePart Part(string name, string? value, string id, string width, string autocomplete) =>
            new()
            {
                Name = name,
                Label = phrases[$"form.{name.ToLowerInvariant()}"],
                Id = id,
                Value = Bound.Posted($"{Bound.Name}.{name}") ?? value,
                Classes = width,
                Autocomplete = Birthday ? autocomplete : null,
            };
        return new DateInput
        {
            // The first box carries the question's own id, so that the error summary leads to it.
            Id = Bound.Id + "-date",
            Hint = FieldHint,
            ErrorMessage = FieldError,
            Classes = Classes,
            Attributes = rest,
            Fieldset = new Fieldset
            {
                Legend = new Legend
                {
                    Text = Slots.Label is null ? Legend ?? Label : Slots.Label.Text,
                    Html = Slots.Label?.Html,
                    Classes =
                        Question ? "hearth-question-legend"
                        : (LegendSize ?? LabelSize) is { } size ? "govuk-fieldset__legend--" + size
                        : null,
                    HeadingClasses = Question ? "hearth-question" : null,
                    IsPageHeading = PageHeading || Question,
                },
            },
            NamePrefix = null,
            Items =
            [
                Part("Day", parts.Day, Bound.Id, "govuk-input--width-2", "bday-day") with
                {
                    Name = Bound.Name + ".Day",
                },
                Part("Month", parts.Month, Bound.Id + "-month", "govuk-input--width-2", "bday-month") with
                {
                    Name = Bound.Name + ".Month",
                },
                Part("Year", parts.Year, Bound.Id + "-year", "govuk-input--width-4", "bday-year") with
                {
                    Name = Bound.Name + ".Year",
                },
            ],
        }.Render();
    }
}
