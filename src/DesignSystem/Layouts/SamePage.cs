// The address of this page in another language.
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Hearth.DesignSystem.Layouts;

internal static class SamePage
{
    public static string In(Language language, HttpContext http)
    {
        // The page of an error is drawn in place of another, whose address is the one to ask again.
        var drawn = http.Features.Get<IStatusCodeReExecuteFeature>();
        var path = drawn?.OriginalPath ?? http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http.Request.Path.Value;
        var query = new QueryBuilder(
            http.Request.Query.Where(pair => pair.Key != ReadersLanguage.Query)
                .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))
        )
        {
            { ReadersLanguage.Query, language.Code },
        };
        return http.Request.PathBase.Add(new PathString(path)).ToUriComponent() + query.ToQueryString();
    }
}
