// The lit street: a hundred windows, one lit for each home in a hundred that was heard. Data, never decoration.
using System.Globalization;
using Hearth.DesignSystem.Charts;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Charts;

/// <summary><c>&lt;hearth-street heard="3412" homes="9412" since="this year" /&gt;</c> last in a <c>hearth-hero</c>, outside its wrap; the sentence below says the number.</summary>
[HtmlTargetElement("hearth-street")]
public sealed class StreetTagHelper : ChartTagHelper
{
    private const int Windows = 100;
    private const string Hills =
        """<svg class="hearth-hero__far" viewBox="0 0 860 320" aria-hidden="true" focusable="false"><circle cx="610" cy="150" r="104" fill="#fff3df"/><path fill="#fbdcc0" d="M60 210C220 150 640 150 860 205v115h-44a62 62 0 0 0-124 0h-24a62 62 0 0 0-124 0h-24a62 62 0 0 0-124 0h-24a62 62 0 0 0-124 0h-24a62 62 0 0 0-74-60l-88 20z"/></svg>""";

    /// <summary>Homes that told us something.</summary>
    public int Heard { get; set; }

    /// <summary>All homes.</summary>
    public int Homes { get; set; }

    /// <summary>“this year”.</summary>
    public string? Since { get; set; }

    public string? Href { get; set; }

    public string? LinkText { get; set; }

    /// <summary>Homes in a hundred, rounded; never more than were heard, so nought only when nobody was.</summary>
    internal int Lit =>
        Homes <= 0 || Heard <= 0 ? 0 : Math.Clamp((int)Math.Round(100d * Heard / Homes, MidpointRounding.AwayFromZero), 1, Windows);

    private protected override IHtmlContent Draw()
    {
        var number = 0;
        var houses = new Element("div", "hearth-street__houses").Add(
            House.Street.Select(house =>
            {
                var svg = new Element("svg")
                    .Attr("viewBox", string.Create(CultureInfo.InvariantCulture, $"-2 0 118 {house.Height}"))
                    .Attr("aria-hidden", "true")
                    .Attr("focusable", "false")
                    .Add(new HtmlString(house.Walls));
                foreach (var pane in house.Panes)
                {
                    // 37 shares no factor with 100: the lit windows are spread over the street, the same ones each time.
                    var lit = number * 37 % Windows < Lit;
                    number++;
                    svg.Add(Window(pane, lit));
                }

                return svg;
            })
        );
        return new Several(
            new HtmlString(Hills),
            new Element("div", "hearth-wrap").Add(new Element("div", "hearth-street").Add(houses)),
            Key()
        );
    }

    private Element Key()
    {
        var phrases = ViewContext.Phrases();
        var few = Homes > 0 && Heard > 0 && 100d * Heard / Homes < 0.5;
        var wrap = new Element("div", "hearth-wrap").Add(
            new Element("span")
                .Add(phrases.Html("street.window"))
                .Add(" ")
                .Add(phrases.Html(few ? "street.few" : "street.heard", ("count", Lit), ("since", Since ?? phrases["street.year"])))
        );
        if (Href is not null && LinkText is not null)
        {
            wrap.Add(new Element("a", "govuk-link").Attr("href", Forms.Here.Resolve(ViewContext, Href)).Add(LinkText));
        }

        return new Element("div", "hearth-street__key").Add(wrap);
    }

    private static IHtmlContent Window(Pane p, bool lit)
    {
        var d = string.Create(
            CultureInfo.InvariantCulture,
            $"M{p.Left} {p.Sill}V{p.Sill - p.Jamb}a{p.Radius} {p.Radius} 0 0 1 {2 * p.Radius} 0v{p.Jamb}z"
        );
        if (!lit)
        {
            return new Element("path").Attr("d", d).Attr("fill", "#fff").Attr("fill-opacity", ".16");
        }

        var tall = p.Jamb + p.Radius;
        var bars = string.Create(
            CultureInfo.InvariantCulture,
            $"M{p.Left + p.Radius} {p.Sill - tall}v{tall}M{p.Left} {p.Sill - (tall * 0.45):0.##}h{2 * p.Radius}"
        );
        return new Several(
            new Element("path").Attr("class", "hearth-lit").Attr("d", d).Attr("fill", "#ffc24d"),
            new Element("path").Attr("d", bars).Attr("stroke", "#7a3b12").Attr("stroke-width", "1.1")
        );
    }
}
