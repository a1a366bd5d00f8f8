// Days as English housing systems write them: 3/4/1980 is the third of April.
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hearth.People.Import.Values;

internal enum DateMeaning
{
    Birth,
    Tenancy,
}

internal static partial class UkDate
{
    private static readonly string[] Formats =
    [
        "d/M/yyyy",
        "d-M-yyyy",
        "d.M.yyyy",
        "d M yyyy",
        "yyyy-M-d",
        "yyyy/M/d",
        "yyyyMMdd",
        "d-MMM-yyyy",
        "d MMM yyyy",
        "d/MMM/yyyy",
        "d-MMMM-yyyy",
        "d MMMM yyyy",
        "MMMM d yyyy",
    ];

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>
    /// Reads a day. A year of two digits is the latest that can be meant: for a birth, one that makes the person at least 16;
    /// for a tenancy, one not later than next year.
    /// </summary>
    public static bool TryRead(string text, DateMeaning meaning, DateOnly today, out DateOnly day)
    {
        text = TimeOfDay().Replace(text.Trim(), "");
        text = Ordinal().Replace(text, "$1").Replace(",", "", StringComparison.Ordinal);
        text = Spaces().Replace(text, " ").Trim();
        // .NET's en-GB calls it Sept; exports write Sep
        text = September().Replace(text, "September");
        var twoDigits = TwoDigitYear().Match(text);
        if (twoDigits.Success)
        {
            var century = Latest(int.Parse(twoDigits.Groups[2].Value, CultureInfo.InvariantCulture), meaning, today);
            text = twoDigits.Groups[1].Value + century.ToString(CultureInfo.InvariantCulture);
        }
        if (DateOnly.TryParseExact(text, Formats, English, DateTimeStyles.None, out day))
        {
            return true;
        }
        // a day counted from 30 December 1899, as Excel keeps it; less than ten years of days is more likely a year by itself
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > 3_652 and < 73_050)
        {
            day = new DateOnly(1899, 12, 30).AddDays(serial);
            return true;
        }
        return false;
    }

    private static int Latest(int twoDigits, DateMeaning meaning, DateOnly today)
    {
        var latest = meaning == DateMeaning.Birth ? today.Year - 16 : today.Year + 1;
        var year = latest / 100 * 100 + twoDigits;
        return year > latest ? year - 100 : year;
    }

    [GeneratedRegex(@"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AaPp][Mm])?Z?$")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"\b(\d{1,2})(st|nd|rd|th)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\bsept?\b", RegexOptions.IgnoreCase)]
    private static partial Regex September();

    [GeneratedRegex(@"^(\d{1,2}[/.\- ](?:\d{1,2}|[A-Za-z]{3,9})[/.\- ])(\d{2})$")]
    private static partial Regex TwoDigitYear();
}
