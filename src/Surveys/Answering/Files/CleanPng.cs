// A PNG without its metadata (W3C PNG, third edition): the chunks that make the picture stay; words, times and Exif go.
using System.Buffers.Binary;
using System.Text;

namespace Hearth.Surveys.Answering.Files;

internal static class CleanPng
{
    private static readonly HashSet<string> Kept =
    [
        "IHDR",
        "PLTE",
        "IDAT",
        "IEND",
        "tRNS",
        "gAMA",
        "cHRM",
        "sRGB",
        "iCCP",
        "cICP",
        "sBIT",
        "bKGD",
        "pHYs",
        "acTL",
        "fcTL",
        "fdAT",
    ];

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Of(byte[] file)
    {
        using var clean = new MemoryStream(file.Length);
        clean.Write(Signature);
        var at = Signature.Length;
        var pictured = false;
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - 12)
            {
                throw new BrokenImage();
            }
            var kind = Encoding.Latin1.GetString(file, at + 4, 4);
            if (clean.Length == Signature.Length && kind != "IHDR")
            {
                throw new BrokenImage();
            }
            if (Kept.Contains(kind))
            {
                clean.Write(file, at, (int)length + 12);
            }
            pictured |= kind == "IDAT";
            if (kind == "IEND")
            {
                return pictured ? clean.ToArray() : throw new BrokenImage();
            }
            at += (int)length + 12;
        }
        throw new BrokenImage();
    }
}
