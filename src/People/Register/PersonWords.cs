// Words for people, homes and days on officers' pages.
using System.Globalization;
using Hearth.Messaging.Public;
using Hearth.People.Public;

namespace Hearth.People.Register;

internal static class PersonWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Name(Person person) =>
        person.ForgottenAt is not null ? "A person who asked to be forgotten" : Name(person.Title, person.GivenName, person.FamilyName);

    public static string Name(string? title, string given, string family) =>
        string.Join(' ', new[] { title, given, family }.Where(part => !string.IsNullOrWhiteSpace(part)));

    public static string Address(string lines, string? postcode) => lines.Replace("\n", ", ") + (postcode is null ? "" : $", {postcode}");

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", English);

    public static string Way(ContactWay? way) =>
        way switch
        {
            null => "Never said",
            ContactWay.Email => "E-mail",
            ContactWay.Text => "Text message",
            ContactWay.WhatsApp => "WhatsApp",
            ContactWay.Telephone => "Telephone",
            ContactWay.Post => "Letter",
            _ => "Face to face",
        };

    public static string Way(Channel channel) =>
        channel switch
        {
            Channel.Email => "E-mail",
            Channel.Text => "Text message",
            Channel.WhatsApp => "WhatsApp",
            Channel.Letter => "Letter",
            Channel.Door => "At the door",
            _ => "Telephone",
        };

    /// <summary>What is minded when this person is reached, a line each.</summary>
    public static IEnumerable<string> Safety(ContactSafety safety)
    {
        foreach (var way in safety.Never())
        {
            yield return way == Channel.Text
                ? "Never by text message or WhatsApp"
                : $"Never by {Way(way).ToLowerInvariant()}".Replace("by at the door", "at the door", StringComparison.Ordinal);
        }
        if (safety.WriteTo is { } address)
        {
            yield return $"Letters go to {Address(address, null)}";
        }
        foreach (var line in safety.Care())
        {
            yield return line;
        }
    }

    public static string Kind(MessageKind kind) =>
        kind switch
        {
            MessageKind.Surveys => "Being asked to take surveys",
            MessageKind.News => "News of events and ways to take part",
            MessageKind.Calls => "Being rung",
            MessageKind.Visits => "Being visited",
            _ => "Being told what came of what they said",
        };
}
