// The styles of the Word report: headings that navigation finds, quotes, tables with ruled rows.
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Hearth.Surveys.PanelReport;

internal static class WordStyles
{
    private const string Plum = "6A2459";

    public static Styles All() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = "Arial",
                            HighAnsi = "Arial",
                            ComplexScript = "Arial",
                        },
                        new FontSize { Val = "22" },
                        new Languages { Val = "en-GB" }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new SpacingBetweenLines
                        {
                            After = "120",
                            Line = "276",
                            LineRule = LineSpacingRuleValues.Auto,
                        }
                    )
                )
            ),
            Style("Normal", "Normal", null, 22, isDefault: true),
            Style("Title", "Title", Plum, 52, bold: true, before: 0),
            Style("Subtitle", "Subtitle", null, 24),
            Style("Heading1", "heading 1", Plum, 34, bold: true, before: 360, outline: 0),
            Style("Heading2", "heading 2", null, 26, bold: true, before: 240, outline: 1),
            Style("Strong", "Finding", null, 22, bold: true),
            Style("ListParagraph", "List Paragraph", null, 22, indent: 284),
            Style("Quote", "Quote", null, 22, indent: 567),
            Style("Caption", "caption", null, 20, bold: true, before: 160, keep: true),
            Style("Note", "Note", null, 18),
            Style("TableText", "Table Text", null, 20, after: 40),
            Style("TableHead", "Table Head", null, 20, bold: true, after: 40),
            new Style(
                new StyleName { Val = "Figures" },
                new StyleTableProperties(
                    new TableBorders(
                        new TopBorder { Val = BorderValues.Single, Size = 8 },
                        new BottomBorder { Val = BorderValues.Single, Size = 8 },
                        new InsideHorizontalBorder
                        {
                            Val = BorderValues.Single,
                            Size = 4,
                            Color = "8A7B75",
                        }
                    ),
                    new TableCellMarginDefault(
                        new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                        new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                        new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                        new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa }
                    )
                )
            )
            {
                Type = StyleValues.Table,
                StyleId = "Figures",
                CustomStyle = true,
            }
        );

    private static Style Style(
        string id,
        string name,
        string? colour,
        int size,
        bool bold = false,
        int? before = null,
        int? after = null,
        int? indent = null,
        int? outline = null,
        bool keep = false,
        bool isDefault = false
    )
    {
        var paragraph = new StyleParagraphProperties();
        if (outline is not null || keep)
        {
            paragraph.Append(new KeepNext());
        }
        if (before is not null || after is not null)
        {
            var spacing = new SpacingBetweenLines();
            if (before is not null)
            {
                spacing.Before = Say(before.Value);
            }
            if (after is not null)
            {
                spacing.After = Say(after.Value);
            }
            paragraph.Append(spacing);
        }
        if (indent is { } left)
        {
            paragraph.Append(new Indentation { Left = Say(left) });
        }
        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }
        var run = new StyleRunProperties();
        if (bold)
        {
            run.Append(new Bold());
        }
        if (colour is not null)
        {
            run.Append(new Color { Val = colour });
        }
        run.Append(new FontSize { Val = Say(size) });
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
        {
            style.Default = true;
        }
        else
        {
            style.Append(new BasedOn { Val = "Normal" });
        }
        style.Append(paragraph, run);
        return style;
    }

    private static string Say(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
