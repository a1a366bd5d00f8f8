// A telephone number as a person writes it, made fit for a tel: link.
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Public;

public static class PhoneLink
{
    /// <summary>The number as a link, in its own direction.</summary>
    public static IHtmlContent To(string number) =>
        new HtmlString($"""<a class="govuk-link" href="tel:{Dial(number)}"><bdi>{HtmlEncoder.Default.Encode(number)}</bdi></a>""");

    public static string Dial(string number) => string.Concat(number.Where(c => char.IsAsciiDigit(c) || c == '+'));
}
