// Goes through the rows of a file one at a time and knows on which line each begins.
using CsvHelper;

namespace Hearth.Cli.Analysts.Columns;

internal sealed class TableRows(CsvParser parser, string file, IReadOnlyList<string>? headings) : IDisposable
{
    private int next = 1;

    /// <summary>The line the row begins on, the header row's being 1 as a rule.</summary>
    public int Line { get; private set; }

    /// <summary>A cell without the spaces round it.</summary>
    public string this[int column] => parser[column].Trim();

    /// <summary>All cells as they stand.</summary>
    public string[] Cells => parser.Record!;

    /// <summary>To the next row that is not blank; false after the last.</summary>
    public bool Next()
    {
        while (true)
        {
            Line = next;
            if (!Read())
            {
                return false;
            }
            next = parser.RawRow + 1;
            RefuseOpenQuotation();
            if (parser.Count == 1 && string.IsNullOrWhiteSpace(parser[0]))
            {
                continue;
            }
            if (headings is not null && parser.Count != headings.Count)
            {
                throw Refused.At(
                    file,
                    Line,
                    $"the row has {parser.Count} cells, the header row has {headings.Count}. Put cells that hold a comma in quotation marks, and leave no cell out."
                );
            }
            return true;
        }
    }

    public void Dispose() => parser.Dispose();

    private bool Read()
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw OpenQuotation();
        }
    }

    // only a row of several lines can have swallowed others
    private void RefuseOpenQuotation()
    {
        if (parser.RawRow > Line && parser.RawRecord.AsSpan().Count('"') % 2 != 0)
        {
            throw OpenQuotation();
        }
    }

    private Refused OpenQuotation() =>
        Refused.At(file, Line, "a quotation mark opens here that is never closed. Close it, or take it out.");
}
