// One phrase of a language: its forms, and the rule that chooses between them.
namespace Hearth.DesignSystem.Languages;

/// <param name="Forms">One, or one for each plural form.</param>
/// <param name="Source">The file it came from, for telling somebody.</param>
internal sealed record Phrase(IReadOnlyList<string> Forms, PluralRule Rule, string Source)
{
    public string For(long? count) =>
        Forms[count is { } number && Forms.Count > 1 ? Math.Min(Rule.For(number), Forms.Count - 1) : Forms.Count - 1];
}
