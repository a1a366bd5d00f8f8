// Who is short, by how many, and what to do about it.
using Hearth.DesignSystem.Charts;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Public.Forms;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Charts;

/// <summary>A group and its shortfall. It never lists who was left out for safety.</summary>
/// <param name="Short">Answers short of the group's share; nought or below, it has its share or more.</param>
/// <param name="Facts">Label and value: “Heard”, “72, share 148”.</param>
/// <param name="Action">The one button: “Invite 642 people”. Not shown for a group over its share.</param>
/// <param name="Unit">“answers”, or “people”.</param>
public sealed record Shortfall(
    string Group,
    int Short,
    IReadOnlyList<KeyValuePair<string, string>> Facts,
    string? Action = null,
    string? ActionHref = null,
    string Unit = "answers"
);

/// <summary><c>&lt;hearth-shorts of="Model.Short" /&gt;</c></summary>
[HtmlTargetElement("hearth-shorts")]
public sealed class ShortfallTagHelper : ChartTagHelper
{
    public IReadOnlyList<Shortfall> Of { get; set; } = [];

    /// <summary>2 when the cards stand under an h1.</summary>
    public int HeadingLevel { get; set; } = 3;

    private protected override IHtmlContent Draw() =>
        new Element("ul", "hearth-shorts").Attr("role", "list").Add(Of.Select(s => new Element("li").Add(Card(s))));

    private Element Card(Shortfall card)
    {
        var enough = card.Short <= 0;
        var words =
            card.Short == 0 ? "exactly their share"
            : enough ? "more than their share"
            : $"{card.Unit} short";
        var does = new Element("div", "do");
        if (enough)
        {
            does.Add(new Element("p", "hearth-quiet").Add("Anyone may still speak. Nobody is turned away. We only stop inviting."));
        }
        else if (card.Action is not null && card.ActionHref is not null)
        {
            does.Add(new Button { Text = card.Action, Href = Here.Resolve(ViewContext, card.ActionHref) }.Render());
        }

        return new Element("article", "hearth-short")
            .Class(enough ? "hearth-short--ok" : null)
            .Add(new Element("h" + HeadingLevel).Add(card.Group))
            .Add(new Element("p", "big").Add(Say.Whole(Math.Abs(card.Short))).Add(" ").Add(new Element("small").Add(words)))
            .Add(
                new Element("ul").Add(
                    card.Facts.Select(f =>
                        new Element("li").Add(new Element("span").Add(f.Key)).Add(" ").Add(new Element("b").Add(f.Value))
                    )
                )
            )
            .Add(does);
    }
}
