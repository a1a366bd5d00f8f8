// You said, we did: their words large, then what we did, then the date and how many were told.
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Hearth.DesignSystem.Public.Content;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Charts;

/// <summary>What came of it.</summary>
public enum Outcome
{
    Did,
    Doing,

    /// <summary>Gives the reason, what instead, and who decided.</summary>
    Cannot,
}

/// <summary>One answer to what people said.</summary>
/// <param name="Quote">In their words, without quotation marks.</param>
/// <param name="Who">“183 people, in the repairs survey in May”.</param>
/// <param name="Paragraphs">What we did, are doing, or why not.</param>
/// <param name="Proof">Icon and words: <c>calendar</c> “Started 1 September”, <c>mail</c> “All 183 people told”.</param>
/// <param name="Href">The page that tells the whole story.</param>
public sealed record Said(
    Outcome Outcome,
    string Quote,
    string Who,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<KeyValuePair<string, string>> Proof,
    string? Id = null,
    string? Href = null
)
{
    /// <summary>The language of the quote and the paragraphs.</summary>
    public Language In { get; init; } = Language.English;

    /// <summary>Small, below the paragraphs: that nobody has checked the translation.</summary>
    public string? Note { get; init; }
}

/// <summary><c>&lt;hearth-saids of="Model.Answers" heading-level="2" /&gt;</c></summary>
[HtmlTargetElement("hearth-saids")]
public sealed class SaidTagHelper : ChartTagHelper
{
    public IReadOnlyList<Said> Of { get; set; } = [];

    /// <summary>Level of “You said”; what we did is one deeper.</summary>
    public int HeadingLevel { get; set; } = 2;

    private protected override IHtmlContent Draw() => new Element("div", "hearth-saids").Add(Of.Select(One));

    private Element One(Said said)
    {
        var phrases = ViewContext.Phrases();
        var (modifier, words, icon) = said.Outcome switch
        {
            Outcome.Did => (null, phrases["said.did"], "tick"),
            Outcome.Doing => ("hearth-said--doing", phrases["said.doing"], "clock"),
            _ => ("hearth-said--cannot", phrases["said.cannot"], "info"),
        };
        var quote = AsWritten(new Element("blockquote"), said.In).Add($"“{said.Quote}”");
        var we = new Element("div", "hearth-said__we")
            .Add(new Element("h" + (HeadingLevel + 1), "hearth-said__how").Add(Icon.Draw(icon, 22)).Add(words))
            .Add(said.Paragraphs.Select(p => AsWritten(new Element("p"), said.In).Add(p)))
            .Add(said.Note is null ? null : new Element("p", "hearth-foot-note").Add(said.Note))
            .Add(
                said.Proof.Count == 0
                    ? null
                    : new Element("ul", "hearth-said__proof").Add(
                        said.Proof.Select(p => new Element("li").Add(Icon.Draw(p.Key, 18)).Add(p.Value))
                    )
            );
        if (said.Href is not null)
        {
            we.Add(
                new Element("p").Add(
                    new Element("a", "govuk-link")
                        .Attr("href", Forms.Here.Resolve(ViewContext, said.Href))
                        .Add(phrases["said.story"])
                        .Add(new Element("span", "govuk-visually-hidden").Add(": " + said.Quote))
                )
            );
        }

        return new Element("article", "hearth-said")
            .Class(modifier)
            .AttrIf("id", said.Id)
            .Add(
                new Element("div", "hearth-said__you")
                    .Add(new Element("h" + HeadingLevel, "hearth-said__label").Add(phrases["said.you"]))
                    .Add(quote)
                    .Add(new Element("p").Add(said.Who))
            )
            .Add(we);
    }

    // What people said and we answered stands as it was written or translated, whatever the page's language.
    private Element AsWritten(Element element, Language language) =>
        ViewContext.Phrases().Language.Code == language.Code ? element : element.Attr("lang", language.Tag).Attr("dir", language.Direction);
}
