// A photograph leaves its place, time and device behind, and stays the same picture.
using Hearth.DesignSystem.Public;
using Hearth.Surveys.Answering.Files;

namespace Hearth.Surveys.Tests.Answering;

public sealed class CleaningTests
{
    [Fact]
    public void A_photograph_loses_its_place_and_everything_else_it_says_of_who_took_it_and_keeps_its_picture()
    {
        var taken = Pictures.JpegWithPlace();
        Assert.True(Pictures.Holds(taken, Pictures.Latitude));

        var cleaned = Cleaned.From(taken);

        Assert.Equal(("image/jpeg", ".jpg", null), (cleaned.MediaType, cleaned.Ending, cleaned.Refused));
        Assert.False(Pictures.Holds(cleaned.Content, Pictures.Latitude));
        foreach (var said in new[] { Pictures.Camera, Pictures.Comment, "GPSLatitude", "York", "a film", "53.9596" })
        {
            Assert.False(Pictures.Holds(cleaned.Content, System.Text.Encoding.ASCII.GetBytes(said)), said);
        }
        // the picture, byte for byte, then its end and nothing after it
        byte[] picture = [.. Pictures.JpegPicture.SelectMany(part => part), 0xFF, 0xD9];
        Assert.Equal(picture, cleaned.Content[^picture.Length..]);
        Assert.True(Pictures.Holds(cleaned.Content, "ICC_PROFILE"u8));
    }

    [Fact]
    public void A_turned_photograph_stays_turned()
    {
        var cleaned = Cleaned.From(Pictures.JpegWithPlace(turned: 6)).Content;

        var exif = cleaned.AsSpan().IndexOf("Exif\0\0"u8);
        // big-endian, one entry: tag 0x0112, type 3, one value, 6
        Assert.Equal(new byte[] { 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0 }, cleaned.AsSpan(exif + 14, 18).ToArray());
        Assert.Equal(-1, Cleaned.From(Pictures.JpegWithPlace(turned: 1)).Content.AsSpan().IndexOf("Exif"u8));
    }

    [Fact]
    public void A_picture_in_png_and_in_webp_loses_its_place_too()
    {
        var png = Cleaned.From(Pictures.PngWithPlace());
        Assert.Equal("image/png", png.MediaType);
        Assert.False(Pictures.Holds(png.Content, Pictures.Latitude));
        Assert.False(
            Pictures.Holds(png.Content, "tEXt"u8) || Pictures.Holds(png.Content, "tIME"u8) || Pictures.Holds(png.Content, "after"u8)
        );
        Assert.True(
            Pictures.Holds(png.Content, "IHDR"u8) && Pictures.Holds(png.Content, "IDAT"u8) && Pictures.Holds(png.Content, "gAMA"u8)
        );

        var webp = Cleaned.From(Pictures.WebpWithPlace());
        Assert.Equal("image/webp", webp.MediaType);
        Assert.False(Pictures.Holds(webp.Content, Pictures.Latitude) || Pictures.Holds(webp.Content, "xmpmeta"u8));
        Assert.Equal(webp.Content.Length - 8, BitConverter.ToInt32(webp.Content, 4));
        // it no longer promises Exif or XMP, and still promises transparency
        Assert.Equal(0x10, webp.Content[20]);
    }

    [Theory]
    [InlineData("MZ\u0090 a program called photo.jpg", "We can take photos")]
    [InlineData("<svg onload=alert(1)>", "We can take photos")]
    [InlineData("", "This file is empty")]
    [InlineData("\0\0\0\u0018ftypheic and so on", "kind of photo (HEIC)")]
    public void What_is_no_picture_is_refused_whatever_it_is_called(string content, string words) =>
        Assert.Contains(words, Phrases.InEnglish[Cleaned.From(System.Text.Encoding.Latin1.GetBytes(content)).Refused!]);

    [Fact]
    public void A_picture_that_is_cut_short_anywhere_is_refused_and_breaks_nothing()
    {
        foreach (var whole in new[] { Pictures.JpegWithPlace()[..^35], Pictures.PngWithPlace()[..^14], Pictures.WebpWithPlace() })
        {
            for (var length = 13; length < whole.Length; length++)
            {
                Assert.NotNull(Cleaned.From(whole[..length]).Refused);
            }
        }
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused() =>
        Assert.Contains("larger than 10 MB", Phrases.InEnglish[Cleaned.From(new byte[Cleaned.Largest + 1]).Refused!]);

    [Theory]
    [InlineData("C:\\Users\\ada\\bathroom.exe", "bathroom.jpg")]
    [InlineData("../../etc/passwd", "passwd.jpg")]
    [InlineData("wilgoć w łazience.JPG", "wilgoć w łazience.jpg")]
    [InlineData("\"; rm -rf.jpg", "rm -rf.jpg")]
    [InlineData("...", "file.jpg")]
    public void A_name_keeps_its_letters_and_nothing_that_a_system_could_take_for_a_path(string claimed, string kept) =>
        Assert.Equal(kept, KeepFile.Named(claimed, ".jpg"));
}
