// The box at the top that lists what is wrong, in the order of the fields below it.
using System.Text.Encodings.Web;
using Hearth.DesignSystem.Forms;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Forms;

/// <summary><c>&lt;gov-error-summary /&gt;</c> at the top of the page; nothing while <c>ModelState</c> is valid.</summary>
[HtmlTargetElement("gov-error-summary")]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (ViewContext.ModelState.ErrorCount > 0)
        {
            output.Content.SetHtmlContent(new Later(ViewContext));
        }
    }

    // Written when the page is, after the fields below have said who they are.
    private sealed class Later(ViewContext view) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var fields = FieldsOfPage.Of(view.HttpContext);
            var lines =
                from entry in view.ModelState
                from error in entry.Value?.Errors ?? []
                let at = fields.OrderOf(entry.Key)
                orderby at
                select new ErrorLine
                {
                    Text = error.ErrorMessage.Length > 0 ? error.ErrorMessage : view.Phrases()["form.check"],
                    Href = entry.Key.Length == 0 ? null : "#" + (fields.IdOf(entry.Key) ?? TagBuilder.CreateSanitizedId(entry.Key, "_")),
                };
            new ErrorSummary { TitleText = view.Phrases()["form.problem"], ErrorList = [.. lines.DistinctBy(l => (l.Text, l.Href))] }
                .Render()
                .WriteTo(writer, encoder);
        }
    }
}
