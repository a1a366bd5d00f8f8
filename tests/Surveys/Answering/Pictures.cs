// Pictures and sounds built byte by byte for the tests, with what a phone puts into them.
using System.Buffers.Binary;
using System.Text;

namespace Hearth.Surveys.Tests.Answering;

internal static class Pictures
{
    public const string Camera = "Phone Camera 9";
    public const string Comment = "Taken at 4 Marsh End";

    /// <summary>53° 57′ 34.56″ N as Exif writes it: three fractions.</summary>
    public static byte[] Latitude { get; } = [.. Fraction(53, 1), .. Fraction(57, 1), .. Fraction(3456, 100)];

    /// <summary>The parts of a JPEG that make the picture: a table, a frame, a scan.</summary>
    public static byte[][] JpegPicture { get; } =
    [
        Segment(0xDB, [0, .. Enumerable.Range(1, 64).Select(i => (byte)i)]),
        Segment(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
        Segment(0xC4, [0, .. new byte[16], 7]),
        [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56],
    ];

    /// <summary>A turned photograph with a place, a camera, XMP, IPTC, a comment, a colour profile, and a film after its end.</summary>
    public static byte[] JpegWithPlace(ushort turned = 6) =>
        [
            0xFF,
            0xD8,
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
            .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(turned)]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. "<x:xmpmeta>exif:GPSLatitude=53,57.576N</x:xmpmeta>"u8]),
            .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. "colours"u8]),
            .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. "York"u8]),
            .. Segment(0xFE, Encoding.ASCII.GetBytes(Comment)),
            .. JpegPicture.SelectMany(part => part),
            0xFF,
            0xD9,
            .. "a film with its own place 53.9596"u8,
        ];

    /// <summary>TIFF, little-endian: orientation, camera, and a GPS directory with the latitude.</summary>
    private static byte[] Exif(ushort turned)
    {
        var tiff = new byte[200];
        "II*\0"u8.CopyTo(tiff);
        Put32(tiff, 4, 8);
        Put16(tiff, 8, 3);
        Entry(tiff, 10, 0x010F, 2, (uint)Camera.Length + 1, 100);
        Entry(tiff, 22, 0x0112, 3, 1, turned);
        Entry(tiff, 34, 0x8825, 4, 1, 60);
        Put16(tiff, 60, 2);
        Entry(tiff, 62, 0x0001, 2, 2, 'N');
        Entry(tiff, 74, 0x0002, 5, 3, 130);
        Encoding.ASCII.GetBytes(Camera).CopyTo(tiff, 100);
        Latitude.CopyTo(tiff, 130);
        return tiff;
    }

    public static byte[] PngWithPlace() =>
        [
            0x89,
            .. "PNG\r\n"u8,
            0x1A,
            (byte)'\n',
            .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
            .. Chunk("tEXt", [.. "Comment\0"u8, .. Encoding.ASCII.GetBytes(Comment)]),
            .. Chunk("eXIf", Exif(1)),
            .. Chunk("gAMA", [0, 0, 0xB1, 0x8F]),
            .. Chunk("tIME", [7, 0xEA, 11, 12, 9, 0, 0]),
            .. Chunk("IDAT", [0x78, 0x9C, 0x63, 0, 0, 0, 2, 0, 1]),
            .. Chunk("IEND", []),
            .. "after the end"u8,
        ];

    public static byte[] WebpWithPlace()
    {
        byte[] chunks =
        [
            .. Riff("VP8X", [0x08 | 0x04 | 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
            .. Riff("VP8 ", [1, 2, 3, 4, 5]),
            .. Riff("EXIF", Exif(1)),
            .. Riff("XMP ", "<x:xmpmeta>GPSLatitude</x:xmpmeta>"u8.ToArray()),
        ];
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, chunks.Length + 4);
        return [.. "RIFF"u8, .. size, .. "WEBP"u8, .. chunks];
    }

    /// <summary>A WAV of a twentieth of a second of nothing.</summary>
    public static byte[] Sound() =>
        [
            .. "RIFF"u8,
            0xB4,
            3,
            0,
            0,
            .. "WAVEfmt "u8,
            16,
            0,
            0,
            0,
            1,
            0,
            1,
            0,
            0x40,
            0x1F,
            0,
            0,
            0x40,
            0x1F,
            0,
            0,
            1,
            0,
            8,
            0,
            .. "data"u8,
            0x90,
            3,
            0,
            0,
            .. new byte[0x390],
        ];

    public static bool Holds(byte[] file, ReadOnlySpan<byte> what) => file.AsSpan().IndexOf(what) >= 0;

    private static byte[] Segment(byte marker, byte[] body) =>
        [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] Chunk(string kind, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(kind), .. body, 1, 2, 3, 4];
    }

    private static byte[] Riff(string kind, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length);
        return [.. Encoding.ASCII.GetBytes(kind), .. length, .. body, .. new byte[body.Length & 1]];
    }

    private static byte[] Fraction(uint over, uint under)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, over);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), under);
        return bytes;
    }

    private static void Entry(byte[] tiff, int at, ushort tag, ushort type, uint count, uint value)
    {
        Put16(tiff, at, tag);
        Put16(tiff, at + 2, type);
        Put32(tiff, at + 4, count);
        Put32(tiff, at + 8, value);
    }

    private static void Put16(byte[] to, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(to.AsSpan(at), value);

    private static void Put32(byte[] to, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(to.AsSpan(at), value);
}
