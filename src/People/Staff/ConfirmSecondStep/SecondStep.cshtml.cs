// Asks for the code on the phone, after the password.
using Hearth.DesignSystem.Public;
using Hearth.People.SignIn;
using Hearth.People.Staff.SignInStaff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.People.Staff.ConfirmSecondStep;

[AllowAnonymous]
[InEnglish("colleagues")]
internal sealed class SecondStepModel(StaffSession session, ConfirmSecondStep step) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await session.HalfWayInAsync(HttpContext) switch
        {
            null => Redirect("/staff/sign-in"),
            { Account.SecondStepSetAt: null } => Redirect("/staff/second-step/set-up"),
            _ => Page(),
        };

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await session.HalfWayInAsync(HttpContext) is not { Account.SecondStepSetAt: not null } coming)
        {
            return Redirect("/staff/sign-in");
        }
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), "Enter the code from your phone");
            return Page();
        }
        switch (await step.TryAsync(coming.Account, Code, stop))
        {
            case SecondStep.Right:
                await session.BeginAsync(HttpContext, coming.Account, "password and phone");
                return Redirect(Url.To(coming.Then, SignInModel.Home));
            case SecondStep.RightByRecoveryCode:
                await session.BeginAsync(HttpContext, coming.Account, "password and recovery code");
                return Redirect(Url.To(coming.Then, SignInModel.Home));
            case SecondStep.TooManyTries:
                ModelState.AddModelError(nameof(Code), "You have tried too many times. Wait 15 minutes and try again");
                return Page();
            default:
                ModelState.AddModelError(
                    nameof(Code),
                    "The code is not right, or it has been used. Wait for the next one on your phone and enter that"
                );
                return Page();
        }
    }
}
