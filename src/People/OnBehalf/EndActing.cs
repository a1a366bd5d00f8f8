// Ends acting for a person, from the band on any page. It can do nothing else, so its form needs no token: pages of tenants and of staff both show it.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hearth.People.OnBehalf;

internal static class EndActing
{
    public const string Path = "/people/act/end";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost(
                Path,
                async (HttpContext http, ActingSession session, CancellationToken stop) =>
                    TypedResults.LocalRedirect(await session.EndAsync(http, stop) is { } person ? $"~/people/{person}/act" : "~/officer")
            )
            .RequireAuthorization(new StaffOnlyAttribute())
            .DisableAntiforgery();
}
