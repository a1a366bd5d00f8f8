// An answer in one language: what stands there, what is missing, what is out of date, and whether it can be shown.
using Hearth.DesignSystem.Public;

namespace Hearth.Feedback.Replies.Translations;

/// <summary>How a text, or an answer as a whole, stands in a language.</summary>
internal enum TranslationState
{
    Missing,

    /// <summary>The English has changed, or was corrected, since.</summary>
    OutOfDate,

    /// <summary>Nobody who reads the language has checked it.</summary>
    Unchecked,
    Checked,
}

internal sealed class TranslatedReply(
    Language language,
    Reply reply,
    IReadOnlyList<Part> parts,
    IReadOnlyDictionary<string, ReplyTranslation> texts
)
{
    public Language Language => language;

    public IReadOnlyList<Part> Parts => parts;

    public TranslationState StateOf(Part part) =>
        !texts.TryGetValue(part.Key, out var text) ? TranslationState.Missing
        : text.Source != part.Fingerprint ? TranslationState.OutOfDate
        : text.CheckedBy is null ? TranslationState.Unchecked
        : TranslationState.Checked;

    /// <summary>What stands there, out of date or not; empty where nothing does.</summary>
    public string TextOf(Part part) => texts.GetValueOrDefault(part.Key)?.Text ?? "";

    public string? CheckedBy(Part part) => texts.GetValueOrDefault(part.Key)?.CheckedBy;

    /// <summary>Of all its texts together. One that was whole when the answer was corrected is out of date until the correction is in the language too.</summary>
    public TranslationState State =>
        parts.All(part => StateOf(part) == TranslationState.Missing) ? TranslationState.Missing
        : parts.Any(part => StateOf(part) == TranslationState.OutOfDate) || CorrectedSince ? TranslationState.OutOfDate
        : parts.Min(StateOf);

    public int Missing => parts.Count(part => StateOf(part) == TranslationState.Missing);

    public bool CorrectedSince =>
        Missing > 0 && parts.Where(part => StateOf(part) == TranslationState.Missing).All(part => part.IsCorrection);

    /// <summary>Everybody who has checked some of it.</summary>
    public IReadOnlyList<string> CheckedByWhom =>
        [.. parts.Where(part => StateOf(part) == TranslationState.Checked).Select(part => CheckedBy(part)!).Distinct()];

    /// <summary>The answer in the language; null where any of it is missing or was made from other words.</summary>
    public ReplyWords? Words =>
        State < TranslationState.Unchecked
            ? null
            : new(
                language,
                reply,
                parts.ToDictionary(part => part.Key, TextOf, StringComparer.Ordinal),
                IsChecked: State == TranslationState.Checked
            );
}
