// A chart in the Word report: the picture, and in words all that it shows.
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Hearth.Surveys.PanelReport;

internal static class WordPicture
{
    // 16 cm wide, in English Metric Units
    private const long Across = 16 * 360_000;
    private const long Down = Across * BarPicture.Height / BarPicture.Width;

    public static DocumentFormat.OpenXml.Wordprocessing.Paragraph Of(ShareBar bar, MainDocumentPart main, int number)
    {
        var image = main.AddImagePart(ImagePartType.Png);
        using (var png = new MemoryStream(BarPicture.Of(bar.Parts)))
        {
            image.FeedData(png);
        }
        var id = (uint)number;
        var name = $"Chart {number}";
        var picture = new Pictures.Picture(
            new Pictures.NonVisualPictureProperties(
                new Pictures.NonVisualDrawingProperties
                {
                    Id = id,
                    Name = name,
                    Description = bar.Alt,
                },
                new Pictures.NonVisualPictureDrawingProperties()
            ),
            new Pictures.BlipFill(new Blip { Embed = main.GetIdOfPart(image) }, new Stretch(new FillRectangle())),
            new Pictures.ShapeProperties(
                new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = Across, Cy = Down }),
                new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle }
            )
        );
        return new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
            new DocumentFormat.OpenXml.Wordprocessing.Run(
                new DocumentFormat.OpenXml.Wordprocessing.Drawing(
                    new Inline(
                        new Extent { Cx = Across, Cy = Down },
                        new DocProperties
                        {
                            Id = id,
                            Name = name,
                            Description = bar.Alt,
                        },
                        new Graphic(new GraphicData(picture) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" })
                    )
                    {
                        DistanceFromTop = 0,
                        DistanceFromBottom = 0,
                        DistanceFromLeft = 0,
                        DistanceFromRight = 0,
                    }
                )
            )
        );
    }
}
