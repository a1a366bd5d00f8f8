// A button, or a link that looks like one.
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

internal sealed record Button : Words
{
    private const string StartIcon =
        """<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>""";

    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Value { get; init; }

    public string? Type { get; init; }

    public string? Href { get; init; }

    public bool Disabled { get; init; }

    public bool? PreventDoubleClick { get; init; }

    public bool IsStartButton { get; init; }

    public IHtmlContent Render()
    {
        var button = string.IsNullOrEmpty(Href)
            ? new Element("button")
                .Attr("type", string.IsNullOrEmpty(Type) ? "submit" : Type)
                .AttrIf("value", Value)
                .AttrIf("name", Name)
                .Flag("disabled", Disabled)
                .AttrIf("aria-disabled", Disabled ? "true" : null)
                .AttrIf(
                    "data-prevent-double-click",
                    PreventDoubleClick switch
                    {
                        true => "true",
                        false => "false",
                        _ => null,
                    }
                )
            : new Element("a").Attr("href", Href).Attr("role", "button").Attr("draggable", "false");
        return button
            .Class("govuk-button", Classes, IsStartButton ? "govuk-button--start" : null)
            .Attr("data-module", "govuk-button")
            .Attrs(Attributes)
            .AttrIf("id", Id)
            .Add(IsStartButton && !string.IsNullOrEmpty(Html) ? new Element("span").Add(Content) : Content)
            .Add(IsStartButton ? new HtmlString(StartIcon) : null);
    }
}
