// Speaks OpenID Connect with the landlord's directory: authorisation code with PKCE, and an ID token that is checked before a word of it is believed.
using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Hearth.People.Staff.SignInByDirectory;

/// <summary>What the browser carries, sealed, while somebody is at the directory.</summary>
internal sealed record AtTheDirectory(string State, string Nonce, string Verifier, string? Then, DateTimeOffset Until);

/// <summary>Who the directory says they are.</summary>
internal sealed record SaidByDirectory(string Subject, string? Email, bool EmailDoubted, string? Name, IReadOnlyList<string> Groups);

/// <summary>The directory, or what came from it, cannot be believed; the words are for the log, never for the page.</summary>
internal sealed class DirectoryRefused(string why) : Exception(why);

/// <summary>One for the whole process: it keeps the discovery document and the keys.</summary>
internal sealed class Directory(DirectoryOptions options, IHttpClientFactory clients, TimeProvider time)
{
    public const string Client = "Hearth.Directory";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private ConfigurationManager<OpenIdConnectConfiguration>? discovery;
    private DateTimeOffset readAgain;

    public DirectoryOptions Options => options;

    /// <summary>Where the browser goes, and what it carries meanwhile.</summary>
    public async Task<(string Url, AtTheDirectory Carried)> SendAsync(string back, string? then, CancellationToken stop)
    {
        var found = await Discovery().GetConfigurationAsync(stop);
        var carried = new AtTheDirectory(Random(), Random(), Random(), then, time.GetUtcNow().AddMinutes(10));
        var url = QueryHelpers.AddQueryString(
            found.AuthorizationEndpoint,
            new Dictionary<string, string?>
            {
                ["response_type"] = "code",
                ["client_id"] = options.ClientId,
                ["redirect_uri"] = back,
                ["scope"] = $"openid {options.Scopes}".Trim(),
                ["state"] = carried.State,
                ["nonce"] = carried.Nonce,
                ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(carried.Verifier))),
                ["code_challenge_method"] = "S256",
            }
        );
        return (url, carried);
    }

    /// <summary>Exchanges the code and checks the token.</summary>
    /// <exception cref="DirectoryRefused">It cannot be believed.</exception>
    public async Task<SaidByDirectory> ReceiveAsync(string code, string back, AtTheDirectory carried, CancellationToken stop)
    {
        var found = await Discovery().GetConfigurationAsync(stop);
        var token = await ExchangeAsync(found.TokenEndpoint, code, back, carried.Verifier, stop);
        var checkedToken = await CheckAsync(token, found);
        if (checkedToken.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // the provider has rolled its keys since we read them
            ReadAgain();
            checkedToken = await CheckAsync(token, await Discovery().GetConfigurationAsync(stop));
        }
        if (!checkedToken.IsValid)
        {
            throw new DirectoryRefused($"The ID token is not valid: {checkedToken.Exception?.GetType().Name}");
        }
        var claims = (JsonWebToken)checkedToken.SecurityToken;
        if (!claims.TryGetPayloadValue<string>("nonce", out var nonce) || !Same(nonce, carried.Nonce))
        {
            throw new DirectoryRefused("The ID token was not made for this sign-in: its nonce differs");
        }
        // OpenID Connect Core 3.1.3.7: where there are several audiences, or the claim is there, the authorised party is us
        var named = claims.TryGetPayloadValue<string>("azp", out var party);
        if ((claims.Audiences.Count() > 1 && !named) || (named && party != options.ClientId))
        {
            throw new DirectoryRefused("The ID token was made for somebody else");
        }
        return new(
            $"{claims.Issuer}|{claims.Subject}",
            Text(claims, "email"),
            Text(claims, "email_verified") is { } verified && !string.Equals(verified, "true", StringComparison.OrdinalIgnoreCase),
            Text(claims, "name"),
            [.. claims.Claims.Where(c => c.Type == options.GroupsClaim).Select(c => c.Value)]
        );
    }

    private static string? Text(JsonWebToken token, string claim) => token.Claims.FirstOrDefault(c => c.Type == claim)?.Value;

    public static bool Same(string? a, string? b) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a ?? ""), Encoding.UTF8.GetBytes(b ?? ""))
        && !string.IsNullOrEmpty(a);

    private async Task<string> ExchangeAsync(string endpoint, string code, string back, string verifier, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = back,
            ["code_verifier"] = verifier,
            ["client_id"] = options.ClientId,
        };
        if (options.ClientSecret is { Length: > 0 } secret)
        {
            // RFC 6749 2.3.1: both parts are form-encoded before they are joined
            var joined = $"{Uri.EscapeDataString(options.ClientId)}:{Uri.EscapeDataString(secret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(joined)));
        }
        request.Content = new FormUrlEncodedContent(form);
        request.Headers.Accept.ParseAdd("application/json");
        using var client = clients.CreateClient(Client);
        using var response = await client.SendAsync(request, stop);
        if (!response.IsSuccessStatusCode)
        {
            throw new DirectoryRefused($"The token endpoint answered {(int)response.StatusCode}");
        }
        try
        {
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(stop));
            return answer.RootElement.TryGetProperty("id_token", out var token) && token.GetString() is { Length: > 0 } text
                ? text
                : throw new DirectoryRefused("The token endpoint gave no ID token");
        }
        catch (JsonException)
        {
            throw new DirectoryRefused("The token endpoint did not answer in JSON");
        }
    }

    private Task<TokenValidationResult> CheckAsync(string token, OpenIdConnectConfiguration found) =>
        new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = found.Issuer,
                ValidAudience = options.ClientId,
                IssuerSigningKeys = found.SigningKeys,
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                // never “none”, and never a secret of ours taken for a key of theirs
                ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
                LifetimeValidator = (from, until, _, _) =>
                {
                    var now = time.GetUtcNow().UtcDateTime;
                    return until > now - Skew && (from is null || from < now + Skew);
                },
            }
        );

    // at most once a minute, so that nobody makes us ask the provider by sending tokens of keys that never were
    private void ReadAgain()
    {
        if (time.GetUtcNow() - readAgain >= TimeSpan.FromMinutes(1))
        {
            readAgain = time.GetUtcNow();
            discovery = null;
        }
    }

    private ConfigurationManager<OpenIdConnectConfiguration> Discovery()
    {
        if (discovery is { } known)
        {
            return known;
        }
        var authority = options.Authority!.TrimEnd('/');
        var documents = new HttpDocumentRetriever(clients.CreateClient(Client)) { RequireHttps = !new Uri(authority).IsLoopback };
        return discovery = new($"{authority}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), documents);
    }

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
