// One call of WhatsApp's, read: what it says of our messages, and which numbers asked us to stop. What else it tells is not kept.
using System.Text.Json;

namespace Hearth.Messaging.Sending.WhatsApp;

/// <param name="Failed">Why it did not arrive; null where it did, or is on its way.</param>
internal sealed record WhatsAppNews(Guid Message, string? ProviderId, bool Delivered, string? Failed);

internal sealed record WhatsAppCall(IReadOnlyList<WhatsAppNews> News, IReadOnlyList<string> Stops)
{
    // in the languages that tenants' pages speak
    private static readonly HashSet<string> StopWords = new(StringComparer.OrdinalIgnoreCase) { "stop", "unsubscribe", "koniec", "بند" };

    /// <summary>The call, or null where the bytes are none.</summary>
    public static WhatsAppCall? Read(byte[] bytes)
    {
        try
        {
            using var read = JsonDocument.Parse(bytes);
            if (Text(read.RootElement, "object") != "whatsapp_business_account")
            {
                return null;
            }
            List<WhatsAppNews> news = [];
            List<string> stops = [];
            foreach (var value in All(read.RootElement, "entry").SelectMany(entry => All(entry, "changes")).Select(c => Inner(c, "value")))
            {
                news.AddRange(All(value, "statuses").Select(NewsOf).OfType<WhatsAppNews>());
                stops.AddRange(All(value, "messages").Where(IsStop).Select(m => "+" + Text(m, "from")).Where(WhatsAppWayOut.IsNumber));
            }
            return new(news, stops);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static WhatsAppNews? NewsOf(JsonElement status) =>
        Guid.TryParseExact(Text(status, "biz_opaque_callback_data"), "D", out var message)
            ? Text(status, "status") switch
            {
                "failed" => new(message, Text(status, "id"), false, WhyOf(status)),
                "delivered" or "read" => new(message, Text(status, "id"), true, null),
                "sent" => new(message, Text(status, "id"), false, null),
                _ => null,
            }
            : null;

    private static string WhyOf(JsonElement status) =>
        All(status, "errors").Select(WhatsAppAnswers.Reason).FirstOrDefault() ?? "WhatsApp could not deliver it";

    private static bool IsStop(JsonElement message) =>
        Text(message, "type") == "text"
        && Text(Inner(message, "text"), "body") is { } body
        && StopWords.Contains(body.Trim(' ', '.', '!', '\n'));

    private static IEnumerable<JsonElement> All(JsonElement of, string name) =>
        Inner(of, name) is { ValueKind: JsonValueKind.Array } all ? all.EnumerateArray() : [];

    private static JsonElement Inner(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var inner) ? inner : default;

    private static string? Text(JsonElement of, string name) =>
        Inner(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
