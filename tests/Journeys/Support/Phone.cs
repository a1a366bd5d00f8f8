// The phone that an officer's second step lives on: the six figures of RFC 6238, worked out anew so that the product's own sum is checked.
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Hearth.Journeys.Tests.Support;

internal sealed class Phone(string key)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public string CodeAt(DateTimeOffset now)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // authenticator apps know no other hash
        var hash = HMACSHA1.HashData(Key(), counter);
#pragma warning restore CA5350
        var figures = (BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[19] & 15)) & int.MaxValue) % 1_000_000;
        return figures.ToString("D6", CultureInfo.InvariantCulture);
    }

    private byte[] Key()
    {
        var bits = string.Concat(
            key.Where(char.IsAsciiLetterOrDigit).Select(letter => Convert.ToString(Letters.IndexOf(letter), 2).PadLeft(5, '0'))
        );
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }
}
