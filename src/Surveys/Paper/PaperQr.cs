// The QR code of a form, drawn into the page.
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Hearth.Surveys.Paper;

internal static class PaperQr
{
    /// <summary>Level M stands a fold or a stain of up to 15 in 100.</summary>
    public static IHtmlContent Draw(string url, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(url, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < data.ModuleMatrix[y].Count; x++)
            {
                if (data.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }
        var side = data.ModuleMatrix.Count;
        return new HtmlString(
            $"""<svg viewBox="0 0 {side} {side}" role="img" aria-label="{HtmlEncoder.Default.Encode(label)}" shape-rendering="crispEdges"><rect width="{side}" height="{side}" fill="#fff" /><path fill="#000" d="{path}" /></svg>"""
        );
    }
}
