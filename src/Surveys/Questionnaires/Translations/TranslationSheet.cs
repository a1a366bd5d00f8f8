// Translations as a table for a translator, out to CSV or Excel and back in.
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Hearth.Surveys.Results;

namespace Hearth.Surveys.Questionnaires.Translations;

internal sealed record SheetIsNone() : Refusal("This is not a translation file. Choose the CSV or Excel file that came from here", "Sheet");

internal sealed record SheetTooLarge() : Refusal("The file must be smaller than 5 MB", "Sheet");

/// <summary>A row of a file that came back.</summary>
internal sealed record SheetText(string Part, string Source, string Text);

internal static class TranslationSheet
{
    public const int Largest = 5 * 1024 * 1024;
    public const int MostRows = 10_000;

    public static readonly string[] Headings = ["part", "what", "English", "translation", "state"];

    public static IEnumerable<string[]> Rows(IReadOnlyList<Part> parts, TranslatedSurvey texts) =>
        parts.Select(part => new[] { part.Key, part.What, part.Source, texts.TextOf(part), State(texts.StateOf(part)) });

    public static byte[] Csv(IEnumerable<string[]> rows)
    {
        var sheet = new CsvSheet();
        foreach (var row in rows.Prepend(Headings))
        {
            foreach (var cell in row)
            {
                sheet.Cell(cell);
            }
            sheet.End();
        }
        return sheet.Bytes();
    }

    /// <summary>Reads a file, by its bytes CSV or Excel; a refusal where it is neither.</summary>
    public static Outcome<IReadOnlyList<SheetText>> Read(byte[] file)
    {
        if (file.Length > Largest)
        {
            return new SheetTooLarge();
        }
        try
        {
            var rows = file.AsSpan().StartsWith("PK"u8) ? Workbook.Read(file, MostRows) : ReadCsv(file);
            return Sort(rows);
        }
        catch (Exception failure) when (failure is CsvHelperException or InvalidDataException or System.Xml.XmlException or FormatException)
        {
            return new SheetIsNone();
        }
    }

    private static Outcome<IReadOnlyList<SheetText>> Sort(IReadOnlyList<string[]> rows)
    {
        if (rows.Count == 0)
        {
            return new SheetIsNone();
        }
        int At(string heading) => Array.FindIndex(rows[0], cell => string.Equals(cell.Trim(), heading, StringComparison.OrdinalIgnoreCase));
        var (part, source, text) = (At(Headings[0]), At(Headings[2]), At(Headings[3]));
        if (part < 0 || text < 0)
        {
            return new SheetIsNone();
        }
        string Cell(string[] row, int at) => at >= 0 && at < row.Length ? Bare(row[at]) : "";
        return new(
            [.. rows.Skip(1).Take(MostRows).Select(row => new SheetText(Cell(row, part).Trim(), Cell(row, source), Cell(row, text)))],
            []
        );
    }

    // the apostrophe that keeps a spreadsheet from running a cell
    private static string Bare(string cell) =>
        cell.Length > 1
        && cell[0] == '\''
        && cell[1..].TrimStart(' ') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '|' or '%', ..]
            ? cell[1..]
            : cell;

    private static List<string[]> ReadCsv(byte[] file)
    {
        using var text = new StreamReader(new MemoryStream(file), detectEncodingFromByteOrderMarks: true);
        var all = text.ReadToEnd();
        if (all.Contains('\0', StringComparison.Ordinal))
        {
            throw new FormatException("Not a text.");
        }
        var first = all.Split('\n', 2)[0];
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = new[] { ',', ';', '\t' }.MaxBy(sign => first.Count(letter => letter == sign)).ToString(),
            BadDataFound = null,
            HasHeaderRecord = false,
        };
        using var parser = new CsvParser(new StringReader(all), configuration);
        var rows = new List<string[]>();
        while (rows.Count <= MostRows && parser.Read())
        {
            rows.Add(parser.Record!);
        }
        return rows;
    }

    private static string State(TranslationState state) =>
        state switch
        {
            TranslationState.Missing => "missing",
            TranslationState.OutOfDate => "the English has changed",
            TranslationState.Unchecked => "not checked",
            _ => "checked",
        };
}
