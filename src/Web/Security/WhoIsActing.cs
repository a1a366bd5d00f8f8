// Tells the audit in whose name a request writes.
using System.Security.Claims;
using Hearth.DesignSystem.Public;
using Hearth.People.Public;
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
                    Tenant(context, actor, tenant.Id);
                }
                await BannerAsync(context);
                await next(context);
            }
        );

    // An officer who acts for a person has the person's session: what is done in it is done in both names.
    private static void Tenant(HttpContext context, Actor actor, Guid person)
    {
        var user = context.User.HasClaim(claim => claim.Type == ActingClaims.Staff) ? context.User : null;
        if (Guid.TryParse(user?.FindFirstValue(ActingClaims.Staff), out var staff))
        {
            actor.StaffFor(person, staff, user!.FindFirstValue(ActingClaims.StaffName) ?? "");
        }
        else
        {
            actor.Tenant(person);
        }
    }

    private static async Task BannerAsync(HttpContext context)
    {
        var person = (await context.AuthenticateAsync(SignInSchemes.Tenant)).Principal;
        if (
            person?.FindFirstValue(ActingClaims.StaffName) is { } who
            && long.TryParse(person.FindFirstValue(ActingClaims.Until), out var until)
        )
        {
            var end = DateTimeOffset
                .FromUnixTimeSeconds(until)
                .InLondon()
                .ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
            context.Features.Set(new ActingBanner(who, person.FindFirstValue(ActingClaims.Person) ?? "", end, "/people/act/end"));
        }
    }

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
