// A QR code as the path of an SVG: rows of dark modules, each run of them one rectangle.
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Hearth.Messaging.Letters;

/// <param name="Side">Modules along a side, the quiet zone of four included.</param>
/// <param name="Path">The dark modules, in units of one module.</param>
internal sealed record QrSquare(int Side, string Path)
{
    /// <summary>Level M stands a fold or a stain of up to 15 in 100.</summary>
    public static QrSquare Of(string url)
    {
        using var data = QRCodeGenerator.GenerateQrCode(url, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            var row = data.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                if (!row[x])
                {
                    continue;
                }
                var start = x;
                while (x + 1 < row.Count && row[x + 1])
                {
                    x++;
                }
                var length = x - start + 1;
                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{length}v1h-{length}z");
            }
        }
        return new(data.ModuleMatrix.Count, path.ToString());
    }

    /// <summary>The square, with words for those who cannot see it.</summary>
    public IHtmlContent Draw(string label) =>
        new HtmlString(
            $"""<svg viewBox="0 0 {Side} {Side}" role="img" aria-label="{HtmlEncoder.Default.Encode(label)}" shape-rendering="crispEdges"><rect width="{Side}" height="{Side}" fill="#fff" /><path fill="#000" d="{Path}" /></svg>"""
        );
}
