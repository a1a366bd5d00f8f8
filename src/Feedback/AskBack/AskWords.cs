// How a person is asked whether it was done, in their language: as an e-mail, a letter, a text, and what a caller says.
using Hearth.DesignSystem.Public;
using Hearth.Feedback.Replies;
using Hearth.Feedback.Replies.Translations;
using Hearth.Feedback.Tellings;
using Hearth.Messaging.Public;
using Hearth.People.Public;

namespace Hearth.Feedback.AskBack;

internal sealed class AskWords(ILandlord landlord, Wording wording)
{
    /// <summary>The page of one person's question; null where the site's address is not known.</summary>
    public string? Link(Reply reply, string code) => wording.Site(reply) is { } site ? $"{site}/was-it-done/{code}" : null;

    public LetterCode? OnTheLetter(Reply reply, string code, DateOnly until) =>
        Link(reply, code) is { } link
            ? new LetterCode(
                TypedCode.Shown(code),
                link,
                wording.Site(reply)!.Replace("https://", "", StringComparison.Ordinal) + "/was-it-done",
                until
            )
            : null;

    public Worded For(Answering answering, AudienceMember person, Channel channel, string code, DateOnly until, Phrases phrases)
    {
        var link = Link(answering.Reply, code);
        var words = answering.WordsIn(phrases.Language);
        var heading = phrases["done.title", ("title", words.Title)];
        var (subject, body) = channel switch
        {
            Channel.Text or Channel.WhatsApp => (phrases["done.text.subject"], Text(phrases, words, link)),
            Channel.Telephone => ($"Ask: was it done? {answering.Reply.Title}", Call(answering, person.Name, link, code)),
            Channel.Letter => (
                heading,
                Join([.. Paragraphs(phrases, answering, words, until), link is null ? RingUs(phrases) : phrases["done.letter.link"]])
            ),
            _ => (
                heading,
                Join([
                    phrases["message.dear", ("name", person.Salutation)],
                    .. Paragraphs(phrases, answering, words, until),
                    link is null ? RingUs(phrases) : phrases["done.mail.link", ("link", link)],
                ])
            ),
        };
        return new(subject, body, Unchecked: !words.IsChecked);
    }

    private static string Join(IEnumerable<string> paragraphs) => string.Join("\n\n", paragraphs);

    private static IEnumerable<string> Paragraphs(Phrases phrases, Answering answering, ReplyWords words, DateOnly until) =>
        [
            phrases["done.mail.took-part", ("activities", answering.TitlesInQuotes(phrases))],
            phrases["done.mail.you-said", ("said", words.Said)],
            phrases["done.mail.we-did"],
            .. phrases.Language.IsEnglish || words.Translated ? [] : new[] { phrases["message.as-written"] },
            .. words.Answer(phrases),
            phrases["done.mail.ask", ("day", until)],
        ];

    private string RingUs(Phrases phrases) =>
        landlord.Current.Phone is { Length: > 0 } phone ? phrases["done.ring-us-on", ("phone", phone)] : phrases["done.ring-us"];

    private string Text(Phrases phrases, ReplyWords words, string? link)
    {
        (string, object?)[] values = [("landlord", landlord.Current.Name), ("said", words.Said.TrimEnd('.', '۔')), ("title", words.Title)];
        var end = " " + Wording.Plain(link is null ? RingUs(phrases) : phrases["done.text.link", ("link", link)]);
        var ask = Wording.Plain(phrases["done.text.ask", values]);
        var room = (TextParts.Of(ask + end).Gsm ? Wording.LongestText : TextParts.Room(gsm: false, 4)) - end.Length;
        return (ask.Length <= room ? ask : Wording.Cut(Wording.Plain(phrases["done.text.short", values]), room)) + end;
    }

    // a colleague reads it
    private string Call(Answering answering, string name, string? link, string code) =>
        Join([
            $"Ask for {name}. Do not speak to anyone else about it.",
            $"Say: Hello. I am ringing from {landlord.Current.Name}. You took part in {answering.ActivityTitlesInQuotes}.",
            $"People told us: “{answering.Reply.Said}”",
            $"We said we did: {string.Join(' ', answering.Reply.Answer())}",
            "Ask: has this happened where you live? Yes, partly, no, or can’t you tell?",
            link is null
                ? $"Put in what they say with the code {TypedCode.Shown(code)}, under “Was it done?”."
                : $"Put in what they say: {link}",
        ]);
}
