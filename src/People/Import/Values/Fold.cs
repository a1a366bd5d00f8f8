// Text folded for comparison: small letters, marks taken off, white space single.
using System.Globalization;
using System.Text;
using Hearth.Storage.Public;

namespace Hearth.People.Import.Values;

internal static class Fold
{
    /// <summary>For names of people and places: "Żółw  O'Brien" is "zolw o'brien". Done here, since the two databases fold differently.</summary>
    public static string Key(string text)
    {
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text.InForm(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }
            if (char.IsWhiteSpace(c))
            {
                gap = folded.Length > 0;
                continue;
            }
            if (gap)
            {
                folded.Append(' ');
                gap = false;
            }
            folded.Append(
                c switch
                {
                    'Ł' or 'ł' => 'l',
                    'Ø' or 'ø' => 'o',
                    'Đ' or 'đ' => 'd',
                    '’' or '‘' or '`' => '\'',
                    _ => char.ToLowerInvariant(c),
                }
            );
        }
        return folded.ToString();
    }

    /// <summary>Letters and digits only, small: headings and code words.</summary>
    public static string Letters(string text)
    {
        var key = Key(text);
        return string.Concat(key.Where(char.IsLetterOrDigit));
    }

    /// <summary>Words of letters or digits, small: "Tenant1 D.O.B" is tenant, 1, dob.</summary>
    public static IReadOnlyList<string> WordsOf(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var key = Key(
            text.Replace(".", "", StringComparison.Ordinal)
                .Replace("'", "", StringComparison.Ordinal)
                .Replace("’", "", StringComparison.Ordinal)
        );
        foreach (var c in key)
        {
            var other = word.Length > 0 && char.IsAsciiDigit(c) != char.IsAsciiDigit(word[^1]);
            if ((!char.IsLetterOrDigit(c) || other) && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
            }
        }
        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }
        return words;
    }
}
