// A letter on A4: who it is from, who it is to, placed for a window envelope.
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Landlords;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Content;

/// <summary><c>&lt;hearth-letter to="lines" date="day"&gt;…&lt;/hearth-letter&gt;</c> in a page with the layout <c>_PrintLayout</c>; one for each letter.</summary>
[HtmlTargetElement("hearth-letter")]
public sealed class LetterTagHelper(ILandlord landlord) : TagHelper
{
    /// <summary>Name and address, a line each.</summary>
    public IEnumerable<string> To { get; set; } = [];

    public DateOnly Date { get; set; }

    /// <summary>The language of the letter; English where none is given.</summary>
    public Phrases Phrases { get; set; } = Phrases.InEnglish;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var look = landlord.Current;
        var logo = LandlordAssets.LogoHref(look);
        var brand = new Element("div", "hearth-letter__brand")
            .Add(new Element("img").Attr("src", Forms.Here.Resolve(ViewContext, logo)).Attr("height", "37").Attr("alt", ""))
            .Add(new Element("span").Add(look.Name));
        var from = Lines(
            "div",
            "hearth-letter__from",
            new[] { look.PostalAddress, look.Phone, Phrases.Day(Date) }.Where(l => !string.IsNullOrEmpty(l)),
            Phrases.Language.RightToLeft
        );
        var inner = await output.GetChildContentAsync();
        output.Attributes.Clear();
        output.TagName = null;
        var language = Phrases.Language;
        output.Content.SetHtmlContent(
            new Element("article", "hearth-a4 hearth-letter")
                .AttrIf("lang", language.IsEnglish ? null : language.Tag)
                .AttrIf("dir", language.RightToLeft ? language.Direction : null)
                .Add(new Element("div", "hearth-letter__top").Add(brand).Add(from))
                // behind the window of the envelope, at the left whichever way the letter runs
                .Add(Lines("address", "hearth-letter__to", To).AttrIf("dir", language.RightToLeft ? "ltr" : null))
                .Add(inner)
        );
    }

    // a telephone number keeps its order in a letter that runs from the right
    private static Element Lines(string name, string classes, IEnumerable<string?> lines, bool apart = false)
    {
        var block = new Element(name, classes);
        var first = true;
        foreach (var line in lines)
        {
            block.Add(first ? null : new Element("br"));
            block = apart ? block.Add(new Element("bdi").Add(line)) : block.Add(line);
            first = false;
        }

        return block;
    }
}

/// <summary><c>&lt;hearth-letter-code code="7K4M 2QXR" address="tell.ousebridge.example" qr="Model.Qr"&gt;Answer by &lt;b&gt;Friday 18 December&lt;/b&gt;.&lt;/hearth-letter-code&gt;</c></summary>
[HtmlTargetElement("hearth-letter-code")]
public sealed class LetterCodeTagHelper : TagHelper
{
    public string Code { get; set; } = "";

    /// <summary>Typed by hand, so short and without scheme.</summary>
    public string Address { get; set; } = "";

    /// <summary>The QR code as an SVG that names what it opens (<c>role="img"</c>, <c>aria-label</c>); null leaves it out.</summary>
    public IHtmlContent? Qr { get; set; }

    /// <summary>The language of the letter; English where none is given.</summary>
    public Phrases Phrases { get; set; } = Phrases.InEnglish;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var last = (await output.GetChildContentAsync()).GetContent().Trim();
        var steps = new Element("ol")
            .Add(
                new Element("li").Add(
                    Qr is null
                        ? Phrases.Html("letter-code.go", ("address", Address))
                        : Phrases.Html("letter-code.scan", ("address", Address))
                )
            )
            .Add(
                new Element("li")
                    .Add(Phrases["letter-code.type"])
                    .Add(
                        Phrases.Language.RightToLeft
                            ? new Element("span", "code").Add(new Element("bdi").Add(Code))
                            : new Element("span", "code").Add(Code)
                    )
            );
        if (last.Length > 0)
        {
            steps.Add(new Element("li").Add(new HtmlString(last)));
        }

        output.Attributes.Clear();
        output.TagName = null;
        output.Content.SetHtmlContent(
            new Element("div", "hearth-letter__code").Class(Qr is null ? "hearth-letter__code--plain" : null).Add(Qr).Add(steps)
        );
    }
}
