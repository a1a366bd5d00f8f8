// How many parts a text is sent and paid in: 160 signs of the GSM alphabet, or 70 where one sign is not in it. 3GPP TS 23.038 and 23.040.
namespace Hearth.Messaging.Public;

/// <summary>The length of a text as the networks count it.</summary>
/// <param name="Gsm">All its signs are in the GSM alphabet. One Polish or Urdu letter, or one curly quote, and none of it is sent so.</param>
/// <param name="Units">Septets of the GSM alphabet (a euro sign or a square bracket takes two), else units of UTF-16.</param>
/// <param name="Parts">At least 1.</param>
public readonly record struct TextParts(bool Gsm, int Units, int Parts)
{
    private const string Alphabet =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Escaped = "\f^{}\\[~]|€";

    private static readonly System.Buffers.SearchValues<char> InGsm = System.Buffers.SearchValues.Create(Alphabet + Escaped);

    public static TextParts Of(string words)
    {
        var gsm = !words.AsSpan().ContainsAnyExcept(InGsm);
        return gsm ? Count(words, gsm, 160, 153) : Count(words, gsm, 70, 67);
    }

    /// <summary>The most units that so many parts hold.</summary>
    public static int Room(bool gsm, int parts) =>
        (gsm, parts) switch
        {
            (true, 1) => 160,
            (false, 1) => 70,
            (true, _) => 153 * parts,
            _ => 67 * parts,
        };

    // A sign of two units is never cut in two: the part before it stays one shorter.
    private static TextParts Count(string words, bool gsm, int alone, int each)
    {
        var (units, parts, inPart) = (0, 1, 0);
        for (var at = 0; at < words.Length; at++)
        {
            var width = 1;
            if (gsm)
            {
                width = Escaped.Contains(words[at], StringComparison.Ordinal) ? 2 : 1;
            }
            else if (char.IsHighSurrogate(words[at]) && at + 1 < words.Length && char.IsLowSurrogate(words[at + 1]))
            {
                (width, at) = (2, at + 1);
            }
            if (inPart + width > each)
            {
                (parts, inPart) = (parts + 1, 0);
            }
            (units, inPart) = (units + width, inPart + width);
        }
        return new(gsm, units, units <= alone ? 1 : parts);
    }
}
