// Writes a message in the language of the person it goes to, with the same in English for whoever must be able to read it.
using Hearth.DesignSystem.Public;

namespace Hearth.Messaging.Public;

/// <summary>The words of one message in one language.</summary>
/// <param name="Unchecked">A part of them comes from a translation that nobody has checked, beside what the word files say.</param>
public readonly record struct Worded(string Subject, string Body, bool Unchecked = false);

/// <summary>A message in English, kept with one in another language.</summary>
/// <param name="SentToo">It goes out below the other: nobody has checked the translation. Never in a text, which would cost twice.</param>
public sealed record InEnglish(string Subject, string Body, bool SentToo);

public sealed class InTheirLanguage(MessageLanguages languages)
{
    /// <summary>
    /// The message in the language on record for the person, where the landlord offers it; else in English. An e-mail or a letter in words that nobody has
    /// checked says so and carries the English below. What a colleague reads out, a call or a visit, is English.
    /// </summary>
    /// <param name="key">As for <see cref="MessageToSend"/>, like the next four.</param>
    /// <param name="purpose">What it is.</param>
    /// <param name="about">The thing it is about.</param>
    /// <param name="to">With the language on record.</param>
    /// <param name="channel">The way.</param>
    /// <param name="words">Says it in one language. Called twice where that is not English.</param>
    public MessageToSend Write(string key, string purpose, Guid? about, Recipient to, Channel channel, Func<Phrases, Worded> words)
    {
        if (channel is Channel.Telephone or Channel.Door)
        {
            var script = words(languages.English);
            return new(key, purpose, about, to, channel, script.Subject, script.Body);
        }
        var (subject, body, language, english) = Words(to.Language, channel, words);
        return new(key, purpose, about, to with { Language = language }, channel, subject, body) { English = english };
    }

    internal (string Subject, string Body, string Language, InEnglish? English) Words(
        string language,
        Channel channel,
        Func<Phrases, Worded> words
    )
    {
        var phrases = languages.For(language);
        var own = words(phrases);
        if (phrases.Language.IsEnglish)
        {
            return (own.Subject, own.Body, phrases.Language.Tag, null);
        }
        var ours = words(languages.English);
        var both = channel is not (Channel.Text or Channel.WhatsApp) && (own.Unchecked || !languages.AreChecked(phrases));
        return (
            Bare(own.Subject, channel),
            both ? $"{own.Body.TrimEnd()}\n\n{phrases["message.unchecked"]}" : Bare(own.Body, channel),
            phrases.Language.Tag,
            new InEnglish(ours.Subject, ours.Body, both)
        );
    }

    // Old telephones draw a box for the marks that keep a name's direction; a text has short lines and does without.
    private static string Bare(string words, Channel channel) =>
        channel == Channel.Text
            ? words.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal)
            : words;
}
