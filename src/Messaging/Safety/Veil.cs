// Words that say nothing of what a message is about: for people whom it would endanger if somebody else read it.
using Hearth.DesignSystem.Public;

namespace Hearth.Messaging.Safety;

internal static class Veil
{
    /// <summary>Takes the words, the link and the code out of the message. A sign-in code says nothing but the code, and stays.</summary>
    public static void Over(StoredMessage message, LandlordLook landlord)
    {
        if (!message.Secret)
        {
            (message.Subject, message.Body, message.Code) = (Subject(landlord), Body(message, landlord), null);
        }
    }

    public static bool IsOver(StoredMessage message, LandlordLook landlord) =>
        message.Secret || (message.Code is null && message.Subject == Subject(landlord) && message.Body == Body(message, landlord));

    private static string Subject(LandlordLook landlord) => $"A message from {landlord.Name}";

    private static string Body(StoredMessage message, LandlordLook landlord)
    {
        string[] ways =
        [
            .. landlord.Phone is { Length: > 0 } phone ? [$"ring us on {phone}"] : Array.Empty<string>(),
            .. landlord.TellAddress is { Length: > 0 } address ? [$"sign in at {address}/me"] : Array.Empty<string>(),
        ];
        var how = ways.Length == 0 ? "speak to us" : string.Join(", or ", ways);
        return message.Channel switch
        {
            Public.Channel.Text => $"{landlord.Name}: we have a message for you. When it is a good time for you, {how}.",
            Public.Channel.Email => $"Dear {message.ToName}\n\nWe have a message for you. When it is a good time for you, {how}.",
            _ => $"We have a message for you. When it is a good time for you, {how}.",
        };
    }
}
