// Signs out of everything in this browser, and ends the sessions for good: a copy of the cookie opens nothing any more.
using System.Security.Claims;
using Hearth.People.Staff;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.People.SignIn.SignOut;

// The form's token is checked below: it was made for the staff or for the tenant, and a browser may hold both.
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class SignOutModel(IAntiforgery antiforgery, StaffSession staff, TenantSession tenants) : PageModel
{
    private static readonly string[] Schemes = [SignInSchemes.Staff, SignInSchemes.Tenant];

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var was = HttpContext.User;
        var meant = await antiforgery.IsRequestValidAsync(HttpContext);
        foreach (var scheme in Schemes)
        {
            if (!meant && (await HttpContext.AuthenticateAsync(scheme)).Principal is { } principal)
            {
                HttpContext.User = principal;
                meant = await antiforgery.IsRequestValidAsync(HttpContext);
            }
        }
        HttpContext.User = was;
        if (!meant)
        {
            return Redirect("/sign-out");
        }
        if (await SubjectAsync(SignInSchemes.Staff) is { } account)
        {
            await staff.EndAsync(account, stop);
        }
        if (await SubjectAsync(SignInSchemes.Tenant) is { } person)
        {
            await tenants.EndAsync(person, stop);
        }
        foreach (var scheme in Schemes.Concat([HalfWay.Staff, HalfWay.Tenant]))
        {
            await HttpContext.SignOutAsync(scheme);
        }
        return Redirect("/sign-out?done=true");
    }

    private async Task<Guid?> SubjectAsync(string scheme) =>
        Guid.TryParse((await HttpContext.AuthenticateAsync(scheme)).Principal?.FindFirstValue(HearthClaims.Subject), out var id)
            ? id
            : null;
}
