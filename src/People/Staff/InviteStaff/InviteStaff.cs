// Makes an account and the one-time link by which its owner chooses a password. Nobody is ever given a password.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Staff.InviteStaff;

/// <summary>Why nobody was invited.</summary>
internal enum NotInvited
{
    NoName,
    NoEmail,
    NotAnEmail,
    AlreadyThere,
    NoRole,
}

internal sealed record Invited(StaffAccount Account, string LinkPath);

internal sealed class InviteStaff(HearthDb db, UserManager<StaffAccount> users, AuditTrail audit, TimeProvider time)
{
    /// <summary>What stands against it; empty where nothing does.</summary>
    public async Task<IReadOnlyList<NotInvited>> RefusalsAsync(
        string? name,
        string? email,
        IReadOnlyCollection<Role> roles,
        CancellationToken stop
    )
    {
        var refusals = new List<NotInvited>();
        var key = StaffAccount.KeyOf(email);
        if (string.IsNullOrWhiteSpace(name))
        {
            refusals.Add(NotInvited.NoName);
        }
        if (key.Length == 0)
        {
            refusals.Add(NotInvited.NoEmail);
        }
        else if (!LooksLikeEmail(key))
        {
            refusals.Add(NotInvited.NotAnEmail);
        }
        else if (await db.Set<StaffAccount>().AnyAsync(a => a.EmailKey == key, stop))
        {
            refusals.Add(NotInvited.AlreadyThere);
        }
        if (roles.Count == 0)
        {
            refusals.Add(NotInvited.NoRole);
        }
        return refusals;
    }

    /// <summary>Adds the account to this unit of work, with its audit line; the caller saves.</summary>
    public async Task<Invited> AddAsync(string name, string email, IReadOnlyCollection<Role> roles, bool demo = false)
    {
        var account = new StaffAccount
        {
            Name = name.Trim(),
            Email = email.Trim(),
            EmailKey = StaffAccount.KeyOf(email),
            CreatedAt = time.GetUtcNow(),
            Demo = demo,
            Roles = [.. roles],
        };
        var created = await users.CreateAsync(account);
        if (!created.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', created.Errors.Select(e => e.Description)));
        }
        var link = OneTimeLink.GiveTo(account, time.GetUtcNow());
        audit.Write("InviteStaff", "staff account", account.Id, $"{account.Name}: {StaffWords.Of(account.Roles)}");
        return new(account, link);
    }

    // Whether the address works is seen when the message arrives; here only what cannot be one is refused.
    private static bool LooksLikeEmail(string key) =>
        key.Length <= 254
        && key.Split('@') is [{ Length: > 0 }, { Length: > 2 } domain]
        && domain.Contains('.')
        && !domain.StartsWith('.')
        && !domain.EndsWith('.')
        && !key.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"');
}
