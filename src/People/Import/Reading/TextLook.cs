// How a text file is written: in which letters, and what parts its cells.
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using CsvHelper.Configuration;

namespace Hearth.People.Import.Reading;

internal sealed record TextLook(Encoding Encoding, string EncodingName, string Delimiter)
{
    private static readonly string[] Delimiters = [",", ";", "\t", "|"];

    static TextLook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public string DelimiterName =>
        Delimiter switch
        {
            "," => "commas",
            ";" => "semicolons",
            "\t" => "tabs",
            _ => "upright bars",
        };

    public static TextLook At(Stream stream)
    {
        var (encoding, name) = EncodingOf(stream);
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var start = new char[64 * 1024];
        var got = reader.ReadBlock(start);
        var text = new string(start, 0, got);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new UnreadableFileException("The file is not a table. Choose a CSV or Excel file");
        }
        return new(encoding, name, Sniff(text));
    }

    public CsvConfiguration Configuration(string? delimiter = null) =>
        new(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter ?? Delimiter,
            IgnoreBlankLines = false,
            BadDataFound = null,
            // a quotation mark that is never closed would otherwise swallow the rest of the file
            MaxFieldSize = 32 * 1024,
        };

    /// <summary>A byte order mark says it; else what is valid UTF-8 throughout is UTF-8, and anything else was written on an English Windows.</summary>
    private static (Encoding, string) EncodingOf(Stream stream)
    {
        stream.Position = 0;
        var buffer = new byte[128 * 1024];
        var got = stream.ReadAtLeast(buffer, 3, throwOnEndOfStream: false);
        if (got >= 2 && ((buffer[0] == 0xFF && buffer[1] == 0xFE) || (buffer[0] == 0xFE && buffer[1] == 0xFF)))
        {
            return (buffer[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode, "UTF-16");
        }
        if (got >= 3 && buffer.AsSpan().StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }))
        {
            return (Encoding.UTF8, "UTF-8");
        }
        var kept = got;
        while (true)
        {
            var whole = kept - Unfinished(buffer.AsSpan(0, kept));
            if (!Utf8.IsValid(buffer.AsSpan(0, whole)))
            {
                return (Encoding.GetEncoding(1252), "Windows-1252");
            }
            buffer.AsSpan(whole, kept - whole).CopyTo(buffer);
            kept -= whole;
            var more = stream.Read(buffer, kept, buffer.Length - kept);
            if (more == 0)
            {
                return kept == 0 ? (Encoding.UTF8, "UTF-8") : (Encoding.GetEncoding(1252), "Windows-1252");
            }
            kept += more;
        }
    }

    // bytes at the end that begin a letter whose rest is in the next buffer
    private static int Unfinished(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if ((b & 0xC0) == 0xC0)
            {
                var needs =
                    b >= 0xF0 ? 4
                    : b >= 0xE0 ? 3
                    : 2;
                return needs > back ? back : 0;
            }
            if ((b & 0x80) == 0)
            {
                return 0;
            }
        }
        return 0;
    }

    private static string Sniff(string text)
    {
        var best = ",";
        var most = 0;
        foreach (var delimiter in Delimiters)
        {
            var widths = new List<int>();
            try
            {
                using var parser = new CsvParser(new StringReader(text), new TextLook(Encoding.UTF8, "", delimiter).Configuration());
                while (widths.Count < 200 && parser.Read())
                {
                    widths.Add(parser.Count);
                }
            }
            catch (MaxFieldSizeException)
            {
                // the look ended inside a long cell; what was read so far is judged
            }
            // the most usual width, and how many rows have it: titles above and totals below are few
            var score = widths.Where(w => w > 1).GroupBy(w => w).Select(g => (g.Key - 1) * g.Count()).DefaultIfEmpty().Max();
            if (score > most)
            {
                (best, most) = (delimiter, score);
            }
        }
        return best;
    }
}
