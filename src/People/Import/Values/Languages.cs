// Languages as people name them, and their BCP 47 tags.
using System.Globalization;
using Hearth.DesignSystem.Public;

namespace Hearth.People.Import.Values;

internal static class Languages
{
    /// <summary>Tag and English name, English first, then by name.</summary>
    public static IReadOnlyList<(string Tag, string Name)> All { get; } =
    [
        ("en-GB", "English"),
        ("sq", "Albanian"),
        ("am", "Amharic"),
        ("ar", "Arabic"),
        ("bn", "Bengali"),
        ("bfi", "British Sign Language"),
        ("bg", "Bulgarian"),
        ("yue", "Cantonese"),
        ("cs", "Czech"),
        ("prs", "Dari"),
        ("nl", "Dutch"),
        ("fr", "French"),
        ("de", "German"),
        ("el", "Greek"),
        ("gu", "Gujarati"),
        ("hi", "Hindi"),
        ("hu", "Hungarian"),
        ("it", "Italian"),
        ("ku", "Kurdish"),
        ("lv", "Latvian"),
        ("lt", "Lithuanian"),
        ("zh", "Mandarin"),
        ("ne", "Nepali"),
        ("ps", "Pashto"),
        ("fa", "Persian"),
        ("pl", "Polish"),
        ("pt", "Portuguese"),
        ("pa", "Punjabi"),
        ("ro", "Romanian"),
        ("ru", "Russian"),
        ("sk", "Slovak"),
        ("so", "Somali"),
        ("es", "Spanish"),
        ("sw", "Swahili"),
        ("tl", "Tagalog"),
        ("ta", "Tamil"),
        ("ti", "Tigrinya"),
        ("tr", "Turkish"),
        ("uk", "Ukrainian"),
        ("ur", "Urdu"),
        ("vi", "Vietnamese"),
        ("cy", "Welsh"),
        ("yo", "Yoruba"),
    ];

    private static readonly Dictionary<string, string> Tags = Build();

    public static string? Tag(string text) => Tags.GetValueOrDefault(Fold.Letters(text));

    public static string Name(string tag) =>
        All.FirstOrDefault(l => string.Equals(l.Tag, tag, StringComparison.OrdinalIgnoreCase)).Name ?? tag;

    /// <summary>As its speakers call it, for pages that are not in English; in English on those that are.</summary>
    public static string For(Phrases reader, string tag) => reader.Language.IsEnglish ? Name(tag) : Native(tag);

    private static string Native(string tag)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag);
            var name = (culture.IsNeutralCulture ? culture : culture.Parent).NativeName;
            // a language that has no days and numbers of its own here, like British Sign Language
            return name.Length == 0 || name.Equals(tag, StringComparison.OrdinalIgnoreCase) ? Name(tag) : name;
        }
        catch (CultureNotFoundException)
        {
            return Name(tag);
        }
    }

    private static Dictionary<string, string> Build()
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (tag, name) in All)
        {
            tags[Fold.Letters(name)] = tag;
            tags[Fold.Letters(tag)] = tag;
        }
        foreach (
            var (word, tag) in new[]
            {
                ("en", "en-GB"),
                ("eng", "en-GB"),
                ("british", "en-GB"),
                ("bsl", "bfi"),
                ("signlanguage", "bfi"),
                ("farsi", "fa"),
                ("chinese", "zh"),
                ("bangla", "bn"),
                ("sylheti", "bn"),
                ("panjabi", "pa"),
                ("sorani", "ku"),
                ("pol", "pl"),
                ("urd", "ur"),
                ("ben", "bn"),
                ("ron", "ro"),
                ("rum", "ro"),
            }
        )
        {
            tags[word] = tag;
        }
        return tags;
    }
}
