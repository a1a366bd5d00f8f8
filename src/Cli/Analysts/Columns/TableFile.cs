// A CSV file an analyst hands over: its headings, and its rows from the top as often as they are wanted.
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Hearth.Cli.Analysts.Columns;

internal sealed class TableFile : IDisposable
{
    // a quotation mark that is never closed would otherwise take the rest of the file for one cell
    private const int LongestCell = 32 * 1024;

    private readonly Stream stream;

    private TableFile(Stream stream, string name)
    {
        (this.stream, Name) = (stream, name);
        Look = TableLook.At(stream, name);
        using var rows = Read(null, everyCell: false);
        if (!rows.Next())
        {
            throw Refused.File(name, "the file has no header row. The first line names the columns.");
        }
        Headings = [.. rows.Cells.Select(heading => heading.Trim())];
        HeaderLine = rows.Line;
        RefuseRepeatedHeadings();
    }

    /// <summary>The file as its person named it.</summary>
    public string Name { get; }

    public TableLook Look { get; }

    public IReadOnlyList<string> Headings { get; }

    public int HeaderLine { get; }

    public static TableFile Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw Refused.Words($"{path} is a folder. Name the file in it.");
        }
        if (!File.Exists(path))
        {
            throw Refused.Words($"There is no file {path}.");
        }
        var stream = Source(path);
        try
        {
            return new(stream, Path.GetFileName(path));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    // rows are gone through more than once, and what comes through a pipe comes once
    private static Stream Source(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 128 * 1024);
        if (file.CanSeek)
        {
            return file;
        }
        using (file)
        {
            var all = new MemoryStream();
            file.CopyTo(all);
            return all;
        }
    }

    /// <summary>The same over what is in memory.</summary>
    public static TableFile Over(Stream stream, string name) => new(stream, name);

    /// <summary>Where a column stands; refused where there is none of that name.</summary>
    public int PlaceOf(string column) =>
        Find(column)
        ?? throw Refused.At(
            Name,
            HeaderLine,
            $"there is no column “{column}”. There are: {string.Join(", ", Headings)}. Name one of these."
        );

    /// <summary>Where a column stands: by its exact name, else by its letters whatever their case; null where there is none.</summary>
    public int? Find(string column)
    {
        var wanted = column.Trim();
        foreach (var how in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase })
        {
            int[] places =
            [
                .. Headings.Index().Where(heading => string.Equals(heading.Item, wanted, how)).Select(heading => heading.Index),
            ];
            if (places.Length > 1)
            {
                throw Refused.At(
                    Name,
                    HeaderLine,
                    $"“{wanted}” may be {string.Join(" or ", places.Select(place => $"“{Headings[place]}”"))}. Name it as it is written."
                );
            }
            if (places.Length == 1)
            {
                return places[0];
            }
        }
        return null;
    }

    /// <summary>All rows below the headings, from the first.</summary>
    /// <param name="everyCell">Whether every cell is read and passed on, so that none is worth keeping for the next row.</param>
    public TableRows Rows(bool everyCell = false)
    {
        var rows = Read(Headings, everyCell);
        rows.Next();
        return rows;
    }

    public void Dispose() => stream.Dispose();

    private TableRows Read(IReadOnlyList<string>? headings, bool everyCell)
    {
        stream.Position = 0;
        var reader = new StreamReader(
            stream,
            Look.Encoding,
            detectEncodingFromByteOrderMarks: true,
            bufferSize: 64 * 1024,
            leaveOpen: true
        );
        return new(new CsvParser(reader, Configuration(everyCell)), Name, headings);
    }

    private CsvConfiguration Configuration(bool everyCell) =>
        new(CultureInfo.InvariantCulture)
        {
            Delimiter = Look.Delimiter.ToString(),
            IgnoreBlankLines = false,
            CacheFields = !everyCell,
            MaxFieldSize = LongestCell,
            BadDataFound = bad =>
                throw Refused.At(
                    Name,
                    bad.Context.Parser!.RawRow,
                    "a quotation mark stands where it cannot be read. Put the whole cell in quotation marks and double those within it, or take it out."
                ),
        };

    private void RefuseRepeatedHeadings()
    {
        var repeated = Headings
            .Index()
            .Where(heading => heading.Item.Length > 0)
            .GroupBy(heading => heading.Item)
            .FirstOrDefault(same => same.Count() > 1);
        if (repeated is not null)
        {
            var places = string.Join(" and ", repeated.Select(heading => heading.Index + 1));
            throw Refused.At(
                Name,
                HeaderLine,
                $"the heading “{repeated.Key}” stands twice, in columns {places}. Rename or remove one of them."
            );
        }
    }
}
