// What an answer of WhatsApp's means for a message. The numbers are Meta's.
using System.Net;
using System.Text.Json;

namespace Hearth.Messaging.Sending.WhatsApp;

internal static class WhatsAppAnswers
{
    public static Dispatch Of(HttpStatusCode status, string text)
    {
        if (Read(text) is not { } said)
        {
            // somebody between us and Meta answered, or Meta fell over: it may have taken it
            return new Unknown($"WhatsApp answered {(int)status} and nothing else. It may have gone.");
        }
        if (
            said.TryGetProperty("messages", out var messages)
            && messages.ValueKind == JsonValueKind.Array
            && messages.GetArrayLength() > 0
            && messages[0].TryGetProperty("id", out var id)
            && id.GetString() is { Length: > 0 } taken
        )
        {
            return new Accepted(taken);
        }
        return said.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
            ? OfError(status, error)
            : new Unknown($"WhatsApp answered {(int)status} without saying what. It may have gone.");
    }

    /// <summary>Why a message did not arrive, for officers; Meta's words quote the number now and then.</summary>
    public static string Reason(JsonElement error) =>
        Code(error) switch
        {
            131026 => "There is no WhatsApp on this number, or it is too old",
            131050 => "They have stopped messages from us in WhatsApp",
            131049 => "WhatsApp held it back: they get too many messages of this kind",
            130472 => "WhatsApp held it back, for a trial of its own",
            131047 => "WhatsApp wants an approved template for this",
            131030 => "WhatsApp’s test number may not write to this number",
            var code => $"WhatsApp refused it ({code}{(Words(error) is { } words ? $": {words}" : "")})",
        };

    private static Dispatch OfError(HttpStatusCode status, JsonElement error) =>
        Code(error) switch
        {
            0 or 3 or 10 or 190 or (>= 200 and <= 299) or 131005 => new WayClosed("WhatsApp does not take our token: " + Words(error)),
            4 or 80007 or 130429 or 131048 => new WayClosed("WhatsApp asks us to wait: " + Words(error)),
            33 or 368 or 131031 or 131042 or 131045 or 133010 => new WayClosed("WhatsApp does not let our number send: " + Words(error)),
            132001 or 132007 or 132015 or 132016 => new WayClosed("WhatsApp does not take our template: " + Words(error)),
            // too many to this one person just now
            131056 => new NotNow("WhatsApp asks us to wait before we write to this person again"),
            1 or 2 or 131000 or 131016 or 133004 => new NotNow("WhatsApp has a fault: " + Words(error)),
            _ when status == HttpStatusCode.TooManyRequests => new WayClosed("WhatsApp asks us to wait: " + Words(error)),
            _ when (int)status >= 500 => new NotNow("WhatsApp has a fault: " + Words(error)),
            _ => new Refused(Reason(error)),
        };

    private static int Code(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var code) && code.TryGetInt32(out var number)
            ? number
            : -1;

    private static string? Words(JsonElement error) =>
        error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String ? message.GetString()
        : error.TryGetProperty("title", out var title) && title.ValueKind == JsonValueKind.String ? title.GetString()
        : null;

    private static JsonElement? Read(string text)
    {
        try
        {
            var read = JsonSerializer.Deserialize<JsonElement>(text);
            return read.ValueKind == JsonValueKind.Object ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
