// HTML content as a string, where one part is handed to another.
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

internal static class Written
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Html(IHtmlContent? content)
    {
        using var writer = new StringWriter();
        content?.WriteTo(writer, Encoder);
        return writer.ToString();
    }
}
