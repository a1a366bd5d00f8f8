// What the landlord's IT sets for GOV.UK Notify: section "Messaging:Notify".
namespace Hearth.Messaging.Sending.Notify;

internal sealed class NotifyOptions
{
    public const string Client = "notify";

    /// <summary>The API key. A test key sends nothing and is taken like any other. Nothing set: Notify is not used.</summary>
    public string? Key { get; set; }

    public string Url { get; set; } = "https://api.notifications.service.gov.uk";

    /// <summary>A template with ((subject)) and ((body)). Nothing set: e-mail goes another way.</summary>
    public Guid? EmailTemplate { get; set; }

    /// <summary>A template with ((body)) alone. Nothing set: texts go another way.</summary>
    public Guid? TextTemplate { get; set; }

    /// <summary>True: GOV.UK Notify prints and posts letters. Otherwise they wait for print runs.</summary>
    public bool Letters { get; set; }

    /// <summary>“first”, “second” or “economy”.</summary>
    public string Postage { get; set; } = "second";

    /// <summary>What Notify sends with each delivery receipt, at least 10 letters. Nothing set: receipts are not taken.</summary>
    public string? CallbackToken { get; set; }

    public int TimeoutSeconds { get; set; } = 30;

    public bool Email => NotifyKey.Read(Key) is not null && EmailTemplate is not null;

    public bool Text => NotifyKey.Read(Key) is not null && TextTemplate is not null;

    public bool Post => NotifyKey.Read(Key) is not null && Letters;
}
