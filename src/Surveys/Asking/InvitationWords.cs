// The words of an invitation and of a reminder, by e-mail, text, letter and telephone.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Asking;

/// <summary>Writes the messages of one survey.</summary>
/// <param name="survey">With its public address set.</param>
/// <param name="landlord">As tenants know it.</param>
/// <param name="shortAddress">What a tenant types from a letter; the public address without its scheme where the landlord has none.</param>
/// <param name="phone">Where tenants ring; null where there is no number.</param>
internal sealed class InvitationWords(Survey survey, string landlord, string? shortAddress, string? phone)
{
    public const string InvitationPurpose = "survey-invitation";
    public const string ReminderPurpose = "survey-reminder";

    private readonly string introduction = survey.Introduction.Trim();

    public MessageToSend Invite(AudienceMember member, Channel channel, string code) =>
        Write(
            $"survey/{survey.Id}/invite/{member.HouseholdId}",
            InvitationPurpose,
            member,
            channel,
            code,
            survey.Title,
            Opening(channel, again: false)
        );

    public MessageToSend Remind(AudienceMember member, Channel channel, string code, int number) =>
        Write(
            $"survey/{survey.Id}/remind/{number}/{member.HouseholdId}",
            ReminderPurpose,
            member,
            channel,
            code,
            $"There is still time: {survey.Title}",
            Opening(channel, again: true)
        );

    /// <summary>What a rung of the ladder sends: each way once for a home.</summary>
    /// <param name="first">Nothing has got through to them yet, so that this is no reminder.</param>
    public MessageToSend Climb(AudienceMember member, Channel channel, string code, bool first) =>
        Write(
            $"survey/{survey.Id}/ladder/{channel}/{member.HouseholdId}",
            first ? InvitationPurpose : ReminderPurpose,
            member,
            channel,
            code,
            first ? survey.Title : $"There is still time: {survey.Title}",
            Opening(channel, again: !first)
        );

    public string LinkTo(string code) => $"{survey.PublicAddress}/s/{code}";

    private string Opening(Channel channel, bool again) =>
        channel == Channel.Text ? ""
        : again ? $"We asked you to answer “{survey.Title}”. We have not had your answers yet, and they count.\n\n{introduction}"
        : introduction;

    private MessageToSend Write(
        string key,
        string purpose,
        AudienceMember member,
        Channel channel,
        string code,
        string subject,
        string opening
    )
    {
        var to = member.Reach(channel) ?? throw new InvalidOperationException($"No address for {channel}.");
        // the letter's own sheet adds greeting, signature and how else to answer; the e-mail's foot says who writes
        var body = channel switch
        {
            Channel.Email =>
                $"Dear {member.Salutation}\n\n{opening}\n\nAnswer here: {LinkTo(code)}\n\n{Answering}\n\n{Promise}{OtherWays}{Leaving}",
            Channel.Text =>
                $"{landlord}: {Ended(survey.Title)} {(purpose == ReminderPurpose ? "There is still time. " : "")}Answer by {survey.ClosesOn.Short()}: {LinkTo(code)} We will tell you what we did by {survey.TellBy.Short()}.",
            Channel.Letter => $"{opening}\n\n{Kept}\n\n{Promise}{Leaving}",
            Channel.Telephone => Script(member, code),
            _ => AtTheDoor(member, code),
        };
        return new MessageToSend(key, purpose, survey.Id, to, channel, subject, body)
        {
            Code =
                channel == Channel.Letter ? new LetterCode(InvitationCode.Shown(code), LinkTo(code), ShortAddress, survey.ClosesOn) : null,
        };
    }

    private const string Kept = "Your answers do not change your rent, your repairs or your tenancy.";

    private string Answering => $"Answer by {survey.ClosesOn.Spoken()}. One person from each home. {Kept}";

    private string Promise => $"We will tell you what people said and what we did by {survey.TellBy.Spoken()}.";

    private string OtherWays =>
        phone is null
            ? ""
            : $"\n\nYou can also ring {phone} and answer by phone, or ask for paper, large print or an interpreter. It is free.";

    // whoever is asked for being in the group reads how to leave it
    private string Leaving =>
        WhoIsAsked.Read(survey.Audience).OnlyTenantLink
            ? $"\n\nWe ask you because you are in TenantLink. To leave, go to {survey.PublicAddress}/tenantlink{(phone is null ? "" : $" or ring {phone}")}."
            : "";

    private static string Ended(string words) => words[^1] is '.' or '?' or '!' ? words : words + ".";

    private string Script(AudienceMember member, string code) =>
        $"""
            Ask for {member.Name}. Do not speak to anyone else about it.

            Say: I am ringing from {landlord}. We are asking tenants: {survey.Title}. Can I ask you the questions now? You can skip any of them.

            If yes: open {LinkTo(code)} (code {InvitationCode.Shown(code)}), read each question as it stands, and choose what they say.

            If not now: ask when to ring back. If no: thank them, and record that they said no.

            At the end say: we will tell you what people said and what we did by {survey.TellBy.Spoken()}.
            """.ReplaceLineEndings("\n");

    private string AtTheDoor(AudienceMember member, string code) =>
        $"""
            Show your card. Ask for {member.Name}. Do not speak to anyone else about it.

            Say: I am from {landlord}. We are asking tenants: {survey.Title}. We wrote to you and have not had your answers. Can I ask you the questions now? You can skip any of them.

            If yes: open {LinkTo(code)} (code {InvitationCode.Shown(
                code
            )}), read each question as it stands, and choose what they say. Or give them the code and the address {ShortAddress}.

            If not now: ask when to come back. If no: thank them, and record that they said no. Never ask twice at one visit.

            At the end say: we will tell you what people said and what we did by {survey.TellBy.Spoken()}.
            """.ReplaceLineEndings(
            "\n"
        );

    private string ShortAddress =>
        shortAddress ?? survey.PublicAddress[(survey.PublicAddress.IndexOf("//", StringComparison.Ordinal) + 2)..] + "/s";
}
