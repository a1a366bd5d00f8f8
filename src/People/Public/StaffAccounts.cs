// Staff accounts for the command line: who is there, and a way in for one more.
using Hearth.People.Staff;
using Hearth.People.Staff.ChangeStaff;
using Hearth.People.Staff.InviteStaff;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Public;

/// <summary>Somebody who may sign in to work here.</summary>
public sealed record StaffMember(
    Guid Id,
    string Name,
    string Email,
    IReadOnlyList<Role> Roles,
    bool Suspended,
    bool HasPassword,
    bool HasSecondStep
);

/// <summary>An account was made, or the words say why not.</summary>
/// <param name="Id">The account; null where none was made.</param>
/// <param name="WelcomePath">Path of the one-time link, <c>/staff/welcome/…</c>: good once, for seven days.</param>
/// <param name="Refusal">In words for whoever asked; null where an account was made.</param>
public sealed record StaffCreated(Guid? Id, string? WelcomePath, string? Refusal);

public sealed class StaffAccounts
{
    private readonly HearthDb db;
    private readonly InviteStaff invite;
    private readonly ChangeStaff change;
    private readonly AuditTrail audit;
    private readonly TimeProvider time;

    internal StaffAccounts(HearthDb db, InviteStaff invite, ChangeStaff change, AuditTrail audit, TimeProvider time)
    {
        this.db = db;
        this.invite = invite;
        this.change = change;
        this.audit = audit;
        this.time = time;
    }

    /// <summary>Everybody, in the order in which they were invited.</summary>
    public async Task<IReadOnlyList<StaffMember>> ListAsync(CancellationToken stop = default) =>
        [
            .. (await db.Set<StaffAccount>().AsNoTracking().OrderBy(a => a.Id).ToListAsync(stop)).Select(a => new StaffMember(
                a.Id,
                a.Name,
                a.Email,
                a.Roles,
                a.SuspendedAt is not null,
                a.PasswordHash is not null,
                a.SecondStepSetAt is not null
            )),
        ];

    /// <summary>Makes an account without a password and saves it; its owner chooses one by the link.</summary>
    public async Task<StaffCreated> CreateAsync(
        string email,
        string name,
        IReadOnlyCollection<Role> roles,
        CancellationToken stop = default
    )
    {
        var refusals = await invite.RefusalsAsync(name, email, roles, stop);
        if (refusals.Count > 0)
        {
            return new(null, null, Words(refusals[0], email));
        }
        var invited = await invite.AddAsync(name, email, roles);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return new(null, null, Words(NotInvited.AlreadyThere, email));
        }
        return new(invited.Account.Id, invited.LinkPath, null);
    }

    /// <summary>A new one-time link for somebody who is there, whose password is forgotten or never chosen; null where nobody has this address.</summary>
    public async Task<string?> NewLinkAsync(string email, CancellationToken stop = default)
    {
        var key = StaffAccount.KeyOf(email);
        var account = await db.Set<StaffAccount>().FirstOrDefaultAsync(a => a.EmailKey == key && a.SuspendedAt == null, stop);
        if (account is null)
        {
            return null;
        }
        var path = OneTimeLink.GiveTo(account, time.GetUtcNow());
        audit.Write("SendStaffLink", "staff account", account.Id, account.Name);
        await db.SaveChangesAsync(stop);
        return path;
    }

    /// <summary>
    /// For somebody who has lost phone and recovery codes, with no colleague who could help: the second step, the password and every session end,
    /// and the new link leads through both anew. Null where nobody who may sign in has this address.
    /// </summary>
    public async Task<string?> ResetSecondStepAsync(string email, CancellationToken stop = default)
    {
        var key = StaffAccount.KeyOf(email);
        var account = await db.Set<StaffAccount>().FirstOrDefaultAsync(a => a.EmailKey == key && a.SuspendedAt == null, stop);
        if (account is null)
        {
            return null;
        }
        // the old password alone would otherwise be enough to set up somebody else's phone before the link is opened
        account.PasswordHash = null;
        var path = OneTimeLink.GiveTo(account, time.GetUtcNow());
        return await change.ResetSecondStepAsync(account, stop) is null ? path : null;
    }

    private static string Words(NotInvited refusal, string email) =>
        refusal switch
        {
            NotInvited.NoName => "Say the person's name.",
            NotInvited.NoEmail => "Say the person's e-mail address.",
            NotInvited.NotAnEmail => $"{email} is not an e-mail address.",
            NotInvited.AlreadyThere => $"Somebody with the address {email} is already there.",
            NotInvited.NoRole => $"Say at least one role: {string.Join(", ", Enum.GetNames<Role>())}.",
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
