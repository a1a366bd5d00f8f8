// The first message that a survey would send to the homes of one language, for an officer to read before it opens.
using System.Globalization;
using Hearth.Messaging.Public;

namespace Hearth.Surveys.Asking.OpenSurvey;

/// <param name="Language">What they speak, in English: “Polish”.</param>
/// <param name="Households">How many of those who are asked.</param>
/// <param name="Message">As it would read.</param>
/// <param name="Texts">How many of them get a text.</param>
/// <param name="Text">How long such a text is.</param>
internal sealed record ExampleMessage(string Language, int Households, MessageToSend Message, int Texts, TextParts Text)
{
    /// <summary>They speak another language than English, and the message is in English: Hearth has no words in theirs.</summary>
    public bool NotInTheirs =>
        !IsEnglish && Message.English is null && Message.Channel is Channel.Email or Channel.Text or Channel.WhatsApp or Channel.Letter;

    public bool IsEnglish => Language == "English";

    /// <summary>For the <c>lang</c> and <c>dir</c> attributes.</summary>
    public string Tag => Message.English is null ? "en-GB" : Message.To.Language;

    public string Direction => CultureInfo.GetCultureInfo(Tag).TextInfo.IsRightToLeft ? "rtl" : "ltr";

    public static IReadOnlyList<ExampleMessage> Of(InvitationWords words, Reach reach) =>
        [
            .. reach
                .Asked.GroupBy(asked => NameOf(asked.Member.Language))
                .OrderBy(group => group.Key != "English")
                .ThenByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group =>
                {
                    var (member, channel) = group.OrderBy(asked => asked.Channel).First();
                    var texts = group.Count(asked => asked.Channel == Channel.Text);
                    var length =
                        texts == 0
                            ? default
                            : TextParts.Of(
                                words
                                    .Invite(
                                        group.First(asked => asked.Channel == Channel.Text).Member,
                                        Channel.Text,
                                        InvitationWords.AnyCode
                                    )
                                    .Body
                            );
                    return new ExampleMessage(
                        group.Key,
                        group.Count(),
                        words.Invite(member, channel, InvitationWords.AnyCode),
                        texts,
                        length
                    );
                }),
        ];

    private static string NameOf(string tag)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag);
            return (culture.IsNeutralCulture ? culture : culture.Parent).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
