// The words of a text as they are compared: small letters, without endings that say nothing, without words that everybody uses.
using System.Globalization;
using System.Text;
using Hearth.Storage.Public;

namespace Hearth.Surveys.Themes;

internal static class WordsOf
{
    private static readonly HashSet<string> Everyday =
    [
        .. (
            "a about after again all also am an and any are as at be because been before being but by can cannot could did do does doing done don dont down "
            + "each even ever every for from get gets give go going good got had has have he her here him his how i if in into is isn it its just know like "
            + "make many me more most much my never no not nothing now of off on one only or other our out over own please put re said same say see she should "
            + "since so some somebody something still such take tell than that the their them then there these they thing this those though through to too two "
            + "under until up us ve very want was wasn way we well were what when where which while who why will with without won would yes yet you your"
        ).Split(' '),
    ];

    /// <summary>Each word once, with the way it was first written.</summary>
    public static IReadOnlyDictionary<string, string> In(string text)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in Split(text))
        {
            var stem = Stem(word);
            if (stem.Length > 2 && !Everyday.Contains(word))
            {
                found.TryAdd(stem, word);
            }
        }
        return found;
    }

    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text.InForm(NormalizationForm.FormKC))
        {
            if (char.IsLetter(letter))
            {
                word.Append(char.ToLower(letter, CultureInfo.InvariantCulture));
            }
            else if (letter is not ('\'' or '’') && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    // repairs, repaired, repairing: one word. Rough on purpose; it only has to bring like to like.
    private static string Stem(string word)
    {
        foreach (var ending in new[] { "ings", "ing", "edly", "ed", "ies", "es", "s", "y", "e" })
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }
        return word;
    }
}
