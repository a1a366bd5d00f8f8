// The door of staff for those who have a passkey.
using Hearth.DesignSystem.Public;
using Hearth.People.SignIn;
using Hearth.People.Staff;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Passkeys.SignInByPasskey;

[AllowAnonymous]
[InEnglish("the door of staff")]
internal sealed class StaffByPasskeyModel(PasskeyDoor door, HearthDb db, StaffSession session, Attempts attempts) : PageModel
{
    private const int MostForANetwork = 120;

    [BindProperty(SupportsGet = true)]
    public string? Then { get; set; }

    public bool Failed { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostTaskAsync(CancellationToken stop) =>
        await attempts.TryAsync("passkey", Attempts.NetworkOf(HttpContext.Connection.RemoteIpAddress), MostForANetwork, stop)
            ? Content(await door.AskToShowAsync(HttpContext, staff: true), "application/json")
            : StatusCode(429);

    public async Task<IActionResult> OnPostAsync(string? credential, CancellationToken stop)
    {
        if (
            await door.WhoAsync(credential ?? "", staff: true, HttpContext) is not { } holder
            || await db.Set<StaffAccount>().FirstOrDefaultAsync(a => a.Id == holder.Id && a.SuspendedAt == null, stop) is not { } account
        )
        {
            Failed = true;
            return Page();
        }
        await session.BeginAsync(HttpContext, account, "passkey");
        return LocalRedirect(Url.To(Then, "/officer"));
    }
}
