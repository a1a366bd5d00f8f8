// A JPEG without its metadata: ITU-T T.81 (markers), Exif 3.0. What the picture needs to look right stays.
using System.Buffers.Binary;

namespace Hearth.Surveys.Answering.Files;

internal static class CleanJpeg
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    /// <summary>
    /// Keeps JFIF (APP0), colour profile (APP2 “ICC_PROFILE”) and Adobe's colour transform (APP14), drops every other application segment and
    /// comment (Exif with GPS, XMP, IPTC, makers' notes), and everything after the end of the image, where phones put films and second
    /// pictures. A turned photograph stays turned: of Exif, the orientation alone is written anew.
    /// </summary>
    public static byte[] Of(byte[] file)
    {
        using var clean = new MemoryStream(file.Length);
        clean.Write(file, 0, 2);
        var at = 2;
        var written = false;
        while (true)
        {
            var marker = NextMarker(file, ref at);
            if (marker == EndOfImage)
            {
                clean.Write([0xFF, EndOfImage]);
                return written ? clean.ToArray() : throw new BrokenImage();
            }
            if (at + 2 > file.Length)
            {
                throw new BrokenImage();
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));
            if (length < 2 || at + length > file.Length)
            {
                throw new BrokenImage();
            }
            var body = file.AsSpan(at + 2, length - 2);
            if (marker == 0xE1 && ExifOrientation(body) is { } turned and > 1 and <= 8)
            {
                clean.Write(OnlyOrientation(turned));
            }
            if (IsKept(marker, body))
            {
                clean.Write([0xFF, marker]);
                clean.Write(file, at, length);
            }
            at += length;
            if (marker == StartOfScan)
            {
                written = true;
                var from = at;
                SkipScan(file, ref at);
                clean.Write(file, from, at - from);
            }
        }
    }

    private static byte NextMarker(byte[] file, ref int at)
    {
        if (at >= file.Length || file[at] != 0xFF)
        {
            throw new BrokenImage();
        }
        while (at < file.Length && file[at] == 0xFF)
        {
            at++;
        }
        return at < file.Length ? file[at++] : throw new BrokenImage();
    }

    // Coded data runs to the next marker that is neither a stuffed nought nor a restart.
    private static void SkipScan(byte[] file, ref int at)
    {
        while (at + 1 < file.Length)
        {
            if (file[at] == 0xFF && file[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return;
            }
            at++;
        }
        throw new BrokenImage();
    }

    private static bool IsKept(byte marker, ReadOnlySpan<byte> body) =>
        marker switch
        {
            0xE0 => body.StartsWith("JFIF\0"u8),
            0xE2 => body.StartsWith("ICC_PROFILE\0"u8),
            0xEE => body.StartsWith("Adobe"u8),
            >= 0xE1 and <= 0xEF or 0xFE => false,
            _ => true,
        };

    private static ushort? ExifOrientation(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith("Exif\0\0"u8) || body.Length < 14)
        {
            return null;
        }
        var tiff = body[6..];
        var little = tiff[0] == (byte)'I';
        ushort Short(ReadOnlySpan<byte> from) =>
            little ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);
        var first = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2)
        {
            return null;
        }
        var entries = tiff[(int)first..];
        var count = Short(entries);
        for (var i = 0; i < count && 2 + ((i + 1) * 12) <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + (i * 12), 12);
            if (Short(entry) == 0x0112)
            {
                return Short(entry[8..]);
            }
        }
        return null;
    }

    private static byte[] OnlyOrientation(ushort turned) =>
        [
            0xFF,
            0xE1,
            0x00,
            0x22,
            .. "Exif\0\0"u8,
            .. "MM"u8,
            0x00,
            0x2A,
            0x00,
            0x00,
            0x00,
            0x08,
            0x00,
            0x01,
            0x01,
            0x12,
            0x00,
            0x03,
            0x00,
            0x00,
            0x00,
            0x01,
            0x00,
            (byte)turned,
            0x00,
            0x00,
            0x00,
            0x00,
            0x00,
            0x00,
        ];
}
