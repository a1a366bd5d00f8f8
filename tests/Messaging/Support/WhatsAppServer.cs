// A server that speaks as much of Meta's WhatsApp Cloud API as is documented: it checks the token and the shape of what it gets, keeps what it took, and errs on request.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hearth.Messaging.Tests.Support;

internal sealed record TakenByWhatsApp(string Id, string To, string Template, string Language, string[] Parameters, string Reference);

internal sealed class WhatsAppServer : IAsyncDisposable
{
    public const string Token = "EAAG-a-token-of-the-tests";
    public const string NumberId = "106540352242922";
    public const string Secret = "the secret of the app";
    public const string Verify = "a word for the introduction";

    private readonly WebApplication app;

    private WhatsAppServer(WebApplication app) => this.app = app;

    public ConcurrentQueue<TakenByWhatsApp> All { get; } = new();

    public int Asked { get; private set; }

    /// <summary>An error instead of the usual: HTTP status and Meta's number. Number 0 with status 502 is a page of somebody in between.</summary>
    public (int Status, int Code)? Errs { get; set; }

    /// <summary>Takes it, and then is silent.</summary>
    public bool Sleeps { get; set; }

    public Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal)
        {
            ["Messaging:WhatsApp:Url"] = app.Urls.First() + "/v23.0",
            ["Messaging:WhatsApp:Token"] = Token,
            ["Messaging:WhatsApp:PhoneNumberId"] = NumberId,
            ["Messaging:WhatsApp:Template"] = "hearth_message",
            ["Messaging:WhatsApp:Languages:0"] = "en_GB",
            ["Messaging:WhatsApp:Languages:1"] = "pl",
            ["Messaging:WhatsApp:AppSecret"] = Secret,
            ["Messaging:WhatsApp:VerifyToken"] = Verify,
            ["Messaging:WhatsApp:TimeoutSeconds"] = "1",
        };

    public static async Task<WhatsAppServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new WhatsAppServer(builder.Build());
        server.app.MapPost("/v23.0/{number}/messages", server.TakeAsync);
        await server.app.StartAsync();
        return server;
    }

    /// <summary>As Meta signs its calls.</summary>
    public static string Signature(string body, string secret = Secret) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(string number, HttpContext http)
    {
        Asked++;
        if (http.Request.Headers.Authorization != $"Bearer {Token}")
        {
            return Error(401, 190, "Invalid OAuth access token - Cannot parse access token");
        }
        if (number != NumberId)
        {
            return Error(400, 100, "Unsupported post request");
        }
        if (Errs is { } err)
        {
            return err.Code == 0
                ? Results.Content("<html>Bad gateway</html>", "text/html", statusCode: err.Status)
                : Error(err.Status, err.Code, "words of Meta");
        }
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        if (Fault(body) is { } fault)
        {
            return Error(400, 132000, fault);
        }
        var template = body.GetProperty("template");
        var taken = new TakenByWhatsApp(
            $"wamid.{Guid.CreateVersion7():N}",
            body.GetProperty("to").GetString()!,
            template.GetProperty("name").GetString()!,
            template.GetProperty("language").GetProperty("code").GetString()!,
            Parameters(template),
            body.GetProperty("biz_opaque_callback_data").GetString()!
        );
        All.Enqueue(taken);
        if (Sleeps)
        {
            await Task.Delay(TimeSpan.FromSeconds(3));
        }
        return Results.Json(
            new
            {
                messaging_product = "whatsapp",
                contacts = new[] { new { input = taken.To, wa_id = taken.To } },
                messages = new[] { new { id = taken.Id, message_status = "accepted" } },
            }
        );
    }

    private static string[] Parameters(JsonElement template) =>
        [
            .. template
                .GetProperty("components")
                .EnumerateArray()
                .Single(c => c.GetProperty("type").GetString() == "body")
                .GetProperty("parameters")
                .EnumerateArray()
                .Select(p => p.GetProperty("text").GetString()!),
        ];

    private static string? Fault(JsonElement body) =>
        body.GetProperty("messaging_product").GetString() != "whatsapp" ? "(#100) The parameter messaging_product is required."
        : body.GetProperty("type").GetString() != "template" ? "(#131047) Re-engagement message"
        : Parameters(body.GetProperty("template")) is not { Length: 2 } two ? "(#132000) Number of parameters does not match"
        : two.Any(text => text.Length == 0 || text.IndexOfAny(['\n', '\r', '\t']) >= 0 || text.Contains("    ", StringComparison.Ordinal))
            ? "(#132018) Param text cannot have new-line/tab characters or more than 4 consecutive spaces"
        : null;

    private static IResult Error(int status, int code, string message) =>
        Results.Json(
            new
            {
                error = new
                {
                    message,
                    type = "OAuthException",
                    code,
                    error_data = new { messaging_product = "whatsapp", details = message },
                    fbtrace_id = "A",
                },
            },
            statusCode: status
        );
}
