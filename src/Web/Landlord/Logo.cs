// A logo somebody uploads: an SVG drawing without script or ties to other sites, or a PNG picture.
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Hearth.Web.Landlord;

/// <param name="Svg">The drawing, or null.</param>
/// <param name="Png">The picture in base 64, or null.</param>
/// <param name="Refusal">In words, or null.</param>
internal sealed record Logo(string? Svg, string? Png, string? Refusal)
{
    public const string PngPath = "/landlord-logo.png";
    public const int MostBytes = 200_000;

    private const int MostPixels = 4000;

    private static readonly string[] Active = ["script", "foreignObject", "iframe", "object", "embed", "animate", "set", "handler"];

    public static Logo Read(byte[] file)
    {
        if (file.Length > MostBytes)
        {
            return Refuse("Choose a logo smaller than 200 KB");
        }
        if (file.AsSpan().StartsWith("\x89PNG\r\n\x1a\n"u8) || (file.Length > 8 && file[0] == 0x89 && file[1] == (byte)'P'))
        {
            return ReadPng(file);
        }
        return ReadSvg(file);
    }

    /// <summary>Changes with the content, so that a new logo is seen at once.</summary>
    public static string Mark(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 5));

    private static Logo ReadPng(byte[] file)
    {
        if (file.Length < 33 || !file.AsSpan(12, 4).SequenceEqual("IHDR"u8))
        {
            return Refuse("The PNG picture cannot be read. Save it again and choose it once more");
        }
        var (width, height) = (
            BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(16)),
            BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(20))
        );
        return width is 0 or > MostPixels || height is 0 or > MostPixels
            ? Refuse("Choose a PNG picture of at most 4,000 pixels each way")
            : new(null, Convert.ToBase64String(file), null);
    }

    private static Logo ReadSvg(byte[] file)
    {
        XElement root;
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(file),
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    MaxCharactersInDocument = MostBytes,
                }
            );
            root = XElement.Load(reader);
        }
        catch (XmlException)
        {
            return Refuse("Choose an SVG drawing or a PNG picture");
        }
        if (root.Name.LocalName != "svg")
        {
            return Refuse("Choose an SVG drawing or a PNG picture");
        }
        var all = root.DescendantsAndSelf().ToList();
        var dangerous =
            all.Any(e => Active.Contains(e.Name.LocalName, StringComparer.OrdinalIgnoreCase))
            || all.SelectMany(e => e.Attributes()).Any(IsDangerous)
            || all.Where(e => e.Name.LocalName == "style")
                .Any(e =>
                    e.Value.Contains("url(", StringComparison.OrdinalIgnoreCase)
                    || e.Value.Contains("@import", StringComparison.OrdinalIgnoreCase)
                );
        if (dangerous)
        {
            return Refuse("Choose an SVG drawing without script and without links to other sites");
        }
        var drawing = root.ToString(SaveOptions.DisableFormatting);
        return drawing.StartsWith("<svg", StringComparison.Ordinal)
            ? new(drawing, null, null)
            : Refuse("Choose an SVG drawing or a PNG picture");
    }

    private static bool IsDangerous(XAttribute attribute)
    {
        var value = attribute.Value.Trim();
        return attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || (
                attribute.Name.LocalName.Equals("href", StringComparison.OrdinalIgnoreCase)
                && !value.StartsWith('#')
                && !value.StartsWith("data:image/png", StringComparison.OrdinalIgnoreCase)
            )
            || value.Contains("javascript:", StringComparison.OrdinalIgnoreCase);
    }

    private static Logo Refuse(string words) => new(null, null, words);
}
