// What a tag draws, as a browser reads it.
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.Charts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.DesignSystem.Tests.Charts;

internal static class Drawn
{
    // a page in English, with our own words
    private static readonly IServiceProvider Services = new ServiceCollection()
        .AddSingleton(new PhraseBook(WordFile.OfModules(), []).In(null))
        .BuildServiceProvider();

    public static IHtmlDocument By(TagHelper tag)
    {
        if (tag is ChartTagHelper chart)
        {
            chart.ViewContext ??= new();
            chart.ViewContext.HttpContext = new DefaultHttpContext { RequestServices = Services };
        }
        var output = new TagHelperOutput("tag", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        tag.Process(new TagHelperContext([], new Dictionary<object, object>(), "test"), output);
        return new HtmlParser().ParseDocument(Written.Html(output.Content));
    }
}
