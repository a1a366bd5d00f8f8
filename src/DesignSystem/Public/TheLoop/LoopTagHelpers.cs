// The loop at a glance, and the strip that says where a page stands in it.
using System.Globalization;
using Hearth.DesignSystem.Charts;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Public.Charts;
using Hearth.DesignSystem.Public.Forms;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.TheLoop;

/// <summary><c>&lt;hearth-place stop="CollectViews"&gt;Comes from …. Goes to ….&lt;/hearth-place&gt;</c> under every officer title.</summary>
[HtmlTargetElement("hearth-place")]
public sealed class PlaceTagHelper(IEnumerable<LoopStopPage> pages) : TagHelper
{
    private readonly LoopStopPage[] pages = [.. pages];

    public LoopStop Stop { get; set; } = LoopStop.Access;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = (await output.GetChildContentAsync()).GetContent().Trim();
        var number = ((int)Stop).ToString(CultureInfo.InvariantCulture);
        var place = new Element("nav", "hearth-place")
            .Attr("aria-label", "Where this is in the loop")
            .Add(new Element("p", "short").Add($"Step {number} of 8 in the loop: ").Add(new Element("b").Add(Stop.Name())))
            .Add(new Element("ol").Add(LoopStops.All.Select(One)));
        output.Attributes.Clear();
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(words.Length == 0 ? place : place.Add(new Element("p").Add(new HtmlString(words))));
    }

    private Element One(LoopStop stop)
    {
        var line = new Element("li").Class(stop < Stop ? "past" : null);
        if (stop == Stop)
        {
            return line.Attr("aria-current", "step").Add(new Element("span").Add(stop.Name()));
        }

        var href = pages.HrefFor(stop, ViewContext.HttpContext.User);
        return line.Add(
            href is null
                ? new Element("span").Add(stop.Name())
                : new Element("a", "govuk-link").Attr("href", Here.Resolve(ViewContext, "~" + href)).Add(stop.Name())
        );
    }
}

/// <summary><c>&lt;hearth-loop stops="Model.Stops" told="Model.Told" /&gt;</c>: eight stops round the promise.</summary>
[HtmlTargetElement("hearth-loop")]
public sealed class LoopTagHelper(IEnumerable<LoopStopPage> pages) : ChartTagHelper
{
    private readonly LoopStopPage[] pages = [.. pages];

    public IEnumerable<LoopStopState> Stops { get; set; } = [];

    public Told Told { get; set; } = new(0, 0, 0);

    /// <summary>The sentence in the middle; made from <see cref="Told"/> when null.</summary>
    public string? Promise { get; set; }

    private protected override IHtmlContent Draw()
    {
        var states = Stops.ToDictionary(s => s.Stop);
        var promise =
            Promise
            ?? (
                Told.Everyone == 0
                    ? "Nobody has spoken yet this year"
                    : $"{Say.Whole(Told.Done)} of the {Say.Whole(Told.Everyone)} people who spoke this year have been told what came of it"
            );
        return new Element("section", "hearth-loop")
            .Attr("aria-labelledby", "loop-heading")
            .Add(new Element("h2", "govuk-visually-hidden").Attr("id", "loop-heading").Add("The loop at a glance"))
            .Add(
                new Element("div", "hearth-loop__ring")
                    .Add(
                        new Element("div", "hearth-loop__promise")
                            .Add(new Element("p", "hearth-loop__big").Add(promise))
                            .Add(ToldTagHelper.Meter(Told))
                    )
                    .Add(
                        new Element("ol").Attr("role", "list").Add(LoopStops.All.Select(stop => One(stop, states.GetValueOrDefault(stop))))
                    )
            );
    }

    private Element One(LoopStop stop, LoopStopState? state)
    {
        var href = state?.Href ?? pages.HrefFor(stop, ViewContext.HttpContext.User);
        var inside = href is null
            ? new Element("span", "hearth-loop__still")
            : new Element("a").Attr("href", Here.Resolve(ViewContext, "~" + href));
        inside
            .Add(new Element("span", "n").Add(state?.Number ?? ""))
            .Add(" ")
            .Add(new Element("span", "name").Add(stop.Name()))
            .Add(" ")
            .Add(new Element("span", "note").Add(state?.Note ?? ""))
            .Add(new Element("span", "dot"));
        return new Element("li")
            .Attr("id", string.Create(CultureInfo.InvariantCulture, $"stop-{(int)stop}"))
            .Class(state is { Hot: true } ? "hot" : null)
            .Add(inside);
    }
}
