// All languages that tenants' pages can be read in, with their words. Read once, at the start.
using Hearth.DesignSystem.Languages;

namespace Hearth.DesignSystem.Public;

/// <summary>How far a language is.</summary>
/// <param name="Phrases">How many phrases there are in English.</param>
/// <param name="Missing">Keys without words in this language: English stands there.</param>
/// <param name="Outdated">Keys whose English has changed since.</param>
/// <param name="Unchecked">Keys of files that name nobody as having checked them (header <c>X-Checked-By</c>).</param>
/// <param name="Problems">What could not be used, with file and line.</param>
public sealed record LanguageState(
    Language Language,
    int Phrases,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Outdated,
    IReadOnlyList<string> Unchecked,
    IReadOnlyList<string> Problems
);

/// <summary>A phrase with its English beside it.</summary>
/// <param name="EnglishMany">Where the sentence counts something.</param>
/// <param name="Texts">Its words, one for each form; empty where nothing is translated.</param>
/// <param name="Forms">How many forms a counted sentence has in the language.</param>
public sealed record PhraseToTranslate(string Key, string English, string? EnglishMany, IReadOnlyList<string> Texts, int Forms);

/// <summary>All languages, English first. A singleton; <see cref="Phrases"/> itself is what pages inject.</summary>
public sealed class PhraseBook
{
    private readonly Dictionary<string, PoEntry> english = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PluralRule> rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Phrases> phrases = new(StringComparer.OrdinalIgnoreCase);

    internal PhraseBook(IReadOnlyList<WordFile> files, IEnumerable<string> problems)
    {
        foreach (var file in files.Where(f => f.Shipped && f.Code == Language.English.Code))
        {
            foreach (var entry in PoFile.Read(file.Text).Entries)
            {
                english.TryAdd(entry.Key, entry);
            }
        }
        var wrong = problems.ToList();
        wrong.AddRange(
            files.Where(f => !LanguageBeingRead.IsCode(f.Code)).Select(f => $"{f.Name}: a file is named after its language, like “pl.po”")
        );
        var read = files
            .Where(f => LanguageBeingRead.IsCode(f.Code))
            .GroupBy(f => f.Code, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group =>
                {
                    var language = new LanguageBeingRead(group.Key);
                    foreach (var file in group)
                    {
                        language.Take(file, english);
                    }
                    return language;
                },
                StringComparer.Ordinal
            );
        var first = read.GetValueOrDefault(Language.English.Code) ?? new LanguageBeingRead(Language.English.Code);
        var ours = new Phrases(Language.English, first.Phrases, null);
        phrases[Language.English.Code] = ours;
        States =
        [
            State(first, english, Language.English),
            .. read.Where(pair => pair.Key != Language.English.Code)
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => State(pair.Value, english, pair.Value.Language())),
        ];
        foreach (var state in States.Skip(1))
        {
            phrases[state.Language.Code] = new(state.Language, read[state.Language.Code].Phrases, ours);
            rules[state.Language.Code] = read[state.Language.Code].Rule;
        }
        Problems = [.. wrong, .. States.SelectMany(state => state.Problems)];
    }

    /// <summary>English first.</summary>
    public IReadOnlyList<LanguageState> States { get; }

    public IEnumerable<Language> Languages => States.Select(state => state.Language);

    /// <summary>Everything that could not be used.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>The words of this language; of English for one that is not there, or for null.</summary>
    /// <param name="code">BCP 47; <c>pl-PL</c> finds <c>pl</c>.</param>
    public Phrases In(string? code) => Find(code) is { } language ? phrases[language.Code] : phrases[Language.English.Code];

    /// <summary>The language for this tag, or null.</summary>
    public Language? Find(string? code) =>
        code is null ? null
        : phrases.TryGetValue(code, out var exact) ? exact.Language
        : phrases.TryGetValue(code.Split('-')[0], out var wider) ? wider.Language
        : null;

    /// <summary>All keys, as the English has them.</summary>
    public IReadOnlyCollection<string> Keys => phrases[Language.English.Code].Keys;

    /// <summary>Every phrase with its English and its words, as a translator sees it.</summary>
    /// <param name="language">Null for one that is not there: nothing is translated.</param>
    public IEnumerable<PhraseToTranslate> All(Language? language) =>
        english.Values.Select(entry =>
        {
            var forms = language is null ? Plurals.Forms : rules.GetValueOrDefault(language.Code, Plurals).Forms;
            var texts = language is null ? [] : phrases[language.Code].Own(entry.Key);
            return new PhraseToTranslate(entry.Key, entry.English, entry.EnglishMany, texts, forms);
        });

    /// <summary>What stands after “Plural-Forms:”.</summary>
    public string PluralLine(Language? language) => (language is null ? Plurals : rules.GetValueOrDefault(language.Code, Plurals)).Line;

    private static PluralRule Plurals => PluralRule.English;

    private static LanguageState State(LanguageBeingRead read, Dictionary<string, PoEntry> english, Language language) =>
        new(
            language,
            english.Count,
            [.. english.Keys.Where(key => !read.Phrases.ContainsKey(key))],
            [.. read.Outdated.Order(StringComparer.Ordinal)],
            language.IsEnglish ? [] : [.. read.Unchecked.Order(StringComparer.Ordinal)],
            read.Problems
        );
}
