// Lends ASP.NET Core Identity our staff accounts. It saves nothing: the caller's unit of work does, with its audit line.
using System.Security.Cryptography;
using System.Text;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Staff;

internal sealed class StaffStore(HearthDb db, IDataProtectionProvider protection)
    : IUserPasswordStore<StaffAccount>,
        IUserSecurityStampStore<StaffAccount>,
        IUserAuthenticatorKeyStore<StaffAccount>,
        IUserTwoFactorRecoveryCodeStore<StaffAccount>
{
    private readonly IDataProtector seal = protection.CreateProtector("Hearth.Staff.SecondStep");

    public Task<StaffAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(userId);
        return db.Set<StaffAccount>().FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
    }

    public Task<StaffAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        var key = StaffAccount.KeyOf(normalizedUserName);
        return db.Set<StaffAccount>().FirstOrDefaultAsync(a => a.EmailKey == key, cancellationToken);
    }

    public Task<IdentityResult> CreateAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        db.Add(user);
        return Task.FromResult(IdentityResult.Success);
    }

    public Task<IdentityResult> UpdateAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult(IdentityResult.Success);

    public Task<IdentityResult> DeleteAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        db.Remove(user);
        return Task.FromResult(IdentityResult.Success);
    }

    public Task<string> GetUserIdAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.EmailKey);

    public Task SetUserNameAsync(StaffAccount user, string? userName, CancellationToken cancellationToken)
    {
        user.EmailKey = StaffAccount.KeyOf(userName);
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedUserNameAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.EmailKey);

    // The e-mail key is already in one form; Identity's own capital letters are not kept.
    public Task SetNormalizedUserNameAsync(StaffAccount user, string? normalizedName, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task SetPasswordHashAsync(StaffAccount user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(StaffAccount user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);

    public Task SetAuthenticatorKeyAsync(StaffAccount user, string key, CancellationToken cancellationToken)
    {
        user.SealedKey = seal.Protect(key);
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(StaffAccount user, CancellationToken cancellationToken) =>
        Task.FromResult(user.SealedKey is null ? null : seal.Unprotect(user.SealedKey));

    public Task ReplaceCodesAsync(StaffAccount user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        user.RecoveryHashes = string.Join(' ', recoveryCodes.Select(HashOf));
        return Task.CompletedTask;
    }

    public Task<bool> RedeemCodeAsync(StaffAccount user, string code, CancellationToken cancellationToken)
    {
        var left = Left(user);
        var found = left.Remove(HashOf(code));
        user.RecoveryHashes = string.Join(' ', left);
        return Task.FromResult(found);
    }

    public Task<int> CountCodesAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(Left(user).Count);

    public void Dispose()
    {
        // the unit of work belongs to the request
    }

    private static List<string> Left(StaffAccount user) => [.. user.RecoveryHashes.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    // Recovery codes are random and long enough that a plain hash cannot be turned back.
    private static string HashOf(string code) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant())));
}
