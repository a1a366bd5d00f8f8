// The languages an answer can be in, how it stands in each, and how many people read it: those of tenants' pages, and those on record that they are not in.
using System.Globalization;
using Hearth.DesignSystem.Public;

namespace Hearth.Feedback.Replies.Translations;

/// <summary>One language.</summary>
/// <param name="English">Its name, for officers.</param>
/// <param name="People">To be told, with this language on record.</param>
/// <param name="Reply">Null where tenants' pages and messages are not in the language: its readers are written to in English.</param>
internal sealed record LanguageRow(string Code, string English, int People, TranslatedReply? Reply)
{
    /// <summary>Whoever reads this language gets the answer in it.</summary>
    public bool IsThere => Reply?.Words is not null;

    /// <summary>“2 of 4 texts missing”, for officers.</summary>
    public string Stands =>
        Reply switch
        {
            null => "Not a language of your pages",
            { State: TranslationState.Missing, Missing: var missing } when missing == Reply.Parts.Count => "Not translated",
            { State: TranslationState.Missing } => $"{Reply.Missing} of {InWords.Count(Reply.Parts.Count, "text", "texts")} missing",
            { CorrectedSince: true } => "Corrected since",
            { State: TranslationState.OutOfDate } => "The English has changed",
            { State: TranslationState.Unchecked } => "Not checked",
            _ => $"Checked by {InWords.List(Reply.CheckedByWhom)}",
        };

    /// <summary>For the mark.</summary>
    public string Kind =>
        Reply?.State switch
        {
            null => "plain",
            TranslationState.Missing => People > 0 ? "hot" : "plain",
            TranslationState.OutOfDate => "wait",
            TranslationState.Unchecked => "plain",
            _ => "done",
        };
}

internal sealed class LanguagesOfReply(TranslatedReplies translated, PhraseBook book, ILanguageChoice choice)
{
    /// <summary>A language that tenants' pages are in, other than English; null for any other.</summary>
    public Language? Find(string? code) =>
        book.Find(code) is { IsEnglish: false } language && language.Code == code && choice.Offered.Contains(language) ? language : null;

    /// <summary>Those of tenants' pages first.</summary>
    /// <param name="reply">Which answer.</param>
    /// <param name="people">People to be told, by the language on record.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<IReadOnlyList<LanguageRow>> OfAsync(Reply reply, IReadOnlyDictionary<string, int> people, CancellationToken stop)
    {
        var offered = choice.Offered.Where(language => !language.IsEnglish).ToList();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (tag, count) in people)
        {
            var code = CodeOf(tag);
            counts[code] = counts.GetValueOrDefault(code) + count;
        }
        var rows = (await translated.OfAsync(reply, offered, stop)).Select(one => new LanguageRow(
            one.Language.Code,
            NameOf(one.Language.Code),
            counts.GetValueOrDefault(one.Language.Code),
            one
        ));
        var others = counts
            .Where(pair => pair.Key != Language.English.Code && offered.TrueForAll(language => language.Code != pair.Key))
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new LanguageRow(pair.Key, NameOf(pair.Key), pair.Value, null));
        return [.. rows, .. others];
    }

    // “pl-PL” on record is read by whoever reads “pl”
    private string CodeOf(string tag) => book.Find(tag)?.Code ?? tag.Split('-')[0].ToLowerInvariant();

    public static string NameOf(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            // what stands on record is no language: it is shown as it stands
            return code;
        }
    }
}
