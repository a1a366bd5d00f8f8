// Things said beside the content: tags, details, insets, warnings, panels, banners, notices.
using Hearth.DesignSystem.Forms;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Hearth.DesignSystem.Public.Forms;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Content;

/// <summary>A tag helper that replaces itself with a component around its content.</summary>
public abstract class AroundTagHelper : TagHelper
{
    public string? Classes { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = (await output.GetChildContentAsync()).GetContent();
        output.Attributes.Clear();
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(Render(inner));
    }

    private protected abstract IHtmlContent Render(string inner);
}

/// <summary><c>&lt;gov-tag kind="done"&gt;Told everyone&lt;/gov-tag&gt;</c>: an icon and a word.</summary>
[HtmlTargetElement("gov-tag")]
public sealed class TagTagHelper : AroundTagHelper
{
    /// <summary>open, done, hot, wait, plum or plain.</summary>
    public string Kind { get; set; } = "open";

    /// <summary>Another icon than the kind's own; “none” leaves it out.</summary>
    public string? Icon { get; set; }

    private protected override IHtmlContent Render(string inner)
    {
        var icon =
            Icon
            ?? Kind switch
            {
                "open" or "wait" => "clock",
                "done" => "tick",
                "hot" => "alert",
                _ => "none",
            };
        return new Tag
        {
            Html = (icon == "none" ? "" : Written.Html(Content.Icon.Draw(icon, 15))) + inner.Trim(),
            Classes = string.Join(' ', new[] { Kind == "open" ? null : "hearth-tag--" + Kind, Classes }.Where(c => c is not null)),
        }.Render();
    }
}

/// <summary><c>&lt;gov-details summary="Why we ask"&gt;…&lt;/gov-details&gt;</c></summary>
[HtmlTargetElement("gov-details")]
public sealed class DetailsTagHelper : AroundTagHelper
{
    public string Summary { get; set; } = "";

    public string? Id { get; set; }

    public bool Open { get; set; }

    private protected override IHtmlContent Render(string inner) =>
        new Details
        {
            Id = Id,
            SummaryText = Summary,
            Html = inner,
            Open = Open,
            Classes = Classes,
        }.Render();
}

/// <summary><c>&lt;gov-inset-text&gt;…&lt;/gov-inset-text&gt;</c></summary>
[HtmlTargetElement("gov-inset-text")]
public sealed class InsetTextTagHelper : AroundTagHelper
{
    private protected override IHtmlContent Render(string inner) => new InsetText { Html = inner, Classes = Classes }.Render();
}

/// <summary><c>&lt;gov-warning-text&gt;…&lt;/gov-warning-text&gt;</c></summary>
[HtmlTargetElement("gov-warning-text")]
public sealed class WarningTextTagHelper : AroundTagHelper
{
    private protected override IHtmlContent Render(string inner) =>
        new WarningText
        {
            Html = inner,
            Classes = Classes,
            IconFallbackText = ViewContext.Phrases()["form.warning"],
        }.Render();
}

/// <summary><c>&lt;gov-panel title="Sent"&gt;…&lt;/gov-panel&gt;</c></summary>
[HtmlTargetElement("gov-panel")]
public sealed class PanelTagHelper : AroundTagHelper
{
    public string Title { get; set; } = "";

    private protected override IHtmlContent Render(string inner) =>
        new Panel
        {
            TitleText = Title,
            Html = inner,
            Classes = Classes,
        }.Render();
}

/// <summary><c>&lt;gov-notification-banner type="success"&gt;…&lt;/gov-notification-banner&gt;</c></summary>
[HtmlTargetElement("gov-notification-banner")]
public sealed class NotificationBannerTagHelper : AroundTagHelper
{
    /// <summary>success, or nothing.</summary>
    public string? Type { get; set; }

    public string? Title { get; set; }

    private protected override IHtmlContent Render(string inner) =>
        new NotificationBanner
        {
            Type = Type,
            TitleText = Title ?? ViewContext.Phrases()[Type == "success" ? "form.success" : "form.important"],
            Html = inner,
            Classes = Classes,
        }.Render();
}

/// <summary><c>&lt;hearth-notice kind="wait"&gt;&lt;p&gt;…&lt;/p&gt;&lt;/hearth-notice&gt;</c>: hot needs you, wait take care, calm done, plum good to know.</summary>
[HtmlTargetElement("hearth-notice")]
public sealed class NoticeTagHelper : AroundTagHelper
{
    public string Kind { get; set; } = "hot";

    public string? Icon { get; set; }

    private protected override IHtmlContent Render(string inner) =>
        new Element("div", "hearth-notice")
            .Class(Kind == "hot" ? null : "hearth-notice--" + Kind, Classes)
            .Add(
                Content.Icon.Draw(
                    Icon
                        ?? Kind switch
                        {
                            "calm" => "tick",
                            "plum" => "info",
                            _ => "alert",
                        },
                    24
                )
            )
            .Add(new Element("div").Add(new HtmlString(inner)));
}

/// <summary><c>&lt;hearth-flash&gt;Saved.&lt;/hearth-flash&gt;</c>: what just happened, read out when the page returns.</summary>
[HtmlTargetElement("hearth-flash")]
public sealed class FlashTagHelper : AroundTagHelper
{
    private protected override IHtmlContent Render(string inner) =>
        new Element("p", "hearth-flash")
            .Class(Classes)
            .Attr("role", "status")
            .Add(Content.Icon.Draw("tick", 20))
            .Add(new Element("span").Add(new HtmlString(inner.Trim())));
}

/// <summary><c>&lt;gov-back-link href="~/surveys" /&gt;</c></summary>
[HtmlTargetElement("gov-back-link")]
public sealed class BackLinkTagHelper : AroundTagHelper
{
    public string Href { get; set; } = "";

    private protected override IHtmlContent Render(string inner) =>
        new BackLink
        {
            Href = Here.Resolve(ViewContext, Href),
            Html = inner.Trim() is { Length: > 0 } words ? words : Written.Html(ViewContext.Phrases().Html("frame.back")),
            Classes = Classes,
        }.Render();
}

/// <summary><c>&lt;gov-breadcrumbs items="crumbs" /&gt;</c>; layouts draw a page's own from its <see cref="PageFrame"/>.</summary>
[HtmlTargetElement("gov-breadcrumbs")]
public sealed class BreadcrumbsTagHelper : AroundTagHelper
{
    public IEnumerable<Breadcrumb> Items { get; set; } = [];

    private protected override IHtmlContent Render(string inner) =>
        new Breadcrumbs
        {
            Items = [.. Items.Select(i => new Crumb { Text = i.Text, Href = Here.Resolve(ViewContext, "~" + i.Href) })],
            Classes = Classes,
        }.Render();
}
