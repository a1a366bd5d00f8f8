// The first step at the staff's door: an e-mail address and a password. The answer and its time are the same whether the account exists.
using Hearth.People.SignIn;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Staff.SignInStaff;

/// <summary>What came of it: an account, or a reason.</summary>
internal sealed record FirstStep(StaffAccount? Account, bool TooManyTries = false);

internal sealed class SignInStaff(HearthDb db, UserManager<StaffAccount> users, Attempts attempts, AuditTrail audit)
{
    public const string Door = "staff-password";
    private const int MostForAnAddress = 5;
    private const int MostForANetwork = 60;

    private static string? nobodysHash;

    public async Task<FirstStep> TryAsync(string email, string password, string network, CancellationToken stop)
    {
        var key = StaffAccount.KeyOf(email);
        var few = await attempts.TryAsync(Door, key, MostForAnAddress, stop);
        var fewHere = await attempts.TryAsync(Door + "-network", network, MostForANetwork, stop);
        var account = await db.Set<StaffAccount>().FirstOrDefaultAsync(a => a.EmailKey == key, stop);
        if (!few || !fewHere)
        {
            await NoteLockAsync(key, account, stop);
            return new(null, TooManyTries: true);
        }
        if (account is not { MaySignIn: true })
        {
            // the same work as for an account that is there, so that the time tells nothing
            var nobody = new StaffAccount();
            nobodysHash ??= users.PasswordHasher.HashPassword(nobody, "nobody");
            users.PasswordHasher.VerifyHashedPassword(nobody, nobodysHash, password);
            return new(null);
        }
        if (!await users.CheckPasswordAsync(account, password))
        {
            return new(null);
        }
        await attempts.ForgiveAsync(Door, key, stop);
        await attempts.TakeBackAsync(Door + "-network", network, stop);
        if (account.SealedKey is null)
        {
            await users.ResetAuthenticatorKeyAsync(account);
            audit.Write("PrepareSecondStep", "staff account", account.Id);
            await db.SaveChangesAsync(stop);
        }
        return new(account);
    }

    // One line an hour is enough to see that somebody is guessing. Looked up and saved for an unknown address too, so that the time tells nothing.
    private async Task NoteLockAsync(string key, StaffAccount? account, CancellationToken stop)
    {
        if (!await attempts.FirstInAsync(TimeSpan.FromHours(1), Door + "-noted", key, stop))
        {
            return;
        }
        if (account is not null)
        {
            audit.Write("RefuseTooManyTries", "staff account", account.Id);
        }
        await db.SaveChangesAsync(stop);
    }
}
