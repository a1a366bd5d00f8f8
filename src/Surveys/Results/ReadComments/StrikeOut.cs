// Suggests what to strike out of somebody's words before others see them: names, addresses, numbers. A person confirms or puts back every one.
using System.Text.RegularExpressions;
using Hearth.People.Public;

namespace Hearth.Surveys.Results.ReadComments;

/// <param name="Words">What stands there.</param>
/// <param name="What">What it seems to be: “a name”.</param>
internal sealed record Struck(string Words, string What);

/// <param name="Text">The words with everything suspect replaced: “[name]”.</param>
internal sealed record StrikeOut(string Text, IReadOnlyList<Struck> Struck)
{
    /// <summary>Strikes out what could show who wrote the words, or of whom.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="names">Names on record here.</param>
    public static StrikeOut Suggest(string text, RecordedNames names)
    {
        // in the order in which they hide each other: an address holds a name and numbers, an e-mail address may too
        var struck = new List<Struck>();
        var result = text;
        foreach (var (pattern, mark, what) in Patterns.All)
        {
            result = pattern.Replace(result, match => Strike(match.Value, mark, what));
        }
        result = Patterns
            .Place()
            .Replace(
                result,
                match =>
                    names.Streets.Contains(match.Value.ToUpperInvariant()) ? Strike(match.Value, "[address]", "an address") : match.Value
            );
        result = Patterns
            .Word()
            .Replace(result, match => IsName(result, match, names.People) ? Strike(match.Value, "[name]", "a name") : match.Value);
        return new StrikeOut(Together().Replace(result, "[name]"), struck);

        string Strike(string found, string mark, string what)
        {
            struck.Add(new Struck(found.Trim(), what));
            return mark;
        }
    }

    // A capital in the middle of a sentence is a name if anybody here is called so; at its start, only if it is no everyday word too.
    private static bool IsName(string text, Match word, IReadOnlySet<string> people)
    {
        if (!people.Contains(word.Value.ToUpperInvariant()))
        {
            return false;
        }
        var before = text[..word.Index].TrimEnd();
        var opens = before.Length == 0 || before[^1] is '.' or '!' or '?' or ':' or '\n' or '“' or '"';
        return !opens || !Patterns.Everyday.Contains(word.Value.ToUpperInvariant());
    }

    private static Regex Together() => Patterns.NamesTogether();
}
