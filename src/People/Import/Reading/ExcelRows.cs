// Rows of a workbook, one at a time: numbers as they read, dates as days.
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Hearth.People.Import.Reading;

internal static class ExcelRows
{
    private const long MostUnpacked = 2L * 1024 * 1024 * 1024;
    private const long MostWords = 256L * 1024 * 1024;

    static ExcelRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static int Sheets(Stream stream)
    {
        using var reader = Open(stream);
        return reader.ResultsCount;
    }

    public static IEnumerable<RawRow> Read(Stream stream, int sheet)
    {
        using var reader = Open(stream);
        for (var skipped = 0; skipped < sheet; skipped++)
        {
            reader.NextResult();
        }
        var line = 0;
        while (Next(reader))
        {
            line++;
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Text(reader, i);
            }
            yield return new RawRow(line, cells, CsvText.Line(cells));
        }
    }

    private static IExcelDataReader Open(Stream stream)
    {
        stream.Position = 0;
        try
        {
            RefuseTooMuch(stream);
            return ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        }
        catch (InvalidPasswordException failure)
        {
            throw new UnreadableFileException("The workbook is locked with a password. Save it without one", failure);
        }
        catch (Exception failure)
            when (failure
                    is ExcelReaderException
                        or IOException
                        or InvalidDataException
                        or FormatException
                        or ArgumentException
                        or System.Xml.XmlException
                        or NullReferenceException
            )
        {
            throw new UnreadableFileException(
                "The file is not a workbook that can be read. It may be damaged: save it again as .xlsx or CSV",
                failure
            );
        }
    }

    // A workbook is a zip: a small one may unpack to more than a machine holds. The reader keeps the shared words whole, and walks through the rest.
    private static void RefuseTooMuch(Stream stream)
    {
        if (stream.ReadByte() == 'P')
        {
            stream.Position = 0;
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (
                zip.Entries.Sum(entry => entry.Length) > MostUnpacked
                || zip.Entries.Any(entry =>
                    entry.Length > MostWords && entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                throw new UnreadableFileException("The workbook unpacks to more than we can read. Save it as CSV");
            }
        }
        stream.Position = 0;
    }

    private static bool Next(IExcelDataReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception failure)
            when (failure is ExcelReaderException or IOException or InvalidDataException or FormatException or System.Xml.XmlException)
        {
            throw new UnreadableFileException("The workbook is damaged. Save it again as .xlsx or CSV", failure);
        }
    }

    private static string Text(IExcelDataReader reader, int column)
    {
        return reader.GetValue(column) switch
        {
            null => "",
            // a formula that came to nothing
            "#N/A" or "#REF!" or "#VALUE!" or "#DIV/0!" or "#NAME?" or "#NULL!" or "#NUM!" => "",
            string text => text,
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            double number when number == Math.Floor(number) && Math.Abs(number) < 1e15 => number.ToString(
                "0",
                CultureInfo.InvariantCulture
            ),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            bool yes => yes ? "Yes" : "No",
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString() ?? "",
        };
    }
}
