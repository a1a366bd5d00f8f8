// The six figures on a phone that change every thirty seconds: RFC 6238 over RFC 4226, with SHA-1 as every authenticator app has it.
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Hearth.People.Staff;

internal static class Totp
{
    private const int SecondsAStep = 30;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The step in which this instant lies.</summary>
    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / SecondsAStep;

    /// <summary>The code of a step (RFC 4226, section 5.3).</summary>
    public static string CodeOf(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        // RFC 6238 names SHA-1, and the apps that people have know no other.
#pragma warning disable CA5350
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, one before or after now allowed for a phone's clock; null where it is none of them.</summary>
    public static long? StepOf(byte[] key, string code, DateTimeOffset now)
    {
        var here = StepAt(now);
        for (var step = here - 1; step <= here + 1; step++)
        {
            if (
                CryptographicOperations.FixedTimeEquals(
                    System.Text.Encoding.ASCII.GetBytes(CodeOf(key, step)),
                    System.Text.Encoding.UTF8.GetBytes(code)
                )
            )
            {
                return step;
            }
        }
        return null;
    }

    /// <summary>Reads a key in base 32 (RFC 4648, section 6), spaces and case ignored.</summary>
    public static byte[] KeyFrom(string base32)
    {
        var bytes = new List<byte>(base32.Length * 5 / 8);
        int bits = 0,
            held = 0;
        foreach (var letter in base32.ToUpperInvariant().Where(c => c is not (' ' or '=')))
        {
            var value = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
            {
                throw new FormatException("The key is not base 32.");
            }
            bits = (bits << 5) | value;
            held += 5;
            if (held >= 8)
            {
                held -= 8;
                bytes.Add((byte)(bits >> held));
                bits &= (1 << held) - 1;
            }
        }
        return [.. bytes];
    }

    /// <summary>What the QR code says to the app.</summary>
    public static string Address(string landlord, string email, string base32)
    {
        var issuer = Uri.EscapeDataString(landlord);
        return $"otpauth://totp/{issuer}:{Uri.EscapeDataString(email)}?secret={base32}&issuer={issuer}&digits=6&period=30";
    }
}
