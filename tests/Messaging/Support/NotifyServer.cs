// A server that speaks GOV.UK Notify's API as far as it is documented: it checks the token, keeps what it took, and can be slow, refuse, lose its answer or be down.
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hearth.Messaging.Tests.Support;

internal enum Mood
{
    Well,

    /// <summary>Takes it, and then answers with an error.</summary>
    TakesAndFails,

    /// <summary>Takes it, and never answers in time.</summary>
    TakesAndSleeps,
    Fails,
    Refuses,
    TooMany,

    /// <summary>“Cannot send letters with a team api key”, or while the service is in trial mode.</summary>
    NoLetters,
}

internal sealed record Taken(string Id, string Path, string To, string Reference, JsonElement Personalisation, string Template)
{
    /// <summary>Of a letter.</summary>
    public byte[] Pdf { get; init; } = [];

    public string? Postage { get; init; }

    /// <summary>What a look at it says; for a letter, Notify begins with a virus scan.</summary>
    public string Status { get; set; } = "created";
}

internal sealed class NotifyServer : IAsyncDisposable
{
    public const string Service = "26785a09-ab16-4eb0-8407-a37497a57506";
    public const string Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    public const string Key = $"hearth-test-{Service}-{Secret}";
    public const string EmailTemplate = "11111111-1111-4111-8111-111111111111";
    public const string TextTemplate = "22222222-2222-4222-8222-222222222222";
    public const string Token = "a long token for receipts";

    private readonly WebApplication app;
    private readonly Func<DateTimeOffset> now;

    private NotifyServer(WebApplication app, Func<DateTimeOffset> now) => (this.app, this.now) = (app, now);

    public ConcurrentQueue<Taken> All { get; } = new();

    public int Asked { get; private set; }

    /// <summary>How often it was asked what became of one.</summary>
    public int Looks { get; private set; }

    public Mood Mood { get; set; }

    /// <summary>Runs when one more has been taken, before the answer.</summary>
    public Action<int> AfterTaking { get; set; } = _ => { };

    public Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal)
        {
            ["Messaging:Notify:Key"] = Key,
            ["Messaging:Notify:Url"] = app.Urls.First(),
            ["Messaging:Notify:EmailTemplate"] = EmailTemplate,
            ["Messaging:Notify:TextTemplate"] = TextTemplate,
            ["Messaging:Notify:CallbackToken"] = Token,
            ["Messaging:Notify:TimeoutSeconds"] = "1",
        };

    /// <param name="now">The server's clock: tokens are good for 30 seconds of it.</param>
    public static async Task<NotifyServer> StartAsync(Func<DateTimeOffset> now)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new NotifyServer(builder.Build(), now);
        server.app.MapPost("/v2/notifications/{kind}", server.TakeAsync);
        server.app.MapGet("/v2/notifications", server.FindAsync);
        server.app.MapGet("/v2/notifications/{id}", server.LookAsync);
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(string kind, HttpContext http)
    {
        Asked++;
        if (!HasToken(http))
        {
            return Error(403, "AuthError", "Invalid token: API key not found");
        }
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        switch (Mood)
        {
            case Mood.Fails:
                return Error(500, "Exception", "Internal server error");
            case Mood.TooMany:
                return Error(429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds");
            case Mood.Refuses:
                return Error(400, "ValidationError", "email_address Not a valid email address: marcus@tenant.example");
        }
        if (kind == "letter" && Mood == Mood.NoLetters)
        {
            return Error(403, "BadRequestError", "Cannot send letters with a team api key");
        }
        // as Notify's schema has it: a reference and the PDF, perhaps the postage, and nothing else
        if (kind == "letter" && Fault(body) is { } fault)
        {
            return Error(400, "ValidationError", fault);
        }
        var taken =
            kind == "letter"
                ? new Taken(Guid.CreateVersion7().ToString(), kind, "", body.GetProperty("reference").GetString()!, default, "")
                {
                    Pdf = Convert.FromBase64String(body.GetProperty("content").GetString()!),
                    Postage = body.TryGetProperty("postage", out var postage) ? postage.GetString() : "second",
                    Status = "pending-virus-check",
                }
                : new Taken(
                    Guid.CreateVersion7().ToString(),
                    kind,
                    body.GetProperty(kind == "email" ? "email_address" : "phone_number").GetString()!,
                    body.GetProperty("reference").GetString()!,
                    body.GetProperty("personalisation").Clone(),
                    body.GetProperty("template_id").GetString()!
                );
        All.Enqueue(taken);
        AfterTaking(All.Count);
        if (Mood == Mood.TakesAndFails)
        {
            return Error(503, "Exception", "Service unavailable");
        }
        if (Mood == Mood.TakesAndSleeps)
        {
            await Task.Delay(TimeSpan.FromSeconds(3));
        }
        return Results.Json(new { id = taken.Id, reference = taken.Reference }, statusCode: 201);
    }

    // the newest first
    private IResult FindAsync(string? reference, HttpContext http) =>
        HasToken(http)
            ? Results.Json(
                new { notifications = All.Where(one => one.Reference == reference).Reverse().Select(one => new { id = one.Id, reference }) }
            )
            : Error(403, "AuthError", "Invalid token");

    private IResult LookAsync(string id, HttpContext http)
    {
        Looks++;
        return !HasToken(http) ? Error(403, "AuthError", "Invalid token")
            : Mood == Mood.TooMany ? Error(429, "RateLimitError", "Exceeded rate limit")
            : All.FirstOrDefault(one => one.Id == id) is { } found
                ? Results.Json(
                    new
                    {
                        id,
                        reference = found.Reference,
                        status = found.Status,
                        type = found.Path,
                    }
                )
            : Error(404, "NoResultFound", "No result found");
    }

    private static string? Fault(JsonElement letter) =>
        !letter.TryGetProperty("reference", out _) ? "reference is a required property"
        : !letter.TryGetProperty("content", out var content) ? "content is a required property"
        : letter.EnumerateObject().Select(p => p.Name).FirstOrDefault(name => name is not ("reference" or "content" or "postage"))
            is { } more
            ? $"Additional properties are not allowed ({more} was unexpected)"
        : letter.TryGetProperty("postage", out var postage) && postage.GetString() is not ("first" or "second" or "economy")
            ? "postage invalid. It must be either first, second or economy."
        : !Convert.FromBase64String(content.GetString()!).AsSpan().StartsWith("%PDF-"u8) ? "Letter content is not a valid PDF"
        : null;

    // as another would check it: three parts, the signature by the secret, the issuer, the age
    private bool HasToken(HttpContext http)
    {
        var parts = http.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal).Split('.');
        if (parts.Length != 3)
        {
            return false;
        }
        using var mac = new HMACSHA256(Encoding.UTF8.GetBytes(Secret));
        var right = mac.ComputeHash(Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]));
        var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])).RootElement;
        var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
        return right.SequenceEqual(Base64Url.DecodeFromChars(parts[2]))
            && header.GetProperty("alg").GetString() == "HS256"
            && payload.GetProperty("iss").GetString() == Service
            && Math.Abs(payload.GetProperty("iat").GetInt64() - now().ToUnixTimeSeconds()) <= 30;
    }

    private static IResult Error(int status, string error, string message) =>
        Results.Json(new { status_code = status, errors = new[] { new { error, message } } }, statusCode: status);
}
