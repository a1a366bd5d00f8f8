// How a reply reads: as an e-mail, a letter, a text, and what a caller says.
using System.Globalization;
using Hearth.DesignSystem.Public;
using Hearth.Feedback.Replies;
using Hearth.Messaging.Public;

namespace Hearth.Feedback.Tellings;

internal sealed class Wording(ILandlord landlord, MessageLanguages languages)
{
    /// <summary>The longest text that goes out in two parts.</summary>
    public const int LongestText = 306;

    /// <summary>The message's subject and body for one person.</summary>
    /// <param name="language">On record for the person; null is English.</param>
    public (string Subject, string Body) For(Answering answering, string name, string salutation, Way way, string? language = null)
    {
        var phrases = languages.For(language);
        return way.Channel switch
        {
            // what a text holds is cut to measure in English; the rest of it is the answer as it was written
            Channel.Text => ($"You said: {answering.Reply.Title}", Text(answering)),
            Channel.Telephone => ($"Tell them: {answering.Reply.Title}", Call(answering, name, way)),
            Channel.Letter => (
                Heading(answering.Reply, phrases),
                string.Join("\n\n", Paragraphs(answering, Typed(answering.Reply), phrases))
            ),
            // a letter's own sheet greets and signs; the foot of an e-mail says who writes
            _ => (
                Heading(answering.Reply, phrases),
                string.Join(
                    "\n\n",
                    [phrases["told.dear", ("name", salutation)], .. Paragraphs(answering, Address(answering.Reply), phrases)]
                )
            ),
        };
    }

    private Phrases English => languages.For(null);

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

    private static string Heading(Reply reply, Phrases phrases) => phrases[$"told.subject.{Verb(reply)}", ("title", reply.Title)];

    private IEnumerable<string> Paragraphs(Answering answering, string? address, Phrases phrases)
    {
        var reply = answering.Reply;
        yield return phrases["told.thanks", ("activities", answering.TitlesInQuotes(phrases))];
        yield return phrases["told.said", ("words", reply.Said)];
        yield return phrases[$"told.{Verb(reply)}"];
        foreach (var paragraph in reply.Answer())
        {
            yield return paragraph;
        }
        yield return DayOf(reply, phrases) + ".";
        yield return address is null ? phrases["told.website"] : phrases["told.read", ("address", address)];
        if (landlord.Current.Phone is { Length: > 0 } phone)
        {
            yield return phrases["told.ring", ("phone", phone)];
        }
    }

    /// <summary>Never more than <see cref="LongestText"/> characters, in letters that every phone takes at full length.</summary>
    public string Text(Answering answering)
    {
        var reply = answering.Reply;
        var end = Address(reply) is { } address ? " More: " + address : "";
        var start = $"{landlord.Current.Name}: you took part in {Cut(answering.TitlesInQuotes(English), 60)}. ";
        var answer = Plain($"{Kind(reply)}: {reply.InAText ?? Shortest(reply)}");
        var said = Plain($"You said \"{reply.Said.TrimEnd('.')}\". ");
        start = Plain(start);
        var room = LongestText - start.Length - end.Length;
        if (said.Length + answer.Length <= room)
        {
            return start + said + answer + end;
        }
        return start + Cut(answer, room) + end;
    }

    public string Call(Answering answering, string name, Way way)
    {
        var reply = answering.Reply;
        List<string> parts =
        [
            $"Ask for {name}. Do not speak to anyone else about it.",
            $"Say: Hello. I am ringing from {landlord.Current.Name}. You took part in {answering.TitlesInQuotes(English)}, and we promised to tell you what came of it.",
            $"People told us: “{reply.Said}”",
            $"{Kind(reply)}: {string.Join(' ', reply.Answer())}",
            DayOf(reply, English) + ".",
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

    private static string Shortest(Reply reply) =>
        reply.Kind == ReplyKind.WeCant ? $"{reply.Reason} Instead: {reply.Instead}" : reply.What.ReplaceLineEndings(" ");

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
