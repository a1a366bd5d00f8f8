// Marks by which a forgotten person is known again when the housing system names them, and by which nobody can find out who they were.
using System.Security.Cryptography;
using System.Text;
using Hearth.People.Import.Values;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.DataProtection;

namespace Hearth.People.Register;

/// <summary>What is left of a forgotten person's reference. With a key: references are few and short, and whoever stole the table could try them all against a plain hash.</summary>
internal sealed class Forgotten(byte[] key)
{
    public string Mark(string reference) =>
        "forgotten:" + Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(reference)));

    /// <summary>For a person whose export gives no reference of their own.</summary>
    public string Mark(string tenancy, string given, string family) => Mark($"{tenancy}|{Names.Key(given, family)}");
}

/// <summary>The key of this landlord's marks: made when the first person is forgotten, kept among the settings, sealed so that an export of the tables does not hold it open.</summary>
internal sealed class ForgottenMarks(Settings settings, IDataProtectionProvider protection)
{
    private const string Setting = "people-forgotten-key";
    private readonly IDataProtector seal = protection.CreateProtector("Hearth.People.Forgotten");

    public async Task<Forgotten> ForErasureAsync(CancellationToken stop) =>
        Open(
            await settings.OnceAsync(
                Setting,
                () => new SealedKey(seal.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))),
                stop
            )
        );

    /// <summary>To know people again. Where nobody was ever forgotten there is no key yet, and no mark to be found.</summary>
    public async Task<Forgotten> ForImportAsync(CancellationToken stop) =>
        await settings.GetAsync<SealedKey>(Setting, stop) is { } known ? Open(known) : new(RandomNumberGenerator.GetBytes(32));

    private Forgotten Open(SealedKey sealedKey) => new(Convert.FromBase64String(seal.Unprotect(sealedKey.Key)));

    private sealed record SealedKey(string Key);
}
