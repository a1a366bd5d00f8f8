// GOV.UK Notify's REST API, as much of it as Hearth needs: send, and find by our own reference what was sent before.
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Hearth.Messaging.Sending.Notify;

/// <summary>What Notify said.</summary>
/// <param name="Status">Null where nothing answered.</param>
/// <param name="Id">Notify's own id, where it has the notification.</param>
/// <param name="Reason">In its words, where it refused.</param>
/// <param name="Reached">False where no connection was made at all: nothing can have gone.</param>
/// <param name="State">What became of the notification, where that was asked.</param>
internal sealed record NotifyAnswer(HttpStatusCode? Status, string? Id, string? Reason, bool Reached = true, string? State = null);

internal sealed class NotifyClient(HttpClient http, NotifyKey key, TimeProvider time)
{
    public Task<NotifyAnswer> SendAsync(string path, object body, CancellationToken stop) =>
        AskAsync(() => new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) }, ReadSent, stop);

    /// <summary>The notification that carries this reference; no id where there is none.</summary>
    public Task<NotifyAnswer> FindAsync(string reference, CancellationToken stop) =>
        AskAsync(
            () => new HttpRequestMessage(HttpMethod.Get, "/v2/notifications?reference=" + Uri.EscapeDataString(reference)),
            ReadFound,
            stop
        );

    /// <summary>What became of one notification: “accepted”, “received”, “validation-failed”.</summary>
    public Task<NotifyAnswer> StateAsync(string id, CancellationToken stop) =>
        AskAsync(() => new HttpRequestMessage(HttpMethod.Get, "/v2/notifications/" + Uri.EscapeDataString(id)), ReadSent, stop);

    private async Task<NotifyAnswer> AskAsync(Func<HttpRequestMessage> ask, Func<JsonElement, string?> read, CancellationToken stop)
    {
        try
        {
            using var request = ask();
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Token(time.GetUtcNow()));
            using var response = await http.SendAsync(request, stop);
            var text = await response.Content.ReadAsStringAsync(stop);
            if (!response.IsSuccessStatusCode)
            {
                return new(response.StatusCode, null, Reason(text));
            }
            return Json(text) is { } made
                ? new(response.StatusCode, read(made), null, State: Text(made, "status"))
                : new(response.StatusCode, null, null);
        }
        catch (HttpRequestException failure)
        {
            var before =
                failure.HttpRequestError
                is HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError;
            return new(null, null, "GOV.UK Notify does not answer: " + failure.HttpRequestError, Reached: !before);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new(null, null, $"GOV.UK Notify did not answer within {http.Timeout.TotalSeconds:0} seconds");
        }
    }

    private static string? ReadSent(JsonElement sent) => Text(sent, "id");

    private static string? Text(JsonElement found, string name) =>
        found.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? ReadFound(JsonElement found) =>
        found.TryGetProperty("notifications", out var all) && all.ValueKind == JsonValueKind.Array && all.GetArrayLength() > 0
            ? ReadSent(all[0])
            : null;

    // “BadRequestError: Can’t send to this recipient using a team-only API key”
    private static string? Reason(string text) =>
        Json(text) is { } said
        && said.TryGetProperty("errors", out var errors)
        && errors.ValueKind == JsonValueKind.Array
        && errors.GetArrayLength() > 0
        && errors[0].TryGetProperty("message", out var message)
            ? message.GetString()
            : null;

    private static JsonElement? Json(string text)
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
