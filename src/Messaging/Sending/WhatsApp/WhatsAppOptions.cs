// What the landlord's IT sets for WhatsApp: section "Messaging:WhatsApp". Nothing set: no message leaves by it.
namespace Hearth.Messaging.Sending.WhatsApp;

internal sealed class WhatsAppOptions
{
    /// <summary>A token of the landlord's own app at Meta. Never shown, never written down.</summary>
    public string? Token { get; set; }

    /// <summary>Meta's id of the landlord's number.</summary>
    public string? PhoneNumberId { get; set; }

    /// <summary>The name of the approved template with two variables: the person's name, and the words.</summary>
    public string? Template { get; set; }

    /// <summary>The languages the template is approved in, as Meta writes them; the first stands in for those that are missing.</summary>
    public IList<string> Languages { get; set; } = [];

    /// <summary>Signs what Meta calls us with. Nothing set: calls are not taken.</summary>
    public string? AppSecret { get; set; }

    /// <summary>What Meta shows once, when the landlord's IT enters the address it calls.</summary>
    public string? VerifyToken { get; set; }

    public string Url { get; set; } = "https://graph.facebook.com/v23.0/";

    public int TimeoutSeconds { get; set; } = 30;

    public bool On =>
        !string.IsNullOrWhiteSpace(Token) && !string.IsNullOrWhiteSpace(PhoneNumberId) && !string.IsNullOrWhiteSpace(Template);

    /// <summary>“pl-PL” → “pl”, where the template is approved in it.</summary>
    public string LanguageFor(string language)
    {
        var wanted = language.Replace('-', '_');
        return Languages.FirstOrDefault(one => string.Equals(one, wanted, StringComparison.OrdinalIgnoreCase))
            ?? Languages.FirstOrDefault(one => string.Equals(one.Split('_')[0], wanted.Split('_')[0], StringComparison.OrdinalIgnoreCase))
            ?? Languages.FirstOrDefault()
            ?? "en_GB";
    }
}
