// Words of the landlord's own, which are English whatever language the page is read in.
using Hearth.DesignSystem.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Content;

/// <summary><c>&lt;p as-written&gt;@Model.Title&lt;/p&gt;</c>: what somebody wrote, not a phrase. On a page in another language it says that it is English, so that it is read out and laid out as English.</summary>
[HtmlTargetElement(Attributes = "as-written")]
public sealed class AsWrittenTagHelper : TagHelper
{
    /// <summary>False where the words are in the reader's language after all.</summary>
    [HtmlAttributeName("as-written")]
    public bool AsWritten { get; set; } = true;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("as-written");
        if (AsWritten && !ViewContext.Phrases().Language.IsEnglish)
        {
            output.Attributes.SetAttribute("lang", Language.English.Tag);
            output.Attributes.SetAttribute("dir", "ltr");
        }
    }
}
