// Which language a message, a text or a letter is written in.
namespace Hearth.DesignSystem.Public;

/// <summary>A message is in the language on record for whom it goes to, where the landlord offers that language.</summary>
public sealed class MessageLanguages(PhraseBook book, ILanguageChoice choice)
{
    public Phrases English => book.In(Language.English.Code);

    /// <summary>The words to write to this person in: English where theirs is not offered.</summary>
    /// <param name="language">BCP 47, as on record; null is English.</param>
    public Phrases For(string? language) =>
        book.Find(language) is { } found && choice.Offered.Contains(found) ? book.In(found.Code) : English;

    /// <summary>Whether somebody who reads the language has checked its words. Nobody can press “English” on a letter: one that is not checked carries the English too.</summary>
    public bool AreChecked(Phrases phrases) => choice.IsChecked(phrases.Language);
}
