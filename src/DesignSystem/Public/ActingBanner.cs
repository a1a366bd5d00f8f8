// Somebody acts for somebody else on this request: the banner that every layout shows while it lasts.
using Microsoft.AspNetCore.Http;

namespace Hearth.DesignSystem.Public;

/// <summary>Set on the request by whoever knows; the layouts show it.</summary>
/// <param name="Who">The officer.</param>
/// <param name="ForWhom">The person, by name.</param>
/// <param name="Until">When it ends by itself, as shown: “14:35”.</param>
/// <param name="EndHref">Where it is ended, by a form.</param>
public sealed record ActingBanner(string Who, string ForWhom, string Until, string EndHref)
{
    /// <summary>The banner of this request; null where nobody acts for anybody.</summary>
    public static ActingBanner? Of(HttpContext http) => http.Features.Get<ActingBanner>();
}
