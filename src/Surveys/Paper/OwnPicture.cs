// A landlord's own picture: PNG or JPEG by its first bytes, whatever it is called; what a camera wrote about the place is taken out.
namespace Hearth.Surveys.Paper;

internal static class OwnPicture
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static string? TypeOf(byte[] bytes) =>
        bytes.AsSpan().StartsWith(Png) ? "image/png"
        : bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : null;

    /// <summary>The picture without Exif, text and comments; null where it is neither a PNG nor a JPEG, or is cut short.</summary>
    public static byte[]? Clean(byte[] bytes) =>
        TypeOf(bytes) switch
        {
            "image/png" => CleanPng(bytes),
            "image/jpeg" => CleanJpeg(bytes),
            _ => null,
        };

    // PNG: length, name, data, check sum; only what draws the picture stays
    private static byte[]? CleanPng(byte[] bytes)
    {
        string[] draws = ["IHDR", "PLTE", "tRNS", "gAMA", "sRGB", "IDAT", "IEND"];
        var kept = new List<byte>(bytes.Length);
        kept.AddRange(Png);
        var at = Png.Length;
        while (at + 12 <= bytes.Length)
        {
            var length = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > (uint)(bytes.Length - at - 12))
            {
                return null;
            }
            var name = System.Text.Encoding.ASCII.GetString(bytes, at + 4, 4);
            var whole = (int)length + 12;
            if (draws.Contains(name))
            {
                kept.AddRange(bytes.AsSpan(at, whole));
            }
            if (name == "IEND")
            {
                return [.. kept];
            }
            at += whole;
        }
        return null;
    }

    // JPEG: segments up to the scan; APP1 to APP15 but Adobe's colours, and comments, are left out
    private static byte[]? CleanJpeg(byte[] bytes)
    {
        var kept = new List<byte>(bytes.Length) { 0xFF, 0xD8 };
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker == 0xDA)
            {
                kept.AddRange(bytes.AsSpan(at));
                return [.. kept];
            }
            var length = (bytes[at + 2] << 8) | bytes[at + 3];
            if (length < 2 || at + 2 + length > bytes.Length)
            {
                return null;
            }
            if (marker is not ((>= 0xE1 and <= 0xED) or 0xEF or 0xFE))
            {
                kept.AddRange(bytes.AsSpan(at, length + 2));
            }
            at += length + 2;
        }
        return null;
    }
}
