// The first time: a phone learns the secret, shows that it has, and recovery codes are handed out once.
using Hearth.DesignSystem.Public;
using Hearth.People.SignIn;
using Hearth.People.Staff.ConfirmSecondStep;
using Hearth.People.Staff.SignInStaff;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.People.Staff.SetUpSecondStep;

[AllowAnonymous]
[InEnglish("colleagues")]
internal sealed class SetUpModel(
    StaffSession session,
    ConfirmSecondStep.ConfirmSecondStep step,
    UserManager<StaffAccount> users,
    AuditTrail audit,
    ILandlord landlord,
    TimeProvider time
) : PageModel
{
    private const int HowManyRecoveryCodes = 10;

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The secret in groups of four, for typing.</summary>
    public string Key { get; private set; } = "";

    public QrDrawing Qr { get; private set; } = QrDrawing.Empty;

    /// <summary>Shown once, when the phone has proved itself.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public string Onward { get; private set; } = SignInModel.Home;

    public async Task<IActionResult> OnGetAsync() =>
        await session.HalfWayInAsync(HttpContext) switch
        {
            null => Redirect("/staff/sign-in"),
            { Account.SecondStepSetAt: not null } => Redirect("/staff/second-step"),
            var coming => await ShowAsync(coming.Value.Account),
        };

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await session.HalfWayInAsync(HttpContext) is not { Account.SecondStepSetAt: null } coming)
        {
            return Redirect("/staff/sign-in");
        }
        var (account, then) = coming;
        var result = string.IsNullOrWhiteSpace(Code) ? SecondStep.Wrong : await step.TryAsync(account, Code, stop);
        if (result != SecondStep.Right)
        {
            ModelState.AddModelError(
                nameof(Code),
                result == SecondStep.TooManyTries ? "You have tried too many times. Wait 15 minutes and try again"
                    : string.IsNullOrWhiteSpace(Code) ? "Enter the 6 numbers that your phone shows"
                    : "The code is not right. Check that the phone’s clock is right, wait for the next code and enter that"
            );
            return await ShowAsync(account);
        }
        account.SecondStepSetAt = time.GetUtcNow();
        RecoveryCodes = [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(account, HowManyRecoveryCodes))!];
        audit.Write("SetUpSecondStep", "staff account", account.Id);
        await session.BeginAsync(HttpContext, account, "password and phone, set up now");
        Onward = Url.To(then, SignInModel.Home);
        return Page();
    }

    private async Task<IActionResult> ShowAsync(StaffAccount account)
    {
        var key = await users.GetAuthenticatorKeyAsync(account);
        if (key is null)
        {
            return Redirect("/staff/sign-in");
        }
        Key = string.Join(' ', key.Chunk(4).Select(four => new string(four)));
        Qr = QrDrawing.Of(Totp.Address(landlord.Current.Name, account.Email, key));
        return Page();
    }
}
