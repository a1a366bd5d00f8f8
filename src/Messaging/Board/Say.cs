// How the pages say counts, days, kinds of message and what became of one.
using System.Globalization;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;

namespace Hearth.Messaging.Board;

internal static class Say
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>“survey-invitation” → “Survey invitation”.</summary>
    public static string Purpose(string purpose)
    {
        var words = purpose.Replace('-', ' ').Trim();
        return words.Length == 0 ? "Message" : char.ToUpper(words[0], English) + words[1..];
    }

    /// <summary>“Urdu”.</summary>
    public static string Language(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    /// <summary>“164 characters, paid for as 3 texts: 9p. A text with a letter that is not in the phones’ own alphabet holds 70.”</summary>
    public static string Length(TextParts text, decimal pence)
    {
        var paid = text.Parts == 1 ? "one text" : $"{text.Parts} texts";
        var holds = text.Gsm ? "" : " With letters beyond the plain alphabet of phones, each holds 70, not 160.";
        return $"{Count(text.Units, "character", "characters")}, paid for as {paid}: {(text.Parts * pence).ToString("0.##", English)}p.{holds}";
    }

    public static string Number(int count) => count.ToString("N0", English);

    /// <summary>“+447700900123” → “07700 900123”; what is no British number stays as it is.</summary>
    public static string Phone(string address) =>
        address.StartsWith("+44", StringComparison.Ordinal) && address.Length == 13 && address.Skip(1).All(char.IsAsciiDigit)
            ? $"0{address[3..7]} {address[7..]}"
            : address;

    /// <summary>A number, or a postal address on one line.</summary>
    public static string Address(string address) => Phone(address.Replace("\n", ", ", StringComparison.Ordinal));

    public static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    /// <summary>“12 November 2026”.</summary>
    public static string Day(DateTimeOffset at) => at.InLondon().ToString("d MMMM yyyy", English);

    /// <summary>“Friday 18 December”.</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM", English);

    /// <summary>“12 November at 5.30pm”.</summary>
    public static string Moment(DateTimeOffset at)
    {
        var there = at.InLondon();
        return $"{there.ToString("d MMMM", English)} at {Time(there)}";
    }

    /// <summary>With its year: for what may lie years away.</summary>
    public static string Year(DateTimeOffset at)
    {
        var there = at.InLondon();
        return $"{there.ToString("d MMMM yyyy", English)} at {Time(there)}";
    }

    private static string Time(DateTimeOffset there) =>
        there.ToString(there.Minute == 0 ? "htt" : "h.mmtt", English).Replace(" ", "").ToLowerInvariant();

    public static string Way(Channel channel) =>
        channel switch
        {
            Channel.Email => "E-mail",
            Channel.Door => "Visit",
            _ => channel.ToString(),
        };

    /// <summary>“1 letter”, “3 calls”.</summary>
    public static string Things(Channel channel, int count) =>
        channel switch
        {
            Channel.Email => Count(count, "e-mail", "e-mails"),
            Channel.Text => Count(count, "text", "texts"),
            Channel.WhatsApp => Count(count, "WhatsApp message", "WhatsApp messages"),
            Channel.Letter => Count(count, "letter", "letters"),
            Channel.Telephone => Count(count, "call", "calls"),
            _ => Count(count, "visit", "visits"),
        };

    public static string Icon(Channel channel) =>
        channel switch
        {
            Channel.Email => "mail",
            Channel.Text or Channel.WhatsApp => "text",
            Channel.Letter => "paper",
            Channel.Telephone => "phone",
            _ => "door",
        };

    public static string Status(MessageStatus status, Channel channel) =>
        (status, channel) switch
        {
            (MessageStatus.Queued, _) => "Waits",
            (MessageStatus.Sending, Channel.Letter) => "Being printed",
            (MessageStatus.Sending, _) => "Going now",
            (MessageStatus.Sent, Channel.Letter) => "Posted",
            (MessageStatus.Sent, Channel.Telephone or Channel.Door) => "Reached",
            (MessageStatus.Sent, _) => "Sent",
            (MessageStatus.Failed, _) => "Failed",
            (MessageStatus.InDoubt, _) => "In doubt",
            _ => "Taken back",
        };

    /// <summary>Kind of tag.</summary>
    public static string Kind(MessageStatus status) =>
        status switch
        {
            MessageStatus.Sent => "done",
            MessageStatus.Failed or MessageStatus.InDoubt => "hot",
            MessageStatus.Cancelled => "plain",
            _ => "open",
        };
}
