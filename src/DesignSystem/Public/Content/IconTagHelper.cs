// Small drawings that stand beside a word, never without one.
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Content;

/// <summary><c>&lt;hearth-icon name="clock" size="20" /&gt;</c>. Hidden from screen readers: the word beside it is what counts.</summary>
[HtmlTargetElement("hearth-icon", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>One of <see cref="Icon.Names"/>; another is a bug, and throws.</summary>
    public string Name { get; set; } = "";

    /// <summary>Side in CSS pixels.</summary>
    public int Size { get; set; } = 20;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icon.Draw(Name, Size));
    }
}
