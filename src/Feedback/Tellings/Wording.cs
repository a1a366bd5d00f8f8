// How a reply reads: as an e-mail, a letter, a text, and what a caller says.
using System.Globalization;
using Hearth.DesignSystem.Public;
using Hearth.Feedback.Replies;
using Hearth.Feedback.Replies.Translations;
using Hearth.Messaging.Public;

namespace Hearth.Feedback.Tellings;

internal sealed class Wording(ILandlord landlord)
{
    /// <summary>The longest text that goes out in two parts.</summary>
    public const int LongestText = 306;

    /// <summary>Where one letter is not in the phones' own alphabet, a part holds 67: four parts then.</summary>
    private const int PartsOfAWideText = 4;

    /// <summary>The message's subject and body for one person, in one language.</summary>
    public Worded For(Answering answering, string name, string salutation, Way way, Phrases phrases)
    {
        var words = answering.WordsIn(phrases.Language);
        var (subject, body) = way.Channel switch
        {
            Channel.Text or Channel.WhatsApp => (phrases["told.text.subject", ("title", words.Title)], Text(answering, phrases)),
            Channel.Telephone => ($"Tell them: {answering.Reply.Title}", Call(answering, name, way)),
            Channel.Letter => (Heading(words, phrases), string.Join("\n\n", Paragraphs(answering, words, Typed(answering.Reply), phrases))),
            // a letter's own sheet greets and signs; the foot of an e-mail says who writes
            _ => (
                Heading(words, phrases),
                string.Join(
                    "\n\n",
                    [
                        phrases["message.dear", ("name", salutation)],
                        .. Paragraphs(answering, words, InTheirLanguage(Address(answering.Reply), phrases), phrases),
                    ]
                )
            ),
        };
        return new(subject, body, Unchecked: !words.IsChecked);
    }

    /// <summary>The address, opened in the language of the message.</summary>
    public static string? InTheirLanguage(string? address, Phrases phrases) =>
        address is null || phrases.Language.IsEnglish ? address : $"{address}?{ReadersLanguage.Query}={phrases.Language.Code}";

    /// <summary>The address anyone may open; null where none is known.</summary>
    public string? Address(Reply reply) =>
        Site(reply) is { } site ? string.Create(CultureInfo.InvariantCulture, $"{site}/what-changed/{reply.Number}") : null;

    /// <summary>The site's address, for links in messages; null where none is known.</summary>
    public string? Site(Reply reply) =>
        reply.PublicAddress ?? (landlord.Current.TellAddress is { Length: > 0 } host ? "https://" + host : null);

    // short enough to type from paper, where the landlord has a short address
    private string? Typed(Reply reply) =>
        landlord.Current.TellAddress is { Length: > 0 } host
            ? string.Create(CultureInfo.InvariantCulture, $"{host}/what-changed/{reply.Number}")
            : Address(reply);

    private static string Heading(ReplyWords words, Phrases phrases) =>
        phrases[$"told.subject.{Verb(words.Reply)}", ("title", words.Title)];

    private IEnumerable<string> Paragraphs(Answering answering, ReplyWords words, string? address, Phrases phrases)
    {
        var reply = answering.Reply;
        yield return phrases["told.thanks", ("activities", answering.TitlesInQuotes(phrases))];
        yield return phrases["told.said", ("words", words.Said)];
        yield return phrases[$"told.{Verb(reply)}"];
        if (!phrases.Language.IsEnglish && !words.Translated)
        {
            yield return phrases["message.as-written"];
        }
        foreach (var paragraph in words.Answer(phrases))
        {
            yield return paragraph;
        }
        yield return phrases["told.day", ("words", DayOf(reply, phrases))];
        yield return address is null ? phrases["told.website"] : phrases["told.read", ("address", address)];
        if (landlord.Current.Phone is { Length: > 0 } phone)
        {
            yield return phrases["told.ring", ("phone", phone)];
        }
    }

    /// <summary>At most two parts, or four where a letter needs it. The answer, in the language where it is in it, is cut to measure.</summary>
    public string Text(Answering answering, Phrases phrases)
    {
        var (reply, words) = (answering.Reply, answering.WordsIn(phrases.Language));
        var end = InTheirLanguage(Address(reply), phrases) is { } address ? " " + phrases["told.text.more", ("address", address)] : "";
        var start =
            Bare(
                phrases[
                    "told.text.start",
                    ("landlord", landlord.Current.Name),
                    ("activities", Cut(Bare(answering.TitlesInQuotes(phrases)), 60))
                ]
            ) + " ";
        var answer = Bare($"{phrases[$"told.{Verb(reply)}"]} {words.InAText ?? Shortest(words, phrases)}");
        var said = Bare(phrases["told.text.said", ("said", words.Said.TrimEnd('.', '۔'))]) + " ";
        var most = TextParts.Of(start + said + answer + end).Gsm ? LongestText : TextParts.Room(gsm: false, PartsOfAWideText);
        var room = most - start.Length - end.Length;
        return said.Length + answer.Length <= room ? start + said + answer + end : start + Cut(answer, room) + end;
    }

    // marks for direction count, and a phone needs none in a text
    private static string Bare(string words) =>
        Plain(words).Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    public string Call(Answering answering, string name, Way way)
    {
        var reply = answering.Reply;
        List<string> parts =
        [
            $"Ask for {name}. Do not speak to anyone else about it.",
            $"Say: Hello. I am ringing from {landlord.Current.Name}. You took part in {answering.ActivityTitlesInQuotes}, and we promised to tell you what came of it.",
            $"People told us: “{reply.Said}”",
            $"{Kind(reply)}: {string.Join(' ', reply.Answer())}",
            DayOf(reply, Phrases.InEnglish) + ".",
            "Ask: has this happened where you live? Write down what they say.",
        ];
        if (way.Name == Way.FaceToFace)
        {
            parts.Insert(
                0,
                "This person asked to be told face to face. Offer a visit first, and tell them on the telephone only if they would rather."
            );
        }
        return string.Join("\n\n", parts);
    }

    public static string Kind(Reply reply) =>
        reply.Kind switch
        {
            ReplyKind.WeDid => "We did",
            ReplyKind.WeAreDoing => "We are doing",
            _ => "We can’t, because",
        };

    /// <summary>“Started 1 September 2026”.</summary>
    public static string DayOf(Reply reply, Phrases phrases) =>
        (reply.Kind, reply.On) switch
        {
            (_, null) => "",
            (ReplyKind.WeDid, { } day) => phrases["changed.started-on", ("day", day)],
            (ReplyKind.WeAreDoing, { } day) => phrases["changed.done-by", ("day", day)],
            (_, { } day) => phrases["changed.decided-on", ("day", day)],
        };

    private static string Verb(Reply reply) =>
        reply.Kind switch
        {
            ReplyKind.WeDid => "did",
            ReplyKind.WeAreDoing => "doing",
            _ => "cannot",
        };

    private static string Shortest(ReplyWords words, Phrases phrases) =>
        words.Reply.Kind == ReplyKind.WeCant
            ? phrases["told.text.instead", ("reason", words.Reason), ("instead", words.Instead)]
            : words.What.ReplaceLineEndings(" ");

    internal static string Cut(string words, int room)
    {
        if (words.Length <= room)
        {
            return words;
        }
        var at = words.LastIndexOf(' ', Math.Max(0, room - 3));
        return (at > 0 ? words[..at].TrimEnd(',', '.', ';', ' ') : words[..Math.Max(0, room - 3)]) + "...";
    }

    // one curly mark would halve what a text can hold
    internal static string Plain(string words) =>
        words
            .Replace('’', '\'')
            .Replace('‘', '\'')
            .Replace('“', '"')
            .Replace('”', '"')
            .Replace('–', '-')
            .Replace('\u00a0', ' ')
            .Replace("…", "...", StringComparison.Ordinal);
}
