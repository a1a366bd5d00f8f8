// The way through a long list, page by page.
using System.Globalization;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace Hearth.DesignSystem.Public.Content;

/// <summary><c>&lt;gov-pagination page="Model.Number" pages="Model.Pages" /&gt;</c>: links to this address with <c>?page=</c>, the rest of the query kept.</summary>
[HtmlTargetElement("gov-pagination")]
public sealed class PaginationTagHelper : TagHelper
{
    /// <summary>From 1.</summary>
    public int Page { get; set; } = 1;

    public int Pages { get; set; }

    /// <summary>The query's name for the page.</summary>
    public string Key { get; set; } = "page";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Pages < 2)
        {
            return;
        }

        var phrases = ViewContext.Phrases();
        var shown = Enumerable.Range(1, Pages).Where(n => n == 1 || n == Pages || Math.Abs(n - Page) <= 1).ToArray();
        List<PageItem> items = [];
        for (var at = 0; at < shown.Length; at++)
        {
            if (at > 0 && shown[at] - shown[at - 1] > 1)
            {
                items.Add(new PageItem { Ellipsis = true });
            }

            items.Add(
                new PageItem
                {
                    Number = shown[at].ToString(CultureInfo.InvariantCulture),
                    Href = Address(shown[at]),
                    Current = shown[at] == Page,
                    VisuallyHiddenText = phrases["pages.number", ("number", shown[at])],
                }
            );
        }

        output.Content.SetHtmlContent(
            new Pagination
            {
                Previous = Page > 1 ? new PageLink { Href = Address(Page - 1), Html = Written.Html(phrases.Html("pages.previous")) } : null,
                Next = Page < Pages ? new PageLink { Href = Address(Page + 1), Html = Written.Html(phrases.Html("pages.next")) } : null,
                Items = items,
                LandmarkLabel = phrases["pages.name"],
            }.Render()
        );
    }

    private string Address(int page)
    {
        var request = ViewContext.HttpContext.Request;
        var query = request
            .Query.Where(q => !string.Equals(q.Key, Key, StringComparison.OrdinalIgnoreCase))
            .SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value))
            .Append(KeyValuePair.Create(Key, (string?)page.ToString(CultureInfo.InvariantCulture)));
        return QueryHelpers.AddQueryString(request.PathBase + request.Path, query);
    }
}
