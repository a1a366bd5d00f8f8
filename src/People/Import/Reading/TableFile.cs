// Opens a file as rows, whatever it is: CSV in any of the usual clothes, or an Excel workbook.
using Hearth.People.Import.Columns;

namespace Hearth.People.Import.Reading;

/// <summary>The table in a file: its headings, and the row they stand in.</summary>
/// <param name="Above">Rows above the headings: report titles.</param>
internal sealed record Table(TableFile File, IReadOnlyList<string> Headings, int HeadingLine, int Above, int Sheet)
{
    /// <summary>The rows below the headings.</summary>
    public IEnumerable<RawRow> Rows() => File.Read(Sheet).SkipWhile(row => row.Line <= HeadingLine);
}

internal sealed class TableFile
{
    private const int LookFor = 60;
    private readonly Stream stream;
    private readonly TextLook? text;
    private readonly bool excel;

    private TableFile(Stream stream, bool excel, TextLook? text) => (this.stream, this.excel, this.text) = (stream, excel, text);

    /// <summary>Looks at the first bytes to see what it is.</summary>
    /// <exception cref="UnreadableFileException">Neither CSV nor Excel, or nothing in it.</exception>
    public static TableFile Open(Stream stream)
    {
        var head = new byte[8];
        stream.Position = 0;
        var got = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (got == 0)
        {
            throw new UnreadableFileException("The file is empty");
        }
        if (head.AsSpan().StartsWith("PK"u8))
        {
            return new(stream, true, null);
        }
        if (head.AsSpan().StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 }))
        {
            return new(stream, true, null);
        }
        if (head.AsSpan().StartsWith("%PDF"u8))
        {
            throw new UnreadableFileException("The file is a PDF. Export it from the housing system as CSV or Excel");
        }
        return new(stream, false, TextLook.At(stream));
    }

    /// <summary>How the text is written, in words; null for Excel.</summary>
    public TextLook? Text => text;

    public IEnumerable<RawRow> Read(int sheet)
    {
        stream.Position = 0;
        return excel ? ExcelRows.Read(stream, sheet) : CsvRows.Read(stream, text!);
    }

    /// <summary>Finds the table: the row that has most headings we know (or all those of <paramref name="map"/>).</summary>
    public Table FindTable(ColumnMap? map = null)
    {
        var sheets = excel ? ExcelRows.Sheets(stream) : 1;
        Table? best = null;
        var most = 0;
        for (var sheet = 0; sheet < sheets; sheet++)
        {
            var above = 0;
            foreach (var row in Read(sheet).Take(LookFor))
            {
                if (row.IsBlank)
                {
                    continue;
                }
                var headings = Tidy(row.Cells);
                var score = Score(headings, map);
                if (score > most)
                {
                    (best, most) = (new Table(this, headings, row.Line, above, sheet), score);
                }
                above++;
            }
        }
        return best ?? WidestRow() ?? throw new UnreadableFileException("The file has no rows");
    }

    private static int Score(IReadOnlyList<string> headings, ColumnMap? map)
    {
        if (map is not null)
        {
            var missing = map.NotAmong(headings).Count;
            return missing == map.Columns.Count ? 0 : map.Columns.Count - missing + 1;
        }
        var known = headings.Select(HeadingGuess.Of).Where(m => m is not null).Select(m => m!.Key).Distinct().Count();
        return known < 2 ? 0 : known;
    }

    // no heading is known: the first row as wide as any is taken for the headings, and the officer says what they mean
    private Table? WidestRow()
    {
        var rows = Read(0).Take(LookFor).Where(row => !row.IsBlank).ToList();
        if (rows.Count == 0)
        {
            return null;
        }
        var width = rows.Max(row => row.Filled);
        var above = rows.FindIndex(row => row.Filled == width);
        return new Table(this, Tidy(rows[above].Cells), rows[above].Line, above, 0);
    }

    private static List<string> Tidy(IReadOnlyList<string> cells)
    {
        var last = cells.Count;
        while (last > 0 && string.IsNullOrWhiteSpace(cells[last - 1]))
        {
            last--;
        }
        return [.. cells.Take(last).Select(cell => string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
    }
}
