// A WebP without its metadata (RFC 9649): Exif, XMP and chunks of makers go, and the header no longer promises them.
using System.Buffers.Binary;
using System.Text;

namespace Hearth.Surveys.Answering.Files;

internal static class CleanWebp
{
    private static readonly HashSet<string> Kept = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];

    // of a frame of an animation: place, size and how long it stays
    private const int FrameHead = 16;
    private const byte SaysExifOrXmp = 0x08 | 0x04;

    public static byte[] Of(byte[] file)
    {
        var size = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4));
        if (size < 12 || size > file.Length - 8)
        {
            throw new BrokenImage();
        }
        using var clean = new MemoryStream(file.Length);
        clean.Write("RIFF\0\0\0\0WEBP"u8);
        var chunks = Copy(file.AsSpan(12, (int)size - 4), clean);
        if (!chunks.Overlaps(["VP8 ", "VP8L", "ANMF"]))
        {
            throw new BrokenImage();
        }
        var made = clean.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(made.AsSpan(4), (uint)made.Length - 8);
        return made;
    }

    private static HashSet<string> Copy(ReadOnlySpan<byte> chunks, MemoryStream clean)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (chunks.Length >= 8)
        {
            var kind = Encoding.Latin1.GetString(chunks[..4]);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunks[4..]);
            if (length > chunks.Length - 8)
            {
                throw new BrokenImage();
            }
            var body = chunks.Slice(8, (int)length);
            if (Kept.Contains(kind))
            {
                found.Add(kind);
                Write(kind, body, clean);
            }
            chunks = chunks[Math.Min(chunks.Length, 8 + (int)length + ((int)length & 1))..];
        }
        return found;
    }

    private static void Write(string kind, ReadOnlySpan<byte> body, MemoryStream clean)
    {
        var content = body.ToArray();
        if (kind == "VP8X" && content.Length > 0)
        {
            content[0] &= unchecked((byte)~SaysExifOrXmp);
        }
        if (kind == "ANMF" && content.Length > FrameHead)
        {
            using var frame = new MemoryStream(content.Length);
            frame.Write(content, 0, FrameHead);
            Copy(content.AsSpan(FrameHead), frame);
            content = frame.ToArray();
        }
        Span<byte> head = stackalloc byte[8];
        Encoding.Latin1.GetBytes(kind, head);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], (uint)content.Length);
        clean.Write(head);
        clean.Write(content);
        if ((content.Length & 1) == 1)
        {
            clean.WriteByte(0);
        }
    }
}
