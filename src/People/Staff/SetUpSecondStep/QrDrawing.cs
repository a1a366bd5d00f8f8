// A QR code as one path of an SVG: no style of its own, so the content policy has nothing to refuse.
using System.Text;
using QRCoder;

namespace Hearth.People.Staff.SetUpSecondStep;

/// <param name="Side">Modules a side, quiet zone included.</param>
/// <param name="Path">The dark modules.</param>
internal sealed record QrDrawing(int Side, string Path)
{
    public static QrDrawing Empty { get; } = new(0, "");

    public static QrDrawing Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }
        return new(rows.Count, path.ToString());
    }
}
