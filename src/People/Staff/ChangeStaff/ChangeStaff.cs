// What an administrator may change of a colleague's account. Each change ends the sessions begun before it.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Staff.ChangeStaff;

/// <summary>Why nothing was changed.</summary>
internal enum NotChanged
{
    NoRole,
    LastAdministrator,
    Yourself,
}

internal sealed class ChangeStaff(HearthDb db, UserManager<StaffAccount> users, AuditTrail audit, Actor actor, TimeProvider time)
{
    public async Task<NotChanged?> RolesAsync(StaffAccount account, IReadOnlyCollection<Role> roles, CancellationToken stop)
    {
        if (roles.Count == 0)
        {
            return NotChanged.NoRole;
        }
        if (!roles.Contains(Role.Administrator) && await IsLastAdministratorAsync(account, stop))
        {
            return NotChanged.LastAdministrator;
        }
        var before = StaffWords.Of(account.Roles);
        account.Roles = [.. roles];
        return await SaveAsync(account, "ChangeRoles", $"{account.Name}: {before}, now {StaffWords.Of(account.Roles)}", stop);
    }

    public async Task<NotChanged?> SuspendAsync(StaffAccount account, CancellationToken stop)
    {
        if (account.Id == actor.Id)
        {
            return NotChanged.Yourself;
        }
        if (await IsLastAdministratorAsync(account, stop))
        {
            return NotChanged.LastAdministrator;
        }
        account.SuspendedAt = time.GetUtcNow();
        OneTimeLink.TakeFrom(account);
        return await SaveAsync(account, "SuspendStaff", account.Name, stop);
    }

    public Task<NotChanged?> LetBackInAsync(StaffAccount account, CancellationToken stop)
    {
        account.SuspendedAt = null;
        return SaveAsync(account, "LetStaffBackIn", account.Name, stop);
    }

    /// <summary>A lost phone: the secret and the recovery codes go; at the next sign-in a phone is set up anew.</summary>
    public async Task<NotChanged?> ResetSecondStepAsync(StaffAccount account, CancellationToken stop)
    {
        if (account.Id == actor.Id)
        {
            return NotChanged.Yourself;
        }
        await users.ResetAuthenticatorKeyAsync(account);
        account.SecondStepSetAt = null;
        account.RecoveryHashes = "";
        return await SaveAsync(account, "ResetSecondStep", account.Name, stop);
    }

    /// <summary>A new one-time link in the place of the password; saved by the caller with the message that carries it.</summary>
    public string GiveLink(StaffAccount account)
    {
        var link = OneTimeLink.GiveTo(account, time.GetUtcNow());
        audit.Write("SendStaffLink", "staff account", account.Id, account.Name);
        return link;
    }

    private async Task<NotChanged?> SaveAsync(StaffAccount account, string action, string detail, CancellationToken stop)
    {
        await users.UpdateSecurityStampAsync(account);
        audit.Write(action, "staff account", account.Id, detail);
        await db.SaveChangesAsync(stop);
        return null;
    }

    private async Task<bool> IsLastAdministratorAsync(StaffAccount account, CancellationToken stop)
    {
        if (!account.Roles.Contains(Role.Administrator))
        {
            return false;
        }
        var others = await db.Set<StaffAccount>()
            .Where(a => a.Id != account.Id && a.SuspendedAt == null && (a.PasswordHash != null || a.Demo))
            .Select(a => a.RoleList)
            .ToListAsync(stop);
        return !others.Any(roles => roles.Split(',').Contains(nameof(Role.Administrator)));
    }
}
