// Sheets of text as an Excel workbook, out and in, within limits.
using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Hearth.Surveys.Questionnaires.Translations;

internal static class Workbook
{
    // what a small file may unpack to, and what a sheet may say: a bomb stops here
    private const long MostUnpacked = 40L * 1024 * 1024;
    private const int MostSheets = 20;
    private const int MostColumns = 100;

    /// <summary>Every cell a text; none can be a formula.</summary>
    public static byte[] Write(IEnumerable<string[]> rows)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(rows.Select(row => new Row(row.Select(Cell)))));
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
                new Sheets(
                    new Sheet
                    {
                        Name = "Translation",
                        SheetId = 1,
                        Id = book.GetIdOfPart(part),
                    }
                )
            );
        }
        return file.ToArray();
    }

    /// <summary>The first sheet's rows, as many as allowed and one more.</summary>
    /// <exception cref="InvalidDataException">It is no workbook, or unpacks to more than it may.</exception>
    public static IReadOnlyList<string[]> Read(byte[] file, int mostRows) => All(file, mostRows, 1)[0].Rows;

    /// <summary>Every sheet by its name, with as many rows as allowed and one more.</summary>
    /// <exception cref="InvalidDataException">It is no workbook, or unpacks to more than it may.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string[]>> Sheets(byte[] file, int mostRows) =>
        All(file, mostRows, MostSheets)
            .DistinctBy(sheet => sheet.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(sheet => sheet.Name, sheet => sheet.Rows, StringComparer.OrdinalIgnoreCase);

    private static List<(string Name, IReadOnlyList<string[]> Rows)> All(byte[] file, int mostRows, int mostSheets)
    {
        try
        {
            RefuseTooMuch(file);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file));
            var sheets = new List<(string, IReadOnlyList<string[]>)>();
            do
            {
                var rows = new List<string[]>();
                while (rows.Count <= mostRows && reader.Read())
                {
                    rows.Add([.. Enumerable.Range(0, Math.Min(reader.FieldCount, MostColumns)).Select(at => Text(reader.GetValue(at)))]);
                }
                sheets.Add((reader.Name.Trim(), rows));
            } while (sheets.Count < mostSheets && reader.NextResult());
            return sheets;
        }
        // what the reader says of a file that is not what it seems
        catch (Exception failure)
            when (failure
                    is ExcelReaderException
                        or IOException
                        or FormatException
                        or ArgumentException
                        or OverflowException
                        or System.Xml.XmlException
                        or NullReferenceException
            )
        {
            throw new InvalidDataException("No workbook.", failure);
        }
    }

    private static void RefuseTooMuch(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        if (zip.Entries.Sum(entry => entry.Length) > MostUnpacked)
        {
            throw new InvalidDataException("It unpacks to too much.");
        }
    }

    private static Cell Cell(string text) =>
        new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString };

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString() ?? "",
        };
}
