// The figures of a year as one table: written with what stands, read back row by row.
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Hearth.Insight.Measures.Management.ImportFigures;

/// <summary>A row as it came.</summary>
/// <param name="Number">As a spreadsheet counts, the headings being 1.</param>
internal sealed record FileRow(int Number, string Measure, string Part, string Stock, Cells Cells);

internal static class FiguresCsv
{
    public const string Measure = "Measure";
    public const string Part = "Part";
    public const string Stock = "Stock";

    /// <summary>The heading of each cell, by the name of its field.</summary>
    public static readonly IReadOnlyDictionary<string, string> Headings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(Cells.Applies)] = "Applies",
        [nameof(Cells.Numerator)] = "Numerator",
        [nameof(Cells.Denominator)] = "Denominator",
        [nameof(Cells.WithoutExtension)] = "Without extension",
        [nameof(Cells.WithExtension)] = "With extension",
        [nameof(Cells.Target)] = "Target",
        [nameof(Cells.SeveralTargets)] = "Several targets",
        [nameof(Cells.TargetsInWords)] = "Targets in words",
    };

    /// <summary>One row a line that is asked for, with what stands in it. The column “What it is” is for the reader and is not read back.</summary>
    public static byte[] Write(YearOfFigures figures)
    {
        using var memory = new MemoryStream();
        using (var writer = new StreamWriter(memory, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (
            var csv = new CsvWriter(
                writer,
                new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }
            )
        )
        {
            Row([Measure, Part, Stock, "What it is", .. Headings.Values]);
            foreach (var line in figures.Asked)
            {
                var cells = Cells.Of(figures[line]);
                Row([
                    line.Measure.Code,
                    line.Measure.Part?.ToString(CultureInfo.InvariantCulture) ?? "",
                    Line.Code(line.Stock),
                    line.Measure.Name,
                    cells.Applies ?? "",
                    cells.Numerator ?? "",
                    cells.Denominator ?? "",
                    cells.WithoutExtension ?? "",
                    cells.WithExtension ?? "",
                    cells.Target ?? "",
                    cells.SeveralTargets ?? "",
                    cells.TargetsInWords ?? "",
                ]);
            }

            void Row(IEnumerable<string> cells)
            {
                foreach (var cell in cells)
                {
                    csv.WriteField(cell);
                }
                csv.NextRecord();
            }
        }
        return memory.ToArray();
    }

    /// <summary>The rows, or what is wrong with the file as a whole.</summary>
    public static (IReadOnlyList<FileRow> Rows, string? Wrong) Read(byte[] file)
    {
        if (file.Length == 0)
        {
            return ([], "The file is empty");
        }
        if (file.AsSpan().StartsWith("PK"u8) || file.Contains((byte)0))
        {
            return ([], "The file is not a CSV file. In your spreadsheet, save it as CSV");
        }
        using var reader = new StringReader(Text(file));
        using var csv = new CsvReader(
            reader,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                DetectDelimiter = true,
                DetectDelimiterValues = [",", ";", "\t"],
                BadDataFound = null,
                MissingFieldFound = null,
                IgnoreBlankLines = false,
                // a quotation mark that is never closed would otherwise swallow the rest of the file
                MaxFieldSize = 16 * 1024,
            }
        );
        try
        {
            return Read(csv);
        }
        catch (MaxFieldSizeException)
        {
            return ([], "A quotation mark in the file is never closed");
        }
    }

    private static (IReadOnlyList<FileRow>, string?) Read(CsvReader csv)
    {
        if (!csv.Read())
        {
            return ([], "The file is empty");
        }
        csv.ReadHeader();
        var columns = (csv.HeaderRecord ?? [])
            .Select((heading, index) => (heading.Trim(), index))
            .GroupBy(column => column.Item1, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First().index, StringComparer.OrdinalIgnoreCase);
        string[] wanting =
        [
            .. new[] { Measure, Part, Stock, Headings[nameof(Cells.Numerator)], Headings[nameof(Cells.Denominator)] }.Where(heading =>
                !columns.ContainsKey(heading)
            ),
        ];
        if (wanting.Length > 0)
        {
            return ([], $"The file has no column “{wanting[0]}”. Download the file to fill in, and keep its headings");
        }
        List<FileRow> rows = [];
        for (var number = 2; csv.Read(); number++)
        {
            if (csv.Parser.Record!.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }
            rows.Add(
                new(
                    number,
                    Cell(Measure),
                    Cell(Part),
                    Cell(Stock),
                    new Cells
                    {
                        Applies = Cell(Headings[nameof(Cells.Applies)]),
                        Numerator = Cell(Headings[nameof(Cells.Numerator)]),
                        Denominator = Cell(Headings[nameof(Cells.Denominator)]),
                        WithoutExtension = Cell(Headings[nameof(Cells.WithoutExtension)]),
                        WithExtension = Cell(Headings[nameof(Cells.WithExtension)]),
                        Target = Cell(Headings[nameof(Cells.Target)]),
                        SeveralTargets = Cell(Headings[nameof(Cells.SeveralTargets)]),
                        TargetsInWords = Cell(Headings[nameof(Cells.TargetsInWords)]),
                    }
                )
            );
        }
        return rows.Count == 0 ? ([], "There are no rows below the headings") : (rows, null);

        string Cell(string heading)
        {
            var text = columns.TryGetValue(heading, out var index) ? (csv.GetField(index) ?? "").Trim() : "";
            // our own file keeps a spreadsheet from running a cell by an apostrophe in front
            return text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;
        }
    }

    /// <summary>What is valid UTF-8 throughout is UTF-8; anything else was written on an English Windows.</summary>
    private static string Text(byte[] file)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(file);
        }
    }
}
