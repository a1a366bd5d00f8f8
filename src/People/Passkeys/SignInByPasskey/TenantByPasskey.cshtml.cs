// The door of tenants for those who have a passkey.
using Hearth.People.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.People.Passkeys.SignInByPasskey;

[AllowAnonymous]
internal sealed class TenantByPasskeyModel(PasskeyDoor door, TenantSession session, Attempts attempts) : PageModel
{
    private const int MostForANetwork = 120;

    [BindProperty(SupportsGet = true)]
    public string? Then { get; set; }

    public bool Failed { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostTaskAsync(CancellationToken stop) =>
        await attempts.TryAsync("passkey", Attempts.NetworkOf(HttpContext.Connection.RemoteIpAddress), MostForANetwork, stop)
            ? Content(await door.AskToShowAsync(HttpContext, staff: false), "application/json")
            : StatusCode(429);

    public async Task<IActionResult> OnPostAsync(string? credential, CancellationToken stop)
    {
        if (await door.WhoAsync(credential ?? "", staff: false, HttpContext) is not { } holder)
        {
            Failed = true;
            return Page();
        }
        await session.BeginAsync(HttpContext, holder.Id, "passkey");
        return LocalRedirect(Url.To(Then, "/me"));
    }
}
