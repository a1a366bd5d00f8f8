// The seal on answers from the doors: the device can close it and not open it, so a lost device holds nothing that can be read.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Hearth.Surveys.Door;

/// <summary>One sealed thing, as it travels and as it stands in a file.</summary>
/// <param name="Id">Made on the device; the same thing sent twice carries the same.</param>
/// <param name="List">The list it was made for.</param>
/// <param name="Key">The device's half of the key, used once: a point of P-256, base64.</param>
/// <param name="Iv">Twelve bytes, base64.</param>
/// <param name="Body">AES-256-GCM, the tag at its end, base64.</param>
internal sealed record DoorEnvelope(Guid Id, Guid List, string Key, string Iv, string Body);

internal sealed class DoorSeal(IDataProtectionProvider protection)
{
    private const int Coordinate = 32;
    private const int Tag = 16;
    private readonly IDataProtector ring = protection.CreateProtector("Hearth.Surveys.Door");

    /// <summary>A new pair for a list: what goes to the device, and what stays here, protected.</summary>
    public (string Public, string Private) Make()
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        return (Convert.ToBase64String([4, .. point.X!, .. point.Y!]), Convert.ToBase64String(ring.Protect(pair.ExportPkcs8PrivateKey())));
    }

    /// <summary>Opens a sealed thing of this list; null where it was not sealed for it, was changed, or the key is gone.</summary>
    public byte[]? Open(DoorList list, DoorEnvelope sealedThing)
    {
        if (list.PrivateKey is null || sealedThing.List != list.Id)
        {
            return null;
        }
        try
        {
            var (point, iv, body) = (From(sealedThing.Key), From(sealedThing.Iv), From(sealedThing.Body));
            if (point is not [4, ..] || point.Length != 1 + (2 * Coordinate) || iv.Length != 12 || body.Length < Tag)
            {
                return null;
            }
            using var own = ECDiffieHellman.Create();
            own.ImportPkcs8PrivateKey(ring.Unprotect(From(list.PrivateKey)), out _);
            using var other = ECDiffieHellman.Create(
                new ECParameters
                {
                    Curve = ECCurve.NamedCurves.nistP256,
                    Q = new ECPoint { X = point[1..(1 + Coordinate)], Y = point[(1 + Coordinate)..] },
                }
            );
            var shared = own.DeriveRawSecretAgreement(other.PublicKey);
            var about = Encoding.UTF8.GetBytes($"hearth-door-1 {sealedThing.List} {sealedThing.Id}");
            // RFC 5869, the device's point as salt: two things are never closed with the same key
            using var aes = new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, point, about), Tag);
            var plain = new byte[body.Length - Tag];
            aes.Decrypt(iv, body.AsSpan(..^Tag), body.AsSpan(^Tag..), plain, about);
            return plain;
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static byte[] From(string base64) => Convert.FromBase64String(base64);
}
