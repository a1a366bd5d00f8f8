// How a file of columns is written: in which letters, what parts its cells, how its lines end.
using System.Text;
using System.Text.Unicode;

namespace Hearth.Cli.Analysts.Columns;

/// <param name="Encoding">UTF-8, UTF-16 by its mark, or else the letters of an English Windows.</param>
/// <param name="Delimiter">A comma, semicolon, tab or upright bar: whichever parts the header row into most cells.</param>
/// <param name="NewLine">How the header row ends.</param>
/// <param name="Marked">Whether a new file begins with a byte order mark, so that a spreadsheet that wrote this one can read that one.</param>
internal sealed record TableLook(Encoding Encoding, char Delimiter, string NewLine, bool Marked)
{
    private const int Start = 64 * 1024;

    static TableLook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TableLook At(Stream stream, string file)
    {
        stream.Position = 0;
        Span<byte> first = stackalloc byte[4];
        var got = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        if (got == 0)
        {
            throw Refused.File(file, "the file is empty. It needs a header row and the rows below it.");
        }
        if (first.StartsWith("PK"u8) || first.StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 }))
        {
            throw Refused.File(file, "this is a workbook. Save it as CSV and name that file.");
        }
        if (first.StartsWith("%PDF"u8))
        {
            throw Refused.File(file, "this is a PDF. Export the table as CSV and name that file.");
        }
        var (encoding, marked) = EncodingOf(stream, first[..got]);
        var text = FirstLine(stream, encoding, file);
        return new(encoding, Sniff(text), text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n", marked);
    }

    private static (Encoding, bool) EncodingOf(Stream stream, ReadOnlySpan<byte> first)
    {
        if (first.StartsWith(new byte[] { 0xFF, 0xFE }))
        {
            return (Encoding.Unicode, true);
        }
        if (first.StartsWith(new byte[] { 0xFE, 0xFF }))
        {
            return (Encoding.BigEndianUnicode, true);
        }
        if (first.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }))
        {
            return (Encoding.UTF8, true);
        }
        return IsUtf8(stream) ? (Encoding.UTF8, false) : (Encoding.GetEncoding(1252), true);
    }

    private static bool IsUtf8(Stream stream)
    {
        stream.Position = 0;
        var buffer = new byte[Start];
        var kept = 0;
        while (true)
        {
            var got = stream.Read(buffer, kept, buffer.Length - kept);
            var bytes = buffer.AsSpan(0, kept + got);
            // a letter may lie over the end of what was read
            var whole = got == 0 ? bytes.Length : WholeLetters(bytes);
            if (!Utf8.IsValid(bytes[..whole]))
            {
                return false;
            }
            if (got == 0)
            {
                return true;
            }
            bytes[whole..].CopyTo(buffer);
            kept = bytes.Length - whole;
        }
    }

    private static int WholeLetters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var letter = bytes[^back];
            if (letter >= 0xC0)
            {
                var needs =
                    letter >= 0xF0 ? 4
                    : letter >= 0xE0 ? 3
                    : 2;
                return needs > back ? bytes.Length - back : bytes.Length;
            }
            if (letter < 0x80)
            {
                break;
            }
        }
        return bytes.Length;
    }

    // to the end of the first line that says something, ends of lines within quotation marks passed over
    private static string FirstLine(Stream stream, Encoding encoding, string file)
    {
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: Start, leaveOpen: true);
        var buffer = new char[Start];
        var text = new string(buffer, 0, reader.ReadBlock(buffer));
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw Refused.File(file, "this is not text. Save the table as CSV (UTF-8) and name that file.");
        }
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            quoted ^= text[i] == '"';
            if (!quoted && text[i] == '\n' && !string.IsNullOrWhiteSpace(text[..i]))
            {
                return text[..(i + 1)];
            }
        }
        return text;
    }

    private static char Sniff(string header)
    {
        var found = new Dictionary<char, int>
        {
            [','] = 0,
            [';'] = 0,
            ['\t'] = 0,
            ['|'] = 0,
        };
        var quoted = false;
        foreach (var letter in header)
        {
            quoted ^= letter == '"';
            if (!quoted && found.TryGetValue(letter, out var count))
            {
                found[letter] = count + 1;
            }
        }
        var most = found.Values.Max();
        // of equals the comma, which stands first
        return most == 0 ? ',' : new[] { ',', ';', '\t', '|' }.First(letter => found[letter] == most);
    }
}
