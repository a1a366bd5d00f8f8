// Identity's second step, by a clock that tests can set, and with each code good for once only (RFC 6238, section 5.2).
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Staff;

internal sealed class TotpProvider(HearthDb db, TimeProvider time) : IUserTwoFactorTokenProvider<StaffAccount>
{
    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<StaffAccount> manager, StaffAccount user) =>
        await manager.GetAuthenticatorKeyAsync(user) is not null;

    public async Task<string> GenerateAsync(string purpose, UserManager<StaffAccount> manager, StaffAccount user) =>
        Totp.CodeOf(Totp.KeyFrom((await manager.GetAuthenticatorKeyAsync(user))!), Totp.StepAt(time.GetUtcNow()));

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<StaffAccount> manager, StaffAccount user)
    {
        if (
            await manager.GetAuthenticatorKeyAsync(user) is not { } key
            || Totp.StepOf(Totp.KeyFrom(key), token, time.GetUtcNow()) is not { } step
        )
        {
            return false;
        }
        // Two requests with the same code at the same moment: the database lets one of them have the step.
        return await db.Set<StaffAccount>()
                .Where(a => a.Id == user.Id && a.LastStep < step)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.LastStep, step)) == 1;
    }
}
