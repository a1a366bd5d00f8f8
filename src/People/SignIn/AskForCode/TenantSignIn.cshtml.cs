// Tenants sign in without a password: we send a code to an address they have given us.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.People.SignIn.AskForCode;

[AllowAnonymous]
internal sealed class TenantSignInModel(AskForCode ask, ILandlord landlord, Channels channels, Phrases phrases) : PageModel
{
    [BindProperty]
    public string? Reach { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Then { get; set; }

    /// <summary>Whether a code can go by text, or only by e-mail.</summary>
    public bool Texts => channels.CanSend(Channel.Text);

    public LandlordLook Landlord => landlord.Current;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var (address, wrong) = TypedAddress.Read(Reach, Texts);
        if (address is null)
        {
            ModelState.AddModelError(nameof(Reach), phrases[wrong!]);
            return Page();
        }
        if (await ask.SendAsync(address, Attempts.NetworkOf(HttpContext.Connection.RemoteIpAddress), stop) is not { } code)
        {
            ModelState.AddModelError(nameof(Reach), phrases["sign-in.too-many-codes"]);
            return Page();
        }
        await TenantSession.HalfWayAsync(HttpContext, new Asking(code, address, Proved: false, Then));
        return Redirect("/sign-in/code");
    }
}
