// Which language a message, a text or a letter is written in.
namespace Hearth.DesignSystem.Public;

/// <summary>A message cannot be asked for in English once it is sent: it is in a person's language only where somebody has checked the translation.</summary>
public sealed class MessageLanguages(PhraseBook book, ILanguageChoice choice)
{
    /// <summary>The words to write to this person in.</summary>
    /// <param name="language">BCP 47, as on record; null is English.</param>
    public Phrases For(string? language) =>
        Offered(language) is { } found && choice.IsChecked(found) ? book.In(found.Code) : book.In(Language.English.Code);

    /// <summary>The words of a language that pages can be read in though messages are not written in it, so that a message can say so; else null.</summary>
    public Phrases? OnPagesOnly(string? language) =>
        Offered(language) is { IsEnglish: false } found && !choice.IsChecked(found) ? book.In(found.Code) : null;

    private Language? Offered(string? language) => book.Find(language) is { } found && choice.Offered.Contains(found) ? found : null;
}
