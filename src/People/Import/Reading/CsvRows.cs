// Rows of a CSV file, one at a time.
using CsvHelper;

namespace Hearth.People.Import.Reading;

internal static class CsvRows
{
    public static IEnumerable<RawRow> Read(Stream stream, TextLook look)
    {
        using var reader = new StreamReader(
            stream,
            look.Encoding,
            detectEncodingFromByteOrderMarks: true,
            bufferSize: 64 * 1024,
            leaveOpen: true
        );
        using var parser = new CsvParser(reader, look.Configuration(), leaveOpen: true);
        var line = 1;
        while (Next(parser, line))
        {
            yield return new RawRow(line, parser.Record!, parser.RawRecord.TrimEnd('\r', '\n'));
            line = parser.RawRow + 1;
        }
    }

    private static bool Next(CsvParser parser, int line)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException failure)
        {
            throw new UnreadableFileException($"On line {line} a quotation mark opens that is never closed", failure);
        }
    }
}
