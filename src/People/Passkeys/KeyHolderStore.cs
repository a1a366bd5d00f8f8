// Lends the framework's handler of passkeys our table. It saves nothing: the caller's unit of work does, with its audit line.
using System.Buffers.Text;
using Hearth.People.Register;
using Hearth.People.Staff;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Passkeys;

internal sealed class KeyHolderStore(HearthDb db, TimeProvider time) : IUserPasskeyStore<KeyHolder>
{
    public async Task<KeyHolder?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (KeyHolder.Parse(userId) is not { } holder)
        {
            return null;
        }
        var there = holder.IsStaff
            ? await db.Set<StaffAccount>().AnyAsync(a => a.Id == holder.Id && a.SuspendedAt == null, cancellationToken)
            : await db.Set<Person>().AnyAsync(p => p.Id == holder.Id && p.ForgottenAt == null, cancellationToken);
        return there ? holder : null;
    }

    public Task<KeyHolder?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByIdAsync(normalizedUserName.ToLowerInvariant(), cancellationToken);

    public async Task<KeyHolder?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        return await db.Set<Passkey>().AsNoTracking().FirstOrDefaultAsync(k => k.CredentialId == id, cancellationToken) is { } key
            ? await FindByIdAsync(HolderOf(key).Handle, cancellationToken)
            : null;
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(KeyHolder user, CancellationToken cancellationToken) =>
        [.. (await Of(user).AsNoTracking().ToListAsync(cancellationToken)).Select(Info)];

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(KeyHolder user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        return await Of(user).AsNoTracking().FirstOrDefaultAsync(k => k.CredentialId == id, cancellationToken) is { } key
            ? Info(key)
            : null;
    }

    public async Task AddOrUpdatePasskeyAsync(KeyHolder user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(passkey.CredentialId);
        if (await Of(user).FirstOrDefaultAsync(k => k.CredentialId == id, cancellationToken) is { } known)
        {
            (known.SignCount, known.BackedUp, known.UserVerified) = (passkey.SignCount, passkey.IsBackedUp, passkey.IsUserVerified);
            known.LastUsedAt = time.GetUtcNow();
            return;
        }
        db.Add(
            new Passkey
            {
                CredentialId = id,
                StaffId = user.IsStaff ? user.Id : null,
                PersonId = user.IsStaff ? null : user.Id,
                Name = passkey.Name ?? "",
                PublicKey = passkey.PublicKey,
                SignCount = passkey.SignCount,
                TransportList = string.Join(',', passkey.Transports ?? []),
                UserVerified = passkey.IsUserVerified,
                BackupEligible = passkey.IsBackupEligible,
                BackedUp = passkey.IsBackedUp,
                Attestation = passkey.AttestationObject,
                ClientData = passkey.ClientDataJson,
                CreatedAt = time.GetUtcNow(),
            }
        );
    }

    public async Task RemovePasskeyAsync(KeyHolder user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        db.RemoveRange(await Of(user).Where(k => k.CredentialId == id).ToListAsync(cancellationToken));
    }

    public IQueryable<Passkey> Of(KeyHolder holder)
    {
        var id = (Guid?)holder.Id;
        return holder.IsStaff ? db.Set<Passkey>().Where(k => k.StaffId == id) : db.Set<Passkey>().Where(k => k.PersonId == id);
    }

    public Task<string> GetUserIdAsync(KeyHolder user, CancellationToken cancellationToken) => Task.FromResult(user.Handle);

    public Task<string?> GetUserNameAsync(KeyHolder user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Handle);

    public Task<string?> GetNormalizedUserNameAsync(KeyHolder user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Handle);

    // accounts and people are made elsewhere: the handler only ever finds them
    public Task SetUserNameAsync(KeyHolder user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetNormalizedUserNameAsync(KeyHolder user, string? normalizedName, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task<IdentityResult> CreateAsync(KeyHolder user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Success);

    public Task<IdentityResult> UpdateAsync(KeyHolder user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Success);

    public Task<IdentityResult> DeleteAsync(KeyHolder user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Success);

    public void Dispose() { }

    private static KeyHolder HolderOf(Passkey key) =>
        new() { IsStaff = key.StaffId is not null, Id = (key.StaffId ?? key.PersonId)!.Value };

    private static UserPasskeyInfo Info(Passkey key) =>
        new(
            Base64Url.DecodeFromChars(key.CredentialId),
            key.PublicKey,
            key.CreatedAt,
            (uint)key.SignCount,
            key.TransportList.Length == 0 ? null : key.TransportList.Split(','),
            key.UserVerified,
            key.BackupEligible,
            key.BackedUp,
            key.Attestation,
            key.ClientData
        )
        {
            Name = key.Name,
        };
}
