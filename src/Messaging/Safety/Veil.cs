// Words that say nothing of what a message is about: for people whom it would endanger if somebody else read it. In their language.
using System.Text.Json;
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;

namespace Hearth.Messaging.Safety;

internal sealed class Veil(ILandlord landlord, InTheirLanguage languages)
{
    /// <summary>Takes the words, the link and the code out of the message. A sign-in code says nothing but the code, and stays.</summary>
    public void Over(StoredMessage message)
    {
        if (!message.Secret)
        {
            var (subject, body, _, english) = Words(message);
            (message.Subject, message.Body, message.Code, message.English) = (subject, body, null, Written(english));
            message.Parts = message.Channel == Channel.Text ? TextParts.Of(body).Parts : 1;
        }
    }

    public bool IsOver(StoredMessage message)
    {
        if (message.Secret)
        {
            return true;
        }
        var (subject, body, _, english) = Words(message);
        return message.Code is null && message.Subject == subject && message.Body == body && message.English == Written(english);
    }

    private (string Subject, string Body, string Language, InEnglish? English) Words(StoredMessage message) =>
        languages.Words(message.Language, message.Channel, phrases => Say(phrases, message));

    private static string? Written(InEnglish? english) => english is null ? null : JsonSerializer.Serialize(english);

    private Worded Say(Phrases phrases, StoredMessage message)
    {
        var look = landlord.Current;
        var subject = phrases["veil.subject", ("landlord", look.Name)];
        var said = How(phrases, look, message.Channel);
        return message.Channel switch
        {
            Channel.Text or Channel.WhatsApp => new(subject, phrases["veil.text", ("landlord", look.Name), ("message", said)]),
            Channel.Email => new(subject, $"{phrases["message.dear", ("name", message.ToName)]}\n\n{said}"),
            _ => new(subject, said),
        };
    }

    private static string How(Phrases phrases, LandlordLook look, Channel channel)
    {
        var phone = look.Phone is { Length: > 0 } number ? number : null;
        // from paper it is typed
        var page = look.TellAddress is { Length: > 0 } address
            ? $"{address}/me{(phrases.Language.IsEnglish || channel == Channel.Letter ? "" : $"?{ReadersLanguage.Query}={phrases.Language.Code}")}"
            : null;
        return (phone, page) switch
        {
            ({ }, { }) => phrases["veil.ring-or-sign-in", ("phone", phone), ("address", page)],
            ({ }, null) => phrases["veil.ring", ("phone", phone)],
            (null, { }) => phrases["veil.sign-in", ("address", page)],
            _ => phrases["veil.speak"],
        };
    }
}
