// What TenantLink is, for anyone; for whoever is signed in, the one button that joins or leaves.
using System.Security.Claims;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Programme.JoinGroup;

[AllowAnonymous]
internal sealed class TenantLinkModel(TenantLinkGroup group) : PageModel
{
    /// <summary>Null where nobody is signed in as a tenant.</summary>
    public bool? IsIn { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var tenant = await HttpContext.AuthenticateAsync(SignInSchemes.Tenant);
        if (Guid.TryParse(tenant.Principal?.FindFirstValue(HearthClaims.Subject), out var me))
        {
            IsIn = await group.HasAsync(me, stop);
            // the button is theirs: its token has to name them, as the page it leads to will
            HttpContext.User = tenant.Principal!;
        }
    }
}
