// One sheet of text as an Excel workbook (ECMA-376), written and read with the zip and XML of the platform, within limits.
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Hearth.Surveys.Questionnaires.Translations;

internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // what a small file may unfold to: a bomb stops here
    private const int LargestPart = 40 * 1024 * 1024;
    private const int MostColumns = 100;

    /// <summary>Every cell a text; none can be a formula.</summary>
    public static byte[] Write(IEnumerable<string[]> rows)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(
                zip,
                "[Content_Types].xml",
                $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""
            );
            Put(
                zip,
                "_rels/.rels",
                $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            );
            Put(
                zip,
                "xl/_rels/workbook.xml.rels",
                $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""
            );
            Put(
                zip,
                "xl/workbook.xml",
                $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Translation" sheetId="1" r:id="r1"/></sheets></workbook>"""
            );
            using var sheet = XmlWriter.Create(
                zip.CreateEntry("xl/worksheets/sheet1.xml").Open(),
                new XmlWriterSettings { CloseOutput = true }
            );
            sheet.WriteStartElement("worksheet", Main);
            sheet.WriteStartElement("sheetData", Main);
            foreach (var row in rows)
            {
                sheet.WriteStartElement("row", Main);
                foreach (var cell in row)
                {
                    sheet.WriteStartElement("c", Main);
                    sheet.WriteAttributeString("t", "inlineStr");
                    sheet.WriteStartElement("is", Main);
                    sheet.WriteStartElement("t", Main);
                    sheet.WriteAttributeString("xml", "space", null, "preserve");
                    sheet.WriteString(cell);
                    sheet.WriteEndElement();
                    sheet.WriteEndElement();
                    sheet.WriteEndElement();
                }
                sheet.WriteEndElement();
            }
            sheet.WriteEndElement();
            sheet.WriteEndElement();
        }
        return file.ToArray();
    }

    /// <summary>The first sheet's rows, as many as allowed.</summary>
    /// <exception cref="InvalidDataException">It is no workbook, or unfolds to more than it may.</exception>
    public static IReadOnlyList<string[]> Read(byte[] file, int mostRows)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        var shared = zip.GetEntry("xl/sharedStrings.xml") is { } strings ? Shared(strings) : [];
        var first = zip
            .Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal))
            .MinBy(entry => (entry.FullName.Length, entry.FullName));
        return Rows(first ?? throw new InvalidDataException("No sheet."), shared, mostRows);
    }

    /// <summary>Every sheet by its name, with as many rows as allowed.</summary>
    /// <exception cref="InvalidDataException">It is no workbook, or unfolds to more than it may.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string[]>> Sheets(byte[] file, int mostRows)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        var shared = zip.GetEntry("xl/sharedStrings.xml") is { } strings ? Shared(strings) : [];
        var targets = Pairs(zip, "xl/_rels/workbook.xml.rels", "Relationship", "Id", "Target");
        var sheets = new Dictionary<string, IReadOnlyList<string[]>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, id) in Pairs(zip, "xl/workbook.xml", "sheet", "name", "r:id").Take(20))
        {
            if (
                targets.GetValueOrDefault(id) is { } target
                && zip.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}") is { } sheet
            )
            {
                sheets.TryAdd(name.Trim(), Rows(sheet, shared, mostRows));
            }
        }
        return sheets;
    }

    private static Dictionary<string, string> Pairs(ZipArchive zip, string part, string element, string key, string value)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = Open(zip.GetEntry(part) ?? throw new InvalidDataException("No workbook."));
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element && xml.GetAttribute(key) is { } name)
            {
                pairs.TryAdd(name, xml.GetAttribute(value) ?? "");
            }
        }
        return pairs;
    }

    private static List<string[]> Rows(ZipArchiveEntry sheet, List<string> shared, int mostRows)
    {
        var rows = new List<string[]>();
        using var xml = Open(sheet);
        while (rows.Count <= mostRows && xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                rows.Add(Row(xml, shared));
            }
        }
        return rows;
    }

    private static string[] Row(XmlReader xml, List<string> shared)
    {
        var cells = new List<string>();
        using var row = xml.ReadSubtree();
        while (row.Read())
        {
            if (row is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }
            var at = Column(row.GetAttribute("r")) ?? cells.Count;
            var isShared = row.GetAttribute("t") == "s";
            using var cell = row.ReadSubtree();
            var text = Text(cell);
            while (cells.Count < at && cells.Count < MostColumns)
            {
                cells.Add("");
            }
            if (cells.Count < MostColumns)
            {
                cells.Add(
                    !isShared ? text
                    : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var which) && which < shared.Count
                        ? shared[which]
                    : ""
                );
            }
        }
        return [.. cells];
    }

    private static List<string> Shared(ZipArchiveEntry entry)
    {
        var shared = new List<string>();
        using var xml = Open(entry);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                using var one = xml.ReadSubtree();
                shared.Add(Text(one));
            }
        }
        return shared;
    }

    // the words of a cell: a value, or the runs of a text; phonetic help is left out
    private static string Text(XmlReader part)
    {
        var text = new StringBuilder();
        var depth = 0;
        while (part.Read())
        {
            switch (part.NodeType)
            {
                case XmlNodeType.Element when part.LocalName is "t" or "v" && !part.IsEmptyElement:
                    depth = part.Depth;
                    break;
                case XmlNodeType.EndElement when part.LocalName is "t" or "v":
                    depth = 0;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when depth > 0:
                    text.Append(part.Value);
                    break;
            }
        }
        return text.ToString();
    }

    // “C7” is the third column, from 0
    private static int? Column(string? reference)
    {
        var at = 0;
        foreach (var sign in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper))
        {
            at = (at * 26) + sign - 'A' + 1;
        }
        return at is > 0 and <= MostColumns ? at - 1 : null;
    }

    private static XmlReader Open(ZipArchiveEntry entry) =>
        XmlReader.Create(
            entry.Open(),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = LargestPart,
                CloseInput = true,
            }
        );

    private static void Put(ZipArchive zip, string name, string xml)
    {
        using var part = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        part.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        part.Write(xml);
    }
}
