// The small stylesheet and the logo that differ from landlord to landlord: no inline style, no build per landlord.
using System.Security.Cryptography;
using System.Text;
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hearth.DesignSystem.Landlords;

internal static class LandlordAssets
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet(
                "/landlord.css",
                (ILandlord landlord, HttpContext http) =>
                {
                    KeepForADay(http);
                    return Results.Text(Stylesheet(landlord.Current), "text/css", Encoding.UTF8);
                }
            )
            .AllowAnonymous();

        endpoints
            .MapGet(
                "/landlord-logo.svg",
                (ILandlord landlord, HttpContext http) =>
                {
                    if (landlord.Current.LogoSvg is not { Length: > 0 } drawing)
                    {
                        return Results.NotFound();
                    }

                    KeepForADay(http);
                    // A drawing may hold script; opened on its own, this forbids it.
                    http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
                    return Results.Text(drawing, "image/svg+xml", Encoding.UTF8);
                }
            )
            .AllowAnonymous();
    }

    public static string Stylesheet(LandlordLook look)
    {
        var c = look.Refusal() is null ? look.Colours : BrandColours.Plum;
        return $":root{{--hearth-brand:{c.Brand};--hearth-brand-deep:{c.Deep};--hearth-brand-mid:{c.Mid};--hearth-brand-tint:{c.Tint}}}";
    }

    public static string StylesheetHref(LandlordLook look) => "~/landlord.css?v=" + Mark(Stylesheet(look));

    public static string LogoHref(LandlordLook look) =>
        look switch
        {
            { LogoSvg: { Length: > 0 } drawing } => "~/landlord-logo.svg?v=" + Mark(drawing),
            { LogoPath: { Length: > 0 } path } => "~" + path,
            _ => "~/_content/Hearth.DesignSystem/marks/hearth.svg",
        };

    // The address changes with the content, so a new look is seen at once.
    private static string Mark(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 5));

    private static void KeepForADay(HttpContext http) => http.Response.Headers.CacheControl = "public, max-age=86400";
}
