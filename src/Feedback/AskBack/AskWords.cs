// How a person is asked whether it was done: as an e-mail, a letter, a text, and what a caller says.
using Hearth.DesignSystem.Public;
using Hearth.Feedback.Replies;
using Hearth.Feedback.Tellings;
using Hearth.Messaging.Public;

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

    public (string Subject, string Body) For(
        Answering answering,
        string name,
        string salutation,
        Channel channel,
        string code,
        DateOnly until
    )
    {
        var link = Link(answering.Reply, code);
        return channel switch
        {
            Channel.Text => ("Was it done?", Text(answering, link)),
            Channel.Telephone => ($"Ask: was it done? {answering.Reply.Title}", Call(answering, name, link, code)),
            Channel.Letter => (Heading(answering.Reply), string.Join("\n\n", Paragraphs(answering, until).Append(ByLetter(link)))),
            _ => (
                Heading(answering.Reply),
                string.Join(
                    "\n\n",
                    [
                        $"Dear {salutation}",
                        .. Paragraphs(answering, until),
                        link is null ? RingUs() : $"It is one question. Answer here: {link}",
                    ]
                )
            ),
        };
    }

    private static string Heading(Reply reply) => $"Was it done? {reply.Title}";

    private static IEnumerable<string> Paragraphs(Answering answering, DateOnly until)
    {
        var reply = answering.Reply;
        yield return $"You took part in {answering.ActivityTitlesInQuotes}, and we told you what came of it.";
        yield return $"You said: “{reply.Said}”";
        yield return "We did:";
        foreach (var paragraph in reply.Answer())
        {
            yield return paragraph;
        }
        yield return $"Has this happened where you live? Tell us by {InWords.Day(until)}. We put what people say beside our claim, for everyone to see. Nobody sees who said what.";
    }

    private string ByLetter(string? link) =>
        link is null ? RingUs() : "It is one question. Scan the square with a phone, or type the address and the code below.";

    private string RingUs() =>
        landlord.Current.Phone is { Length: > 0 } phone ? $"Ring us on {phone} and tell us." : "Ring us and tell us.";

    private string Text(Answering answering, string? link)
    {
        var end = Wording.Plain(link is null ? $" {RingUs()}" : $" Tell us here: {link}");
        var start = Wording.Plain($"{landlord.Current.Name}: ");
        var ask = Wording.Plain(
            $"you told us \"{answering.Reply.Said.TrimEnd('.')}\". We say this is done: {answering.Reply.Title}. Is it, where you live?"
        );
        var shorter = Wording.Plain($"we say this is done: {answering.Reply.Title}. Is it, where you live?");
        var room = Wording.LongestText - start.Length - end.Length;
        return start + (ask.Length <= room ? ask : Wording.Cut(shorter, room)) + end;
    }

    private string Call(Answering answering, string name, string? link, string code) =>
        string.Join(
            "\n\n",
            [
                $"Ask for {name}. Do not speak to anyone else about it.",
                $"Say: Hello. I am ringing from {landlord.Current.Name}. You took part in {answering.ActivityTitlesInQuotes}.",
                $"People told us: “{answering.Reply.Said}”",
                $"We said we did: {string.Join(' ', answering.Reply.Answer())}",
                "Ask: has this happened where you live? Yes, partly, no, or can’t you tell?",
                link is null
                    ? $"Put in what they say with the code {TypedCode.Shown(code)}, under “Was it done?”."
                    : $"Put in what they say: {link}",
            ]
        );
}
