// How rungs are named and counted.
using System.Globalization;
using Hearth.Messaging.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Asking.Ladders;

internal static class LadderWords
{
    public static string Name(Channel channel) =>
        channel switch
        {
            Channel.Email => "E-mail",
            Channel.Text => "Text",
            Channel.WhatsApp => "WhatsApp",
            Channel.Letter => "Letter",
            Channel.Telephone => "Telephone",
            _ => "At the door",
        };

    public static string One(Channel channel) =>
        channel switch
        {
            Channel.Email => "an e-mail",
            Channel.Text => "a text",
            Channel.WhatsApp => "a WhatsApp message",
            Channel.Letter => "a letter",
            Channel.Telephone => "a call",
            _ => "a visit",
        };

    /// <summary>“1 letter”, “1,204 calls”.</summary>
    public static string Count(Channel channel, int count) =>
        (channel, count) switch
        {
            (Channel.Email, 1) => "1 e-mail",
            (Channel.Email, _) => $"{count:N0} e-mails",
            (Channel.Text, 1) => "1 text",
            (Channel.Text, _) => $"{count:N0} texts",
            (Channel.WhatsApp, 1) => "1 WhatsApp message",
            (Channel.WhatsApp, _) => $"{count:N0} WhatsApp messages",
            (Channel.Letter, 1) => "1 letter",
            (Channel.Letter, _) => $"{count:N0} letters",
            (Channel.Telephone, 1) => "1 call",
            (Channel.Telephone, _) => $"{count:N0} calls",
            (_, 1) => "1 visit",
            _ => $"{count:N0} visits",
        };

    public static string Homes(int count) => count == 1 ? "1 household" : $"{count:N0} households";

    /// <summary>“36p”, “£7.48”, “£1,204”: as exact as anybody needs it.</summary>
    public static string Money(decimal pence) =>
        pence < 100
            ? pence.ToString("0.#", CultureInfo.InvariantCulture) + "p"
            : "£" + (pence / 100).ToString(pence < 10_000 ? "N2" : "N0", Culture.English);
}
