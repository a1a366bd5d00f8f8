// A member of staff opens their one-time link and chooses a password.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Staff.AcceptWelcome;

internal sealed class AcceptWelcome(HearthDb db, UserManager<StaffAccount> users, AuditTrail audit, Actor actor, TimeProvider time)
{
    /// <summary>Whose link this is; null where it is used, too old or never was.</summary>
    public Task<StaffAccount?> WhoseAsync(string token, CancellationToken stop)
    {
        var hash = OneTimeLink.HashOf(token);
        var now = time.GetUtcNow();
        return db.Set<StaffAccount>()
            .FirstOrDefaultAsync(a => a.WelcomeHash == hash && a.WelcomeUntil > now && a.SuspendedAt == null, stop);
    }

    /// <summary>Sets the password, uses the link up and ends every older session. Returns what is wrong with the password, or null.</summary>
    public async Task<string?> ChooseAsync(StaffAccount account, string? password, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(password))
        {
            return "Choose a password";
        }
        foreach (var validator in users.PasswordValidators)
        {
            if ((await validator.ValidateAsync(users, account, password)).Errors.FirstOrDefault() is { } error)
            {
                return error.Description;
            }
        }
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        await users.UpdateSecurityStampAsync(account);
        OneTimeLink.TakeFrom(account);
        if (account.SealedKey is null)
        {
            await users.ResetAuthenticatorKeyAsync(account);
        }
        actor.Staff(account.Id, account.Name);
        audit.Write("ChoosePassword", "staff account", account.Id);
        try
        {
            await db.SaveChangesAsync(stop);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return "This link has just been used. Sign in with the password you chose";
        }
    }
}
