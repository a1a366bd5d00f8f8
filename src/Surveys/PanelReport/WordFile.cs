// The report as a Word document: real headings, tables whose first row is a heading on every page, charts with words for those who cannot see them.
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Hearth.DesignSystem.Public.Charts;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.PanelReport;

internal static class WordFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Of(Report report, string landlord)
    {
        var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.All();
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
                new Compatibility(
                    new CompatibilitySetting
                    {
                        Name = CompatSettingNameValues.CompatibilityMode,
                        Uri = "http://schemas.microsoft.com/office/word",
                        Val = "15",
                    }
                )
            );
            file.PackageProperties.Title = report.Title;
            file.PackageProperties.Creator = landlord;
            file.PackageProperties.Language = "en-GB";
            var body = new Body(
                Words(report.Title, "Title"),
                Words(report.Sub, "Subtitle"),
                Words($"{landlord}, {report.On.Written()}", "Subtitle")
            );
            foreach (var (number, block) in report.Blocks.Index())
            {
                body.Append(Elements(block, main, number + 1));
            }
            body.Append(
                new SectionProperties(
                    new PageSize { Width = 11906, Height = 16838 },
                    new PageMargin
                    {
                        Top = 1134,
                        Right = 1134,
                        Bottom = 1134,
                        Left = 1134,
                        Header = 567,
                        Footer = 567,
                        Gutter = 0,
                    }
                )
            );
            main.Document = new Document(body);
        }
        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Elements(Block block, MainDocumentPart main, int number) =>
        block switch
        {
            Heading heading => [Words(heading.Words, heading.Level == 2 ? "Heading1" : "Heading2")],
            Paragraph paragraph => [Words(paragraph.Words, paragraph.Strong ? "Strong" : null)],
            Points points => points.Items.Select(item => Words("•\u00A0" + item, "ListParagraph")),
            Quotes quotes => quotes.Items.Select(item => Words($"“{item}”", "Quote")),
            Figures figures => Table(figures.Table),
            ShareBar bar => [WordPicture.Of(bar, main, number)],
            _ => throw new InvalidOperationException($"A report does not hold {block.GetType().Name}."),
        };

    private static IEnumerable<OpenXmlElement> Table(FiguresTable figures)
    {
        yield return Words(figures.Caption, "Caption");
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = "Figures" },
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableLook { FirstRow = true, FirstColumn = true },
                new TableCaption { Val = figures.Caption }
            ),
            new TableGrid(
                figures.Columns.Select(_ => new GridColumn
                {
                    Width = (9638 / figures.Columns.Count).ToString(System.Globalization.CultureInfo.InvariantCulture),
                })
            )
        );
        table.Append(
            new TableRow([
                new TableRowProperties(new CantSplit(), new TableHeader()),
                .. figures.Columns.Select(
                    (title, column) => (OpenXmlElement)Cell(title, strong: true, right: column > 0 && !IsWords(figures, column))
                ),
            ])
        );
        foreach (var row in figures.Rows)
        {
            table.Append(
                new TableRow([
                    new TableRowProperties(new CantSplit()),
                    Cell(row.Head, strong: false, right: false),
                    .. row.Cells.Select((cell, column) => (OpenXmlElement)Cell(cell, strong: false, right: !IsWords(figures, column + 1))),
                ])
            );
        }
        yield return table;
        yield return Words(figures.Note ?? "", figures.Note is null ? null : "Note");
    }

    // a column of figures stands at the right, one of sentences at the left
    private static bool IsWords(FiguresTable figures, int column) => figures.Rows.Any(row => row.Cells[column - 1].Length > 30);

    private static TableCell Cell(string words, bool strong, bool right)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = strong ? "TableHead" : "TableText" });
        if (right)
        {
            properties.Append(new Justification { Val = JustificationValues.Right });
        }
        return new TableCell(new DocumentFormat.OpenXml.Wordprocessing.Paragraph(properties, Runs(words)));
    }

    private static DocumentFormat.OpenXml.Wordprocessing.Paragraph Words(string words, string? style)
    {
        var paragraph = new DocumentFormat.OpenXml.Wordprocessing.Paragraph();
        if (style is not null)
        {
            paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        }
        paragraph.Append(Runs(words));
        return paragraph;
    }

    // Letters that XML cannot hold were never typed by anyone; a new line stays one.
    private static Run Runs(string words)
    {
        var run = new Run();
        foreach (var (number, line) in words.Split('\n').Index())
        {
            if (number > 0)
            {
                run.Append(new Break());
            }
            run.Append(
                new Text(string.Concat(line.Where(letter => System.Xml.XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter))))
                {
                    Space = SpaceProcessingModeValues.Preserve,
                }
            );
        }
        return run;
    }
}
