// What a tag draws, as a browser reads it.
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Hearth.DesignSystem.Govuk;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Tests.Charts;

internal static class Drawn
{
    public static IHtmlDocument By(TagHelper tag)
    {
        var output = new TagHelperOutput("tag", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        tag.Process(new TagHelperContext([], new Dictionary<object, object>(), "test"), output);
        return new HtmlParser().ParseDocument(Written.Html(output.Content));
    }
}
