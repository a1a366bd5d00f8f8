// Which language this page is read in: asked for in the address, chosen before on this device, on record for the person, or the device's own.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Hearth.Web.Languages;

internal static class LanguageOfReader
{
    /// <summary>After signing in is known and before a page runs. Officers' pages, and what is no page, stay English.</summary>
    public static void UseReadersLanguage(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                if (IsForTenants(http.GetEndpoint()))
                {
                    ReadersLanguage.Set(http, await ChooseAsync(http));
                }
                await next(http);
            }
        );

    internal static bool IsForTenants(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null
        && endpoint.Metadata.GetMetadata<StaffOnlyAttribute>() is null
        && endpoint.Metadata.GetMetadata<InEnglishAttribute>() is null;

    private static async ValueTask<Language> ChooseAsync(HttpContext http)
    {
        var book = http.RequestServices.GetRequiredService<PhraseBook>();
        var choice = http.RequestServices.GetRequiredService<ILanguageChoice>();
        Language? Offered(string? code) => book.Find(code) is { } found && choice.Offered.Contains(found) ? found : null;

        // The page of an error stands in place of the one that was asked for, and does not see what was asked.
        var query = http.Features.Get<IStatusCodeReExecuteFeature>() is { OriginalQueryString: { } original }
            ? QueryHelpers.ParseQuery(original).GetValueOrDefault(ReadersLanguage.Query)
            : http.Request.Query[ReadersLanguage.Query];
        if (Offered(query.ToString()) is { } asked)
        {
            Keep(http, asked);
            return asked;
        }
        if (Offered(http.Request.Cookies[ReadersLanguage.Cookie]) is { } chosen)
        {
            return chosen;
        }
        foreach (var own in http.RequestServices.GetServices<IOwnLanguage>())
        {
            if (Offered(await own.OfAsync(http, http.RequestAborted)) is { } recorded)
            {
                return recorded;
            }
        }
        // A translation nobody has checked is offered, never put before somebody who did not ask for it.
        return AskedByDevice(http).Select(Offered).FirstOrDefault(language => language is not null && choice.IsChecked(language))
            ?? Language.English;
    }

    private static IEnumerable<string> AskedByDevice(HttpContext http) =>
        StringWithQualityHeaderValue.TryParseList(http.Request.Headers.AcceptLanguage, out var asked)
            ? asked.OrderByDescending(one => one.Quality ?? 1).Take(10).Select(one => one.Value.ToString())
            : [];

    private static void Keep(HttpContext http, Language language) =>
        http.Response.Cookies.Append(
            ReadersLanguage.Cookie,
            language.Code,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            }
        );
}
