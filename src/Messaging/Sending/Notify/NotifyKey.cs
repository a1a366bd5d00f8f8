// A key of GOV.UK Notify, as its pages show it: a name, the service's id and the secret, joined by hyphens. It signs a token for each request.
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hearth.Messaging.Sending.Notify;

/// <param name="Service">The issuer of every token.</param>
/// <param name="Secret">Signs them. Never leaves this computer.</param>
internal sealed record NotifyKey(Guid Service, string Secret)
{
    private const int LengthOfAnId = 36;

    /// <summary>The key, or null where the words are none: both ids stand at the end, whatever the name holds.</summary>
    public static NotifyKey? Read(string? key)
    {
        key = key?.Trim() ?? "";
        var secret = key.Length - LengthOfAnId;
        var service = secret - 1 - LengthOfAnId;
        return
            service >= 0
            && key[secret - 1] == '-'
            && Guid.TryParseExact(key[secret..], "D", out _)
            && Guid.TryParseExact(key.AsSpan(service, LengthOfAnId), "D", out var issuer)
            ? new(issuer, key[secret..])
            : null;
    }

    /// <summary>A JSON Web Token signed with HS256 (RFC 7519, RFC 7518 §3.2). Notify takes it for 30 seconds.</summary>
    public string Token(DateTimeOffset now)
    {
        var header = Part(new { typ = "JWT", alg = "HS256" });
        var payload = Part(new { iss = Service.ToString("D"), iat = now.ToUnixTimeSeconds() });
        var signed = $"{header}.{payload}";
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.ASCII.GetBytes(signed));
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    // what is printed of it holds no secret
    public override string ToString() => $"Notify key of service {Service}";

    private static string Part(object content) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(content));
}
