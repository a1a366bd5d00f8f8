// What a file is by its first bytes, and the file without what it says of place, time and device; or why it is refused.
namespace Hearth.Surveys.Answering.Files;

/// <param name="Content">Cleaned; empty where it is refused.</param>
/// <param name="Refused">In words for the person who sent it.</param>
internal sealed record Cleaned(byte[] Content, string MediaType, string Ending, string? Refused = null)
{
    public const int Largest = 10 * 1024 * 1024;

    private const string NotTaken = "We can take photos (JPEG, PNG or WebP) and PDFs. Choose another file";

    public static Cleaned From(byte[] file)
    {
        if (file.Length == 0)
        {
            return No("This file is empty. Choose another file");
        }
        if (file.Length > Largest)
        {
            return No("This file is larger than 10 MB. Choose a smaller one, or take the photo again with less detail");
        }
        var start = file.AsSpan();
        try
        {
            return start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? new(CleanJpeg.Of(file), "image/jpeg", ".jpg")
                : start.StartsWith(CleanPng.Signature) ? new(CleanPng.Of(file), "image/png", ".png")
                : start.StartsWith("RIFF"u8) && start.Length > 12 && start[8..12].SequenceEqual("WEBP"u8)
                    ? new(CleanWebp.Of(file), "image/webp", ".webp")
                : start.StartsWith("%PDF-"u8) ? new(file, "application/pdf", ".pdf")
                : start.Length > 12 && start[4..8].SequenceEqual("ftyp"u8) && IsHeic(start[8..12])
                    ? No(
                        "We cannot take this kind of photo (HEIC). In your phone’s camera settings choose ‘Most compatible’, or send a screenshot of it"
                    )
                : No(NotTaken);
        }
        catch (BrokenImage)
        {
            return No("This photo is damaged, so we cannot read it. Choose another, or take it again");
        }
    }

    private static bool IsHeic(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("hevc"u8);

    private static Cleaned No(string words) => new([], "", "", words);
}

/// <summary>The file does not hold what its first bytes promise.</summary>
internal sealed class BrokenImage() : Exception("The image is cut short or malformed.");
