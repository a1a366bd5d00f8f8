// The second step: the code on the phone, or a recovery code; each good for once.
using Hearth.People.SignIn;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Staff.ConfirmSecondStep;

internal enum SecondStep
{
    Right,
    RightByRecoveryCode,
    Wrong,
    TooManyTries,
}

internal sealed class ConfirmSecondStep(HearthDb db, UserManager<StaffAccount> users, Attempts attempts, AuditTrail audit)
{
    private const string Door = "staff-second-step";
    private const int Most = 5;

    public async Task<SecondStep> TryAsync(StaffAccount account, string typed, CancellationToken stop)
    {
        var who = account.Id.ToString();
        if (!await attempts.TryAsync(Door, who, Most, stop))
        {
            return SecondStep.TooManyTries;
        }
        var code = string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
        if (code.Length == 6 && await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            await attempts.ForgiveAsync(Door, who, stop);
            return SecondStep.Right;
        }
        if (code.Length > 6 && account.SecondStepSetAt is not null && await RedeemAsync(account, code, stop))
        {
            await attempts.ForgiveAsync(Door, who, stop);
            return SecondStep.RightByRecoveryCode;
        }
        return SecondStep.Wrong;
    }

    private async Task<bool> RedeemAsync(StaffAccount account, string code, CancellationToken stop)
    {
        if (!(await users.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded)
        {
            return false;
        }
        audit.Write("UseRecoveryCode", "staff account", account.Id);
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // somebody used a code of this account in the same moment
            return false;
        }
    }
}
