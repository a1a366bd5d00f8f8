// The head of an officer's page: title, one line, tags, what can be done here.
using Hearth.DesignSystem.Forms;
using Hearth.DesignSystem.Govuk;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Content;

/// <summary><c>&lt;hearth-head title="Results" sub="…"&gt;&lt;hearth-tags&gt;…&lt;/hearth-tags&gt;&lt;hearth-do&gt;buttons&lt;/hearth-do&gt;&lt;/hearth-head&gt;</c></summary>
[HtmlTargetElement("hearth-head")]
public sealed class HeadTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public string? Sub { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = Slots.Open(context);
        await output.GetChildContentAsync();
        var words = new Element("div").Add(new Element("h1").Add(Title));
        if (!string.IsNullOrEmpty(Sub))
        {
            words.Add(new Element("p", "hearth-head__sub").Add(Sub));
        }

        if (slots.Tags is not null)
        {
            words.Add(new Element("p", "hearth-head__tags").Add(new HtmlString(slots.Tags)));
        }

        var head = new Element("div", "hearth-head").Add(words);
        if (slots.Do is not null)
        {
            head.Add(new Element("div", "hearth-head__do").Add(new HtmlString(slots.Do)));
        }

        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(head);
    }
}

/// <summary>Tags under the title of <c>hearth-head</c>.</summary>
[HtmlTargetElement("hearth-tags", ParentTag = "hearth-head")]
[HtmlTargetElement("hearth-do", ParentTag = "hearth-head")]
public sealed class HeadPartTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = (await output.GetChildContentAsync()).GetContent().Trim();
        if (Slots.Around(context) is { } around)
        {
            if (context.TagName == "hearth-tags")
            {
                around.Tags = html;
            }
            else
            {
                around.Do = html;
            }
        }

        output.SuppressOutput();
    }
}
