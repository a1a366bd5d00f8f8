// A phrase taken apart: words, {values} and <tags>words</tags>, so that two languages can be compared and HTML be made safely.
using System.Text.RegularExpressions;

namespace Hearth.DesignSystem.Languages;

internal static partial class PhraseParts
{
    /// <summary>The value that chooses the plural form.</summary>
    public const string Count = "count";

    /// <summary>Names of values in braces, each once.</summary>
    public static IReadOnlySet<string> Values(string text) =>
        Value().Matches(text).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>Names of tags in angle brackets, as they open and close, in order of name.</summary>
    public static IReadOnlyList<string> Tags(string text) => [.. Tag().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal)];

    /// <summary>Why this translation cannot stand for that English, or null.</summary>
    /// <param name="counted">A form of a counted sentence may say “one question” in a word and leave the number out.</param>
    public static string? Differs(string english, string translation, bool counted)
    {
        var (wanted, found) = (Values(english), Values(translation));
        var missing = wanted.Except(found).Where(name => !(counted && name == Count)).ToList();
        var extra = found.Except(wanted).Where(name => !(counted && name == Count)).ToList();
        if (missing.Count > 0)
        {
            return $"{{{missing[0]}}} is missing";
        }
        if (extra.Count > 0)
        {
            return $"{{{extra[0]}}} is not in the English";
        }
        return Tags(english).SequenceEqual(Tags(translation)) ? null : "the tags in angle brackets differ from the English";
    }

    [GeneratedRegex(@"\{([a-z][a-z0-9_]*)\}")]
    public static partial Regex Value();

    /// <summary>Either of the two.</summary>
    [GeneratedRegex(@"\{[a-z][a-z0-9_]*\}|</?[a-z][a-z0-9]*>")]
    public static partial Regex Mark();

    [GeneratedRegex("</?([a-z][a-z0-9]*)>")]
    public static partial Regex Tag();
}
