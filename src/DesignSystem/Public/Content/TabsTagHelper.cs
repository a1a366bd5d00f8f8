// Panels behind tabs; without the script, one after the other.
using Hearth.DesignSystem.Forms;
using Hearth.DesignSystem.Govuk;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Content;

/// <summary><c>&lt;gov-tabs&gt;&lt;gov-tab id="past-day" label="Past day"&gt;…&lt;/gov-tab&gt;&lt;/gov-tabs&gt;</c></summary>
[HtmlTargetElement("gov-tabs")]
public sealed class TabsTagHelper : TagHelper
{
    public string Title { get; set; } = "Contents";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = Slots.Open(context);
        await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(new Tabs { Title = Title, Items = slots.Tabs }.Render());
    }
}

/// <summary>One panel of <c>gov-tabs</c>.</summary>
[HtmlTargetElement("gov-tab", ParentTag = "gov-tabs")]
public sealed class TabTagHelper : TagHelper
{
    public string Id { get; set; } = "";

    public string Label { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var around = Slots.Around(context);
        var html = (await output.GetChildContentAsync()).GetContent();
        around?.Tabs.Add(
            new Tab
            {
                Id = Id,
                Label = Label,
                Panel = new Words { Html = html },
            }
        );
        output.SuppressOutput();
    }
}
