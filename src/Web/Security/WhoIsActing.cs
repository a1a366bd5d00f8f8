// Tells the audit in whose name a request writes.
using System.Security.Claims;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authentication;

namespace Hearth.Web.Security;

internal static class WhoIsActing
{
    public static void UseWhoIsActing(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                var actor = context.RequestServices.GetRequiredService<Actor>();
                // A browser may hold both cookies: the page's own rule has chosen whose page it is.
                var tenantFirst = context.User.Identity?.AuthenticationType == SignInSchemes.Tenant;
                if (!tenantFirst && await SubjectAsync(context, SignInSchemes.Staff) is { } staff)
                {
                    actor.Staff(staff.Id, staff.Name);
                    if (staff.Sight is { } sight)
                    {
                        actor.LimitTo(sight);
                    }
                }
                else if (await SubjectAsync(context, SignInSchemes.Tenant) is { } tenant)
                {
                    actor.Tenant(tenant.Id);
                }
                await next(context);
            }
        );

    private static async Task<(Guid Id, string Name, Sight? Sight)?> SubjectAsync(HttpContext context, string scheme)
    {
        var result = await context.AuthenticateAsync(scheme);
        return Guid.TryParse(result.Principal?.FindFirstValue(HearthClaims.Subject), out var id)
            ? (id, result.Principal!.Identity!.Name ?? "", SightOf(result.Principal))
            : null;
    }

    private static Sight? SightOf(ClaimsPrincipal staff)
    {
        // a limit that cannot be read is a limit to nothing, never a way to see all
        var patches = staff.FindAll(HearthClaims.Patch).Select(claim => Guid.TryParse(claim.Value, out var id) ? id : Guid.Empty).ToList();
        var wards = staff.FindAll(HearthClaims.Ward).Select(claim => Guid.TryParse(claim.Value, out var id) ? id : Guid.Empty).ToList();
        return patches.Count + wards.Count == 0 ? null : new(patches, wards);
    }
}
