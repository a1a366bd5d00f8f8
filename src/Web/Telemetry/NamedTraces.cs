// Names a request's trace by its route and its status: the address itself may hold a tenant's code and never leaves.
using System.Diagnostics;

namespace Hearth.Web.Telemetry;

internal static class NamedTraces
{
    public static void UseNamedTraces(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                finally
                {
                    if (Activity.Current is { IsAllDataRequested: true } request)
                    {
                        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
                        request.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} /{route.TrimStart('/')}";
                        request.SetTag("http.request.method", context.Request.Method);
                        request.SetTag("http.route", route is null ? null : "/" + route.TrimStart('/'));
                        request.SetTag("http.response.status_code", context.Response.StatusCode);
                        if (context.Response.StatusCode >= 500)
                        {
                            request.SetStatus(ActivityStatusCode.Error);
                        }
                    }
                }
            }
        );
}
