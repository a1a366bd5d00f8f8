// A directory of our own that speaks OpenID Connect over HTTP, and can be told to lie.
using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hearth.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hearth.People.Staff.Tests;

internal sealed class TestDirectory : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Func<DateTimeOffset> now;
    private readonly Dictionary<string, (string Nonce, string Challenge, string Back)> codes = [];
    private RSA key = RSA.Create(2048);
    private string keyId = "first";

    private TestDirectory(WebApplication app, Func<DateTimeOffset> now) => (this.app, this.now) = (app, now);

    public string Address => app.Urls.First();

    public const string Client = "hearth";
    public const string Secret = "a secret: with+signs";

    public string Subject { get; set; } = "u-1";
    public string? Email { get; set; } = "joe@landlord.example";
    public bool? EmailVerified { get; set; }
    public string[] Groups { get; set; } = [];
    public bool WrongKey { get; set; }
    public bool WrongNonce { get; set; }
    public bool Unsigned { get; set; }
    public string? Audience { get; set; }
    public string? Issuer { get; set; }
    public TimeSpan Lasts { get; set; } = TimeSpan.FromMinutes(5);
    public bool Down { get; set; }

    public IReadOnlyDictionary<string, string?> Settings(params (string Key, string? Value)[] more) =>
        new Dictionary<string, string?>
        {
            ["Hearth:Directory:Authority"] = Address,
            ["Hearth:Directory:ClientId"] = Client,
            ["Hearth:Directory:ClientSecret"] = Secret,
            ["Hearth:Directory:Name"] = "your Ousebridge account",
        }
            .Concat(more.Select(m => KeyValuePair.Create($"Hearth:Directory:{m.Key}", m.Value)))
            .ToDictionary();

    /// <summary>From now on it signs with another key, and its list of keys holds that one only.</summary>
    public void RollKeys() => (key, keyId) = (RSA.Create(2048), "second");

    public static async Task<TestDirectory> StartAsync(Func<DateTimeOffset> now)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var directory = new TestDirectory(builder.Build(), now);
        directory.Map();
        await directory.app.StartAsync();
        return directory;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private void Map()
    {
        app.Use((context, next) => Down ? Broken(context) : next(context));
        app.MapGet(
            "/.well-known/openid-configuration",
            () =>
                Results.Json(
                    new
                    {
                        issuer = Address,
                        authorization_endpoint = $"{Address}/authorize",
                        token_endpoint = $"{Address}/token",
                        jwks_uri = $"{Address}/keys",
                    }
                )
        );
        app.MapGet(
            "/keys",
            () =>
            {
                var open = key.ExportParameters(false);
                return Results.Json(
                    new
                    {
                        keys = new[]
                        {
                            new
                            {
                                kty = "RSA",
                                use = "sig",
                                kid = keyId,
                                n = Base64Url.EncodeToString(open.Modulus),
                                e = Base64Url.EncodeToString(open.Exponent),
                            },
                        },
                    }
                );
            }
        );
        app.MapGet(
            "/authorize",
            (HttpRequest request) =>
            {
                var asked = request.Query;
                Assert.Equal(
                    ("code", Client, "S256"),
                    (asked["response_type"].ToString(), asked["client_id"].ToString(), asked["code_challenge_method"].ToString())
                );
                Assert.Contains("openid", asked["scope"].ToString().Split(' '));
                var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
                codes[code] = (asked["nonce"]!, asked["code_challenge"]!, asked["redirect_uri"]!);
                return Results.Redirect($"{asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(asked["state"]!)}");
            }
        );
        app.MapPost("/token", TokenAsync);
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Client}:{Uri.EscapeDataString(Secret)}"));
        var proof = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        // each code is good once, with the verifier and the address it was asked for with
        if (
            request.Headers.Authorization != basic
            || !codes.Remove(form["code"].ToString(), out var asked)
            || asked.Challenge != proof
            || asked.Back != form["redirect_uri"]
        )
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: (int)HttpStatusCode.BadRequest);
        }
        var claims = new Dictionary<string, object>
        {
            ["sub"] = Subject,
            ["nonce"] = WrongNonce ? "another" : asked.Nonce,
            ["name"] = "Joe Hartnell",
        };
        if (Email is not null)
        {
            claims["email"] = Email;
        }
        if (EmailVerified is { } verified)
        {
            claims["email_verified"] = verified;
        }
        if (Groups.Length > 0)
        {
            claims["groups"] = Groups;
        }
        var signing = new RsaSecurityKey(WrongKey ? RSA.Create(2048) : key) { KeyId = keyId };
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer ?? Address,
                Audience = Audience ?? Client,
                Claims = claims,
                IssuedAt = now().UtcDateTime,
                Expires = (now() + Lasts).UtcDateTime,
                SigningCredentials = Unsigned ? null : new SigningCredentials(signing, SecurityAlgorithms.RsaSha256),
            }
        );
        return Results.Json(
            new
            {
                access_token = "x",
                token_type = "Bearer",
                id_token = token,
            }
        );
    }

    private static Task Broken(HttpContext context)
    {
        context.Response.StatusCode = 503;
        return Task.CompletedTask;
    }
}
