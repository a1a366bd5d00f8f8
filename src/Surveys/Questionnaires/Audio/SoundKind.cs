// What a sound file is, by its bytes: MP3, WAV, Ogg, M4A or WebM; null for anything else, whatever its name says.
namespace Hearth.Surveys.Questionnaires.Audio;

internal static class SoundKind
{
    public const int Largest = 5 * 1024 * 1024;

    public static string? Of(ReadOnlySpan<byte> file) =>
        file.Length < 64 ? null
        : file.StartsWith("ID3"u8) || IsFrame(file) ? "audio/mpeg"
        : file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WAVE"u8) ? "audio/wav"
        : file.StartsWith("OggS\0"u8) && IsSound(file[..64]) ? "audio/ogg"
        : file[4..8].SequenceEqual("ftyp"u8) && (file[8..12].SequenceEqual("M4A "u8) || file[8..12].SequenceEqual("M4B "u8)) ? "audio/mp4"
        : file.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])
        && file[..64].IndexOf("webm"u8) > 0
        && file[..Math.Min(file.Length, 4096)].IndexOf("A_OPUS"u8) > 0
            ? "audio/webm"
        : null;

    // ISO/IEC 11172-3: eleven set bits, a version, a layer, a rate and a frequency that are none of the reserved ones
    private static bool IsFrame(ReadOnlySpan<byte> file) =>
        file[0] == 0xFF
        && (file[1] & 0xE0) == 0xE0
        && (file[1] & 0x18) != 0x08
        && (file[1] & 0x06) != 0
        && (file[2] & 0xF0) is not (0xF0 or 0)
        && (file[2] & 0x0C) != 0x0C;

    private static bool IsSound(ReadOnlySpan<byte> page) =>
        page.IndexOf("OpusHead"u8) > 0 || page.IndexOf("vorbis"u8) > 0 || page.IndexOf("fLaC"u8) > 0;
}
