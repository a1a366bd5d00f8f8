// Every language there is, checked where its files say by whom: what holds until a landlord's settings say otherwise.
using Hearth.DesignSystem.Public;

namespace Hearth.DesignSystem.Languages;

internal sealed class AllLanguages(PhraseBook book) : ILanguageChoice
{
    public IReadOnlyList<Language> Offered { get; } = [.. book.Languages];

    public bool IsChecked(Language language) =>
        language.IsEnglish || book.States.FirstOrDefault(state => state.Language.Code == language.Code) is { Unchecked.Count: 0 };
}
