// Whom the directory named: finds their account, or refuses with a reason. The directory says who they are; Hearth, or the directory's groups, what they may do.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Staff.SignInByDirectory;

internal enum DirectoryRefusal
{
    Unknown,
    NoEmail,
    SomebodyElse,
    Suspended,
    NoRole,
}

internal sealed class SignInByDirectory(HearthDb db, Directory directory, InviteStaff.InviteStaff invite, AuditTrail audit)
{
    /// <summary>The account, changed in this unit of work where the directory knows better; or why not.</summary>
    public async Task<(StaffAccount? Account, DirectoryRefusal? Refusal)> FindAsync(SaidByDirectory said, CancellationToken stop)
    {
        var roles = directory.Options.RolesOf(said.Groups);
        var mapped = directory.Options.Roles.Count > 0;
        var account = await db.Set<StaffAccount>().FirstOrDefaultAsync(a => a.DirectorySubject == said.Subject, stop);
        if (account is null)
        {
            // an address that nobody has checked may be anybody's
            if (string.IsNullOrWhiteSpace(said.Email) || said.EmailDoubted)
            {
                return (null, DirectoryRefusal.NoEmail);
            }
            var key = StaffAccount.KeyOf(said.Email);
            account = await db.Set<StaffAccount>().FirstOrDefaultAsync(a => a.EmailKey == key, stop);
            if (account is null && directory.Options.MakesAccounts && roles.Count > 0)
            {
                account = (
                    await invite.AddAsync(said.Name is { Length: > 0 and <= 100 } name ? name : said.Email, said.Email, roles)
                ).Account;
                OneTimeLink.TakeFrom(account);
            }
            if (account is null || account.Demo)
            {
                return (null, DirectoryRefusal.Unknown);
            }
            if (account.DirectorySubject is not null)
            {
                // the address has gone to another person since
                return (null, DirectoryRefusal.SomebodyElse);
            }
            account.DirectorySubject = said.Subject;
            audit.Write("JoinDirectory", "staff account", account.Id, account.Name);
        }
        if (account.SuspendedAt is not null)
        {
            return (null, DirectoryRefusal.Suspended);
        }
        if (mapped && roles.Count == 0)
        {
            return (null, DirectoryRefusal.NoRole);
        }
        if (mapped && !account.Roles.Order().SequenceEqual(roles.Order()))
        {
            var before = StaffWords.Of(account.Roles);
            account.Roles = roles;
            audit.Write(
                "ChangeRoles",
                "staff account",
                account.Id,
                $"{account.Name}: {before}, now {StaffWords.Of(account.Roles)}, by the directory"
            );
        }
        return (account, null);
    }
}
