// The page behind a one-time link.
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.People.Staff.AcceptWelcome;

[AllowAnonymous]
[InEnglish("colleagues")]
internal sealed class WelcomeModel(AcceptWelcome welcome) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Null where the link no longer works.</summary>
    public StaffAccount? Account { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken stop) => Account = await welcome.WhoseAsync(token, stop);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken stop)
    {
        Account = await welcome.WhoseAsync(token, stop);
        if (Account is null)
        {
            return Page();
        }
        if (await welcome.ChooseAsync(Account, Password, stop) is { } wrong)
        {
            ModelState.AddModelError(nameof(Password), wrong);
            return Page();
        }
        await StaffSession.HalfWayAsync(HttpContext, Account, null);
        return Redirect(Account.SecondStepSetAt is null ? "/staff/second-step/set-up" : "/staff/second-step");
    }
}
