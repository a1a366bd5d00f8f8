// What a file is by its first bytes, and the file without what it says of place, time and device; or why it is refused.
namespace Hearth.Surveys.Answering.Files;

/// <param name="Content">Cleaned; empty where it is refused.</param>
/// <param name="Refused">The key of the words for the person who sent it.</param>
internal sealed record Cleaned(byte[] Content, string MediaType, string Ending, string? Refused = null)
{
    public const int Largest = 10 * 1024 * 1024;

    private const string NotTaken = "file.not-taken";

    public static Cleaned From(byte[] file)
    {
        if (file.Length == 0)
        {
            return No("file.empty");
        }
        if (file.Length > Largest)
        {
            return No("file.too-large");
        }
        var start = file.AsSpan();
        try
        {
            return start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? new(CleanJpeg.Of(file), "image/jpeg", ".jpg")
                : start.StartsWith(CleanPng.Signature) ? new(CleanPng.Of(file), "image/png", ".png")
                : start.StartsWith("RIFF"u8) && start.Length > 12 && start[8..12].SequenceEqual("WEBP"u8)
                    ? new(CleanWebp.Of(file), "image/webp", ".webp")
                : start.StartsWith("%PDF-"u8) ? new(file, "application/pdf", ".pdf")
                : start.Length > 12 && start[4..8].SequenceEqual("ftyp"u8) && IsHeic(start[8..12]) ? No("file.heic")
                : No(NotTaken);
        }
        catch (BrokenImage)
        {
            return No("file.damaged");
        }
    }

    private static bool IsHeic(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("hevc"u8);

    private static Cleaned No(string words) => new([], "", "", words);
}

/// <summary>The file does not hold what its first bytes promise.</summary>
internal sealed class BrokenImage() : Exception("The image is cut short or malformed.");
