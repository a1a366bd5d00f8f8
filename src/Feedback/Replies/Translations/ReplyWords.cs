// The words of an answer as somebody reads them: all in their language, or all in English.
using Hearth.DesignSystem.Public;

namespace Hearth.Feedback.Replies.Translations;

/// <param name="Language">Of all the words.</param>
/// <param name="Reply">The English.</param>
/// <param name="Texts">By part; empty for the English.</param>
/// <param name="IsChecked">Somebody who reads the language has checked all of it.</param>
internal sealed record ReplyWords(Language Language, Reply Reply, IReadOnlyDictionary<string, string> Texts, bool IsChecked)
{
    public static ReplyWords InEnglish(Reply reply) => new(Language.English, reply, new Dictionary<string, string>(), IsChecked: true);

    public bool Translated => !Language.IsEnglish;

    public string Title => Of(Parts.Title, Reply.Title);

    public string Said => Of(Parts.Said, Reply.Said);

    public string What => Of(Parts.What, Reply.What);

    public string? InAText => Reply.InAText is { } sentence ? Of(Parts.InAText, sentence) : null;

    public string Reason => Of(Parts.Reason, Reply.Reason ?? "");

    public string Instead => Of(Parts.Instead, Reply.Instead ?? "");

    public string DecidedBy => Of(Parts.DecidedBy, Reply.DecidedBy ?? "");

    public string Of(Correction correction) => Of(Parts.Of(correction), correction.Words);

    /// <summary>What we did, or why not and what instead: a paragraph each.</summary>
    /// <param name="phrases">Of the same language; what is in English is English throughout.</param>
    public IReadOnlyList<string> Answer(Phrases phrases) =>
        !Translated ? Reply.Answer()
        : Reply.Kind == ReplyKind.WeCant ? [Reason, $"{phrases["changed.instead"]} {Instead}", $"{phrases["changed.decided"]} {DecidedBy}"]
        : Reply.Paragraphs(What);

    /// <summary>For the <c>lang</c> attribute on a page in this language; null where the page is in the words' own.</summary>
    public string? TagOn(Language page) => page.Code == Language.Code ? null : Language.Tag;

    /// <summary>For the <c>dir</c> attribute; null where the page is in the words' own language.</summary>
    public string? DirectionOn(Language page) => page.Code == Language.Code ? null : Language.Direction;

    private string Of(string key, string english) => Texts.GetValueOrDefault(key) ?? english;
}
