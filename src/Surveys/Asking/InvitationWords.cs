// The words of an invitation and of a reminder, by e-mail, text, letter and telephone, in the language of whoever is asked.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Asking;

/// <summary>What the landlord has written about a survey, in one language.</summary>
/// <param name="Title">In that language, or in English.</param>
/// <param name="Introduction">The same; empty where none was written.</param>
/// <param name="InEnglish">The introduction is not in the language.</param>
/// <param name="Unchecked">Nobody who reads the language has checked it.</param>
internal sealed record SurveyWords(string Title, string Introduction, bool InEnglish, bool Unchecked);

/// <summary>Writes the messages of one survey.</summary>
/// <param name="survey">With its public address set.</param>
/// <param name="look">The landlord as tenants know it.</param>
/// <param name="languages">Which language a person is written to in.</param>
/// <param name="translated">By language; who reads another one reads what stands in English.</param>
internal sealed class InvitationWords(
    Survey survey,
    LandlordLook look,
    InTheirLanguage languages,
    IReadOnlyDictionary<string, SurveyWords> translated
)
{
    public const string InvitationPurpose = "survey-invitation";
    public const string ReminderPurpose = "survey-reminder";

    /// <summary>As long as every code is; for a message that is only looked at.</summary>
    public const string AnyCode = "7K4M2QXR";

    private readonly Dictionary<(string, bool), int> parts = [];

    public MessageToSend Invite(AudienceMember member, Channel channel, string code) =>
        Write($"survey/{survey.Id}/invite/{member.HouseholdId}", member, channel, code, again: false);

    public MessageToSend Remind(AudienceMember member, Channel channel, string code, int number) =>
        Write($"survey/{survey.Id}/remind/{number}/{member.HouseholdId}", member, channel, code, again: true);

    /// <summary>What a rung of the ladder sends: each way once for a home.</summary>
    /// <param name="first">Nothing has got through to them yet, so that this is no reminder.</param>
    public MessageToSend Climb(AudienceMember member, Channel channel, string code, bool first) =>
        Write($"survey/{survey.Id}/ladder/{channel}/{member.HouseholdId}", member, channel, code, again: !first);

    /// <summary>The first message as anybody is sent it, with the name in square brackets.</summary>
    public MessageToSend Example(Channel channel) => Write("", new(null, "", ""), channel, AnyCode, again: false, "[name]", "[name]");

    /// <summary>How many parts a text about this survey has in the language of these people.</summary>
    public int PartsOfText(string language, bool again = true)
    {
        if (!parts.TryGetValue((language, again), out var found))
        {
            var text = Write("", new(null, "", "", language), Channel.Text, AnyCode, again, "", "");
            parts[(language, again)] = found = TextParts.Of(text.Body).Parts;
        }
        return found;
    }

    public string LinkTo(string code) => $"{Site}/s/{code}";

    private MessageToSend Write(string key, AudienceMember member, Channel channel, string code, bool again)
    {
        var to = member.Reach(channel) ?? throw new InvalidOperationException($"No address for {channel}.");
        return Write(key, to, channel, code, again, member.Name, member.Salutation);
    }

    private MessageToSend Write(string key, Recipient to, Channel channel, string code, bool again, string name, string salutation) =>
        languages.Write(
            key,
            again ? ReminderPurpose : InvitationPurpose,
            survey.Id,
            to,
            channel,
            phrases =>
            {
                var own =
                    translated.GetValueOrDefault(phrases.Language.Code)
                    ?? new(survey.Title, survey.Introduction.Trim(), InEnglish: !phrases.Language.IsEnglish, Unchecked: false);
                var subject = again ? phrases["ask.subject-again", ("title", own.Title)] : own.Title;
                var body = channel switch
                {
                    // the letter's own sheet adds greeting, signature and how else to answer; the e-mail's foot says who writes
                    Channel.Email => Join([
                        phrases["message.dear", ("name", salutation)],
                        .. Opening(phrases, own, again),
                        phrases["ask.answer-here", ("link", LinkTo(code))],
                        $"{phrases["ask.answer-by", ("day", phrases.Weekday(survey.ClosesOn))]} {phrases["ask.kept"]}",
                        Promise(phrases),
                        look.Phone is null ? "" : phrases["ask.other-ways", ("phone", look.Phone)],
                        Leaving(phrases),
                    ]),
                    Channel.Text or Channel.WhatsApp => phrases[
                        again ? "ask.text-again" : "ask.text",
                        ("landlord", look.Name),
                        ("title", Ended(own.Title, phrases)),
                        ("day", phrases.ShortDay(survey.ClosesOn)),
                        ("link", LinkTo(code)),
                        ("told", phrases.ShortDay(survey.TellBy))
                    ],
                    Channel.Letter => Join([.. Opening(phrases, own, again), phrases["ask.kept"], Promise(phrases), Leaving(phrases)]),
                    Channel.Telephone => Script(name, code),
                    _ => AtTheDoor(name, code),
                };
                return new Worded(subject, body, own.Unchecked);
            }
        ) with
        {
            Code =
                channel == Channel.Letter ? new LetterCode(InvitationCode.Shown(code), LinkTo(code), ShortAddress, survey.ClosesOn) : null,
        };

    private static IEnumerable<string> Opening(Phrases phrases, SurveyWords own, bool again) =>
        [
            again ? phrases["ask.again", ("title", own.Title)] : "",
            own.InEnglish && own.Introduction.Length > 0 ? phrases["message.as-written"] : "",
            own.Introduction,
        ];

    private static string Join(IEnumerable<string> paragraphs) => string.Join("\n\n", paragraphs.Where(words => words.Length > 0));

    private string Promise(Phrases phrases) => phrases["ask.promise", ("day", phrases.Weekday(survey.TellBy))];

    // whoever is asked for being in the group reads how to leave it
    private string Leaving(Phrases phrases)
    {
        if (!WhoIsAsked.Read(survey.Audience).OnlyTenantLink)
        {
            return "";
        }
        var page = $"{Site}/tenantlink";
        return look.Phone is null
            ? phrases["ask.leaving", ("address", page)]
            : phrases["ask.leaving-ring", ("address", page), ("phone", look.Phone)];
    }

    private static string Ended(string words, Phrases phrases) =>
        words[^1] is '.' or '?' or '!' or '۔' or '؟' ? words : phrases["ask.sentence", ("words", words)];

    private string Script(string name, string code) =>
        $"""
            Ask for {name}. Do not speak to anyone else about it.

            Say: I am ringing from {look.Name}. We are asking tenants: {survey.Title}. Can I ask you the questions now? You can skip any of them.

            If yes: open {LinkTo(code)} (code {InvitationCode.Shown(code)}), read each question as it stands, and choose what they say.

            If not now: ask when to ring back. If no: thank them, and record that they said no.

            At the end say: we will tell you what people said and what we did by {survey.TellBy.Spoken()}.
            """.ReplaceLineEndings("\n");

    private string AtTheDoor(string name, string code) =>
        $"""
            Show your card. Ask for {name}. Do not speak to anyone else about it.

            Say: I am from {look.Name}. We are asking tenants: {survey.Title}. We wrote to you and have not had your answers. Can I ask you the questions now? You can skip any of them.

            If yes: open {LinkTo(code)} (code {InvitationCode.Shown(
                code
            )}), read each question as it stands, and choose what they say. Or give them the code and the address {ShortAddress}.

            If not now: ask when to come back. If no: thank them, and record that they said no. Never ask twice at one visit.

            At the end say: we will tell you what people said and what we did by {survey.TellBy.Spoken()}.
            """.ReplaceLineEndings(
            "\n"
        );

    // before a survey opens nobody has said yet by which address it is opened
    private string Site => survey.PublicAddress.Length > 0 ? survey.PublicAddress : $"https://{look.TellAddress}";

    private string ShortAddress => look.TellAddress ?? Site[(Site.IndexOf("//", StringComparison.Ordinal) + 2)..] + "/s";
}
