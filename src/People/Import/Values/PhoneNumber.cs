// Telephone numbers in the form of ITU-T E.164; a number without a country is a British one.
using System.Text.RegularExpressions;

namespace Hearth.People.Import.Values;

internal static partial class PhoneNumber
{
    /// <summary>Reads the first usable number of a cell: <c>07700 900123</c>, <c>+44 (0)1632 960001</c>, <c>7700900123</c> from a sheet that lost the nought.</summary>
    public static bool TryRead(string text, out string e164)
    {
        foreach (var part in Parting().Split(text))
        {
            if (TryOne(part, out e164))
            {
                return true;
            }
        }
        e164 = "";
        return false;
    }

    public static bool IsMobile(string e164) =>
        e164.StartsWith("+447", StringComparison.Ordinal) && !e164.StartsWith("+4470", StringComparison.Ordinal);

    /// <summary>As people in England write it.</summary>
    public static string Shown(string e164)
    {
        if (!e164.StartsWith("+44", StringComparison.Ordinal) || e164.Length != 13)
        {
            return e164;
        }
        var national = "0" + e164[3..];
        return national[1] switch
        {
            '2' => $"{national[..3]} {national[3..7]} {national[7..]}",
            '3' or '8' => $"{national[..4]} {national[4..7]} {national[7..]}",
            _ => $"{national[..5]} {national[5..]}",
        };
    }

    private static bool TryOne(string text, out string e164)
    {
        e164 = "";
        text = Prefix().Replace(Extension().Replace(text, ""), "").Replace("(0)", "", StringComparison.Ordinal);
        if (Words().IsMatch(text))
        {
            return false;
        }
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var foreign = text.TrimStart(' ', '\'', '(').StartsWith('+');
        if (!foreign && digits.StartsWith("00", StringComparison.Ordinal))
        {
            (digits, foreign) = (digits[2..], true);
        }
        if (!foreign && digits.Length == 12 && digits.StartsWith("44", StringComparison.Ordinal))
        {
            foreign = true;
        }
        if (foreign && !digits.StartsWith("44", StringComparison.Ordinal))
        {
            e164 = "+" + digits;
            return digits.Length is >= 8 and <= 15 && digits[0] != '0';
        }
        var national = (foreign ? digits[2..] : digits).TrimStart('0');
        e164 = "+44" + national;
        return National().IsMatch(national);
    }

    // Ofcom's National Telephone Numbering Plan: 01 and 08 have nine or ten digits after the nought, the others ten
    [GeneratedRegex(@"^(1\d{8,9}|2\d{9}|3\d{9}|5\d{9}|7\d{9}|8\d{8,9}|9\d{9})$")]
    private static partial Regex National();

    [GeneratedRegex(@"\s*(?:[/;,\n]|\bor\b)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Parting();

    [GeneratedRegex(@"\s*(?:ext\.?|extension|x)\s*\d+\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Extension();

    [GeneratedRegex(@"^\s*(?:tel|telephone|mob|mobile|phone|home|work|m|t|h|w)\b\s*[.:]?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^[^\d]*$|[A-Za-z]{2,}.*\d")]
    private static partial Regex Words();
}
