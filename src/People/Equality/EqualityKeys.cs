// The keys of equality data: made here, sealed by the protection keys, exchanged for new ones by the clock.
using System.Security.Cryptography;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Equality;

/// <summary>A key in hand, with the two keys that come of it.</summary>
internal sealed class OpenKey(Guid id, byte[] material)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Every sealed text is as long as this: nine answers fit three times over.</summary>
    private const int Padded = 1024;

    private readonly byte[] naming = HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 32, info: "hearth equality pseudonym"u8.ToArray());
    private readonly byte[] sealing = HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 32, info: "hearth equality answers"u8.ToArray());

    public Guid Id => id;

    public string PseudonymOf(Guid person) => Convert.ToHexStringLower(HMACSHA256.HashData(naming, person.ToByteArray()));

    public byte[] Seal(string pseudonym, byte[] answers)
    {
        if (answers.Length > Padded - 4)
        {
            throw new ArgumentException("More than nine short answers.", nameof(answers));
        }
        var open = new byte[Padded];
        BitConverter.TryWriteBytes(open, answers.Length);
        answers.CopyTo(open, 4);
        var whole = new byte[NonceLength + TagLength + Padded];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(sealing, TagLength);
        cipher.Encrypt(
            whole.AsSpan(0, NonceLength),
            open,
            whole.AsSpan(NonceLength + TagLength),
            whole.AsSpan(NonceLength, TagLength),
            Bound(pseudonym)
        );
        return whole;
    }

    /// <summary>The answers; throws where the row was changed, or moved under another name.</summary>
    public byte[] Open(string pseudonym, byte[] whole)
    {
        var open = new byte[whole.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(sealing, TagLength);
        cipher.Decrypt(
            whole.AsSpan(0, NonceLength),
            whole.AsSpan(NonceLength + TagLength),
            whole.AsSpan(NonceLength, TagLength),
            open,
            Bound(pseudonym)
        );
        return open[4..(4 + BitConverter.ToInt32(open))];
    }

    // a row copied under another person's name does not open
    private byte[] Bound(string pseudonym) => [.. id.ToByteArray(), .. Convert.FromHexString(pseudonym)];
}

internal sealed class EqualityKeys(HearthDb db, IDataProtectionProvider protection, AuditTrail audit, TimeProvider time)
{
    private readonly IDataProtector seal = protection.CreateProtector("Hearth.People.Equality");
    private IReadOnlyList<OpenKey>? open;

    /// <summary>Every key that is not destroyed, the newest first; empty where nobody ever answered.</summary>
    public async Task<IReadOnlyList<OpenKey>> AllAsync(CancellationToken stop) =>
        open ??= [
            .. (
                await db.Set<EqualityKey>()
                    .AsNoTracking()
                    .Where(k => k.SealedKey != null)
                    .OrderByDescending(k => k.MadeAt)
                    .ThenByDescending(k => k.Id)
                    .ToListAsync(stop)
            ).Select(k => new OpenKey(k.Id, Convert.FromBase64String(seal.Unprotect(k.SealedKey!)))),
        ];

    /// <summary>The key that new rows are sealed under; made where there is none.</summary>
    public async Task<OpenKey> CurrentAsync(CancellationToken stop)
    {
        if (await AllAsync(stop) is [var newest, ..])
        {
            return newest;
        }
        await MakeAsync("the first", stop);
        return (await AllAsync(stop))[0];
    }

    /// <summary>Makes a new key and saves it. From now on new rows are sealed under it; the job moves the older ones.</summary>
    public async Task MakeAsync(string why, CancellationToken stop)
    {
        var key = new EqualityKey
        {
            MadeAt = time.GetUtcNow(),
            SealedKey = seal.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))),
        };
        db.Add(key);
        audit.Write("MakeEqualityKey", "equality key", key.Id, why);
        await db.SaveChangesAsync(stop);
        open = null;
    }
}
