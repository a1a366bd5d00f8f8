// A letter on A4: who it is from, who it is to, placed for a window envelope.
using System.Globalization;
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
            new[] { look.PostalAddress, look.Phone, Date.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")) }.Where(l =>
                !string.IsNullOrEmpty(l)
            )
        );
        var inner = await output.GetChildContentAsync();
        output.Attributes.Clear();
        output.TagName = null;
        output.Content.SetHtmlContent(
            new Element("article", "hearth-a4 hearth-letter")
                .Add(new Element("div", "hearth-letter__top").Add(brand).Add(from))
                .Add(Lines("address", "hearth-letter__to", To))
                .Add(inner)
        );
    }

    private static Element Lines(string name, string classes, IEnumerable<string?> lines)
    {
        var block = new Element(name, classes);
        var first = true;
        foreach (var line in lines)
        {
            block.Add(first ? null : new Element("br")).Add(line);
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

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var last = (await output.GetChildContentAsync()).GetContent().Trim();
        var steps = new Element("ol")
            .Add(
                new Element("li")
                    .Add(Qr is null ? "Go to " : "Point your phone’s camera at the square. Or go to ")
                    .Add(new Element("b").Add(Address))
            )
            .Add(new Element("li").Add("Type your code:").Add(new Element("span", "code").Add(Code)));
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
