// A language while its files are read: what it is called, its plural rule, its phrases so far, and what is wrong with them.
using System.Globalization;
using System.Text.RegularExpressions;
using Hearth.DesignSystem.Public;

namespace Hearth.DesignSystem.Languages;

internal sealed partial class LanguageBeingRead(string code)
{
    private string? name;
    private string? culture;
    private PluralRule? rule;

    public Dictionary<string, Phrase> Phrases { get; } = new(StringComparer.Ordinal);

    public PluralRule Rule => rule ?? PluralRule.English;

    public List<string> Problems { get; } = [];

    /// <summary>Keys whose words nobody is named for having checked.</summary>
    public HashSet<string> Unchecked { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys whose English has changed since they were translated.</summary>
    public HashSet<string> Outdated { get; } = new(StringComparer.Ordinal);

    public static bool IsCode(string code) => Code().IsMatch(code);

    public void Take(WordFile file, IReadOnlyDictionary<string, PoEntry> english)
    {
        var po = PoFile.Read(file.Text);
        Problems.AddRange(po.Problems.Select(problem => $"{file.Name}: {problem}"));
        name = po.Header("X-Language-Name") ?? name;
        culture = po.Header("X-Culture") ?? culture;
        if (po.Header("Plural-Forms") is { } line)
        {
            var read = PluralRule.Read(line, out var why);
            rule = read ?? rule;
            if (why is not null)
            {
                Problems.Add($"{file.Name}: {why}");
            }
        }
        var isChecked = po.Header("X-Checked-By") is not null;
        var here = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in po.Entries)
        {
            if (!here.Add(entry.Key) || (file.Shipped && Phrases.ContainsKey(entry.Key)))
            {
                Problems.Add($"{file.Name}, line {entry.Line}: “{entry.Key}” stands twice");
            }
            else if (Words(entry) is { Count: > 0 } words && Fits(file, entry, words, english))
            {
                Phrases[entry.Key] = new(words, rule ?? PluralRule.English, file.Name);
                Mark(Unchecked, entry.Key, !isChecked);
                Mark(
                    Outdated,
                    entry.Key,
                    english.TryGetValue(entry.Key, out var now) && (now.English, now.EnglishMany) != (entry.English, entry.EnglishMany)
                );
            }
        }
    }

    public Language Language() =>
        code == Public.Language.English.Code ? Public.Language.English : new(code, name ?? Known(code).NativeName, ForDaysAndNumbers());

    // English is in the English itself, unless the landlord says it otherwise.
    private IReadOnlyList<string> Words(PoEntry entry) =>
        entry.Unsure ? []
        : entry.Texts.Count > 0 || code != Public.Language.English.Code ? entry.Texts
        : entry.EnglishMany is null ? [entry.English]
        : [entry.English, entry.EnglishMany];

    private bool Fits(WordFile file, PoEntry entry, IReadOnlyList<string> words, IReadOnlyDictionary<string, PoEntry> english)
    {
        var against = english.GetValueOrDefault(entry.Key);
        if (against is null)
        {
            Problems.Add($"{file.Name}, line {entry.Line}: “{entry.Key}” is not in the English");
            return false;
        }
        var counted = against.EnglishMany is not null;
        var forms = counted ? (rule ?? PluralRule.English).Forms : 1;
        var why =
            words.Count != forms ? $"{forms} forms are needed, {words.Count} stand there"
            : words.Any(string.IsNullOrWhiteSpace) ? "a form is empty"
            : words
                .Select(form => PhraseParts.Differs(against.EnglishMany ?? against.English, form, counted))
                .FirstOrDefault(w => w is not null);
        if (why is not null)
        {
            Problems.Add($"{file.Name}, line {entry.Line}: “{entry.Key}”: {why}");
        }
        return why is null;
    }

    private CultureInfo ForDaysAndNumbers()
    {
        var known = Known(culture ?? code);
        return known.IsNeutralCulture ? CultureInfo.CreateSpecificCulture(known.Name) : known;
    }

    private static CultureInfo Known(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }

    private static void Mark(HashSet<string> keys, string key, bool on) => _ = on ? keys.Add(key) : keys.Remove(key);

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]
    private static partial Regex Code();
}
