// Draws a bar of shares as a PNG for Word: solid, striped, dotted parts, so that they differ without colour. Written by the PNG specification (ISO/IEC 15948).
using System.Buffers.Binary;
using System.IO.Compression;

namespace Hearth.Surveys.PanelReport;

internal static class BarPicture
{
    public const int Width = 1200;
    public const int Height = 90;

    private const int Plum = 0x6A2459;
    private const int Pale = 0xF7EFF5;
    private const int Grey = 0xE3D8CE;
    private const int Ember = 0xB83A12;
    private const int White = 0xFFFFFF;
    private const int Ink = 0x2B1B2C;

    public static byte[] Of(IReadOnlyList<(string Name, int People)> parts)
    {
        var all = Math.Max(1, parts.Sum(part => part.People));
        var ends = new int[parts.Count];
        var sum = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            sum += parts[i].People;
            ends[i] = (int)Math.Round((double)Width * sum / all);
        }
        var rows = new byte[Height * ((3 * Width) + 1)];
        for (var y = 0; y < Height; y++)
        {
            var row = y * ((3 * Width) + 1);
            for (var x = 0; x < Width; x++)
            {
                var part = Array.FindIndex(ends, end => x < end);
                var edge = x is 0 or Width - 1 || y is 0 or Height - 1 || Array.IndexOf(ends, x) >= 0;
                var colour = edge ? Ink : Fill(part, parts.Count, x, y);
                rows[row + 1 + (3 * x)] = (byte)(colour >> 16);
                rows[row + 2 + (3 * x)] = (byte)(colour >> 8);
                rows[row + 3 + (3 * x)] = (byte)colour;
            }
        }
        return Png(rows);
    }

    // best: solid, then stripes; middle: grey; then dots, and solid again
    private static int Fill(int part, int parts, int x, int y)
    {
        if (part < 0)
        {
            return White;
        }
        return (parts == 5 ? part : part % 5) switch
        {
            0 => Plum,
            1 => (x + y) % 16 < 8 ? Plum : Pale,
            2 => Grey,
            3 => (x % 12) - 6 is var dx && (y % 12) - 6 is var dy && (dx * dx) + (dy * dy) < 12 ? Ember : White,
            _ => Ember,
        };
    }

    private static byte[] Png(byte[] rows)
    {
        var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        // eight bits of red, green and blue
        (header[8], header[9]) = (8, 2);
        Chunk(file, "IHDR"u8, header);
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(rows);
        }
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> kind, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] body = [.. kind, .. content];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        file.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }
        return ~crc;
    }
}
