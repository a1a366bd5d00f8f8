// How far a person has come in a survey, and how long is left.
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Hearth.DesignSystem.Public.Charts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Content;

/// <summary><c>&lt;hearth-progress at="6" of="12" left="About 4 minutes left" /&gt;</c></summary>
[HtmlTargetElement("hearth-progress")]
public sealed class ProgressTagHelper : ChartTagHelper
{
    /// <summary>This question, from 1.</summary>
    public int At { get; set; } = 1;

    public int Of { get; set; } = 1;

    public string? Left { get; set; }

    private protected override IHtmlContent Draw()
    {
        var words = new Element("p").Add(new Element("span").Add(ViewContext.Phrases().Html("form.progress", ("at", At), ("of", Of))));
        if (!string.IsNullOrEmpty(Left))
        {
            words.Add(new Element("span").Add(Left));
        }

        var bar = new Element("div", "hearth-progress__bar")
            .Attr("aria-hidden", "true")
            .Add(
                Enumerable
                    .Range(1, Math.Max(1, Of))
                    .Select(n =>
                        new Element("span").Class(
                            n < At ? "on"
                            : n == At ? "now"
                            : null
                        )
                    )
            );
        return new Element("div", "hearth-progress").Add(words).Add(bar);
    }
}
