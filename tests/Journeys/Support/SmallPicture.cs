// Makes a screenshot small: at most 256 colours, one byte a dot (PNG, ISO/IEC 15948). Words and flat colours lose nothing that an eye sees.
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Hearth.Journeys.Tests.Support;

internal static class SmallPicture
{
    private const int MostColours = 256;

    /// <summary>The same picture in few colours.</summary>
    /// <param name="png">Eight bits a channel, red green blue, with or without an alpha channel, not interlaced: what a browser's screenshot is.</param>
    public static byte[] From(byte[] png)
    {
        var (width, height, channels, dots) = Read(png);
        var counts = new Dictionary<int, int>();
        var colours = new int[width * height];
        for (var at = 0; at < colours.Length; at++)
        {
            var colour = (dots[at * channels] << 16) | (dots[(at * channels) + 1] << 8) | dots[(at * channels) + 2];
            colours[at] = colour;
            counts[colour] = counts.GetValueOrDefault(colour) + 1;
        }
        var palette = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(MostColours).Select(c => c.Key).ToArray();
        var nearest = counts.Keys.ToDictionary(colour => colour, colour => (byte)Nearest(palette, colour));

        using var rows = new MemoryStream();
        using (var squeeze = new ZLibStream(rows, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                squeeze.WriteByte(0);
                for (var x = 0; x < width; x++)
                {
                    squeeze.WriteByte(nearest[colours[(y * width) + x]]);
                }
            }
        }
        using var small = new MemoryStream();
        small.Write(png.AsSpan(0, 8));
        Chunk(small, "IHDR", [.. png.AsSpan(16, 8), 8, 3, 0, 0, 0]);
        Chunk(small, "PLTE", [.. palette.SelectMany(c => new[] { (byte)(c >> 16), (byte)(c >> 8), (byte)c })]);
        Chunk(small, "IDAT", rows.ToArray());
        Chunk(small, "IEND", []);
        return small.ToArray();
    }

    private static int Nearest(int[] palette, int colour)
    {
        static int Gap(int a, int b, int shift) => ((a >> shift) & 255) - ((b >> shift) & 255);
        var (best, least) = (0, int.MaxValue);
        for (var at = 0; at < palette.Length && least > 0; at++)
        {
            var (r, g, b) = (Gap(palette[at], colour, 16), Gap(palette[at], colour, 8), Gap(palette[at], colour, 0));
            if ((r * r) + (g * g) + (b * b) is var far && far < least)
            {
                (best, least) = (at, far);
            }
        }
        return best;
    }

    private static (int Width, int Height, int Channels, byte[] Dots) Read(byte[] png)
    {
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        var channels = png[25] == 6 ? 4 : 3;
        using var data = new MemoryStream();
        for (var at = 8; at < png.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (Encoding.ASCII.GetString(png, at + 4, 4) == "IDAT")
            {
                data.Write(png, at + 8, length);
            }
            at += 12 + length;
        }
        data.Position = 0;
        using var open = new ZLibStream(data, CompressionMode.Decompress);
        var stride = width * channels;
        var dots = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var filter = open.ReadByte();
            open.ReadExactly(dots, y * stride, stride);
            for (var x = 0; x < stride; x++)
            {
                int left = x < channels ? 0 : dots[(y * stride) + x - channels],
                    up = y == 0 ? 0 : dots[((y - 1) * stride) + x];
                var corner = x < channels || y == 0 ? 0 : dots[((y - 1) * stride) + x - channels];
                dots[(y * stride) + x] += (byte)(
                    filter switch
                    {
                        1 => left,
                        2 => up,
                        3 => (left + up) / 2,
                        4 => Paeth(left, up, corner),
                        _ => 0,
                    }
                );
            }
        }
        return (width, height, channels, dots);
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (l, u, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return l <= u && l <= c ? left
            : u <= c ? up
            : corner;
    }

    private static void Chunk(Stream png, string kind, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(kind), .. content];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(body);
        var check = uint.MaxValue;
        foreach (var one in body)
        {
            check ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                check = (check & 1) == 1 ? (check >> 1) ^ 0xEDB88320 : check >> 1;
            }
        }
        BinaryPrimitives.WriteUInt32BigEndian(number, ~check);
        png.Write(number);
    }
}
