// A device at the doors, in code of its own: it takes a list, seals with the platform's own primitives, and sends.
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hearth.Support;

namespace Hearth.Surveys.Tests.Door;

internal sealed class Device(HearthApp hearth, Guid list, string token, byte[] publicKey, JsonElement held)
{
    public Guid List => list;
    public string Token => token;

    /// <summary>What the device was given, as it came.</summary>
    public JsonElement Held => held;

    public IReadOnlyList<Guid> Homes { get; } =
    [.. held.GetProperty("homes").EnumerateArray().Select(home => home.GetProperty("id").GetGuid())];

    /// <summary>An officer takes a list by the page, and puts it on this device.</summary>
    public static async Task<Device> TakeAsync(HearthApp hearth, Browser officer, Guid survey, int homes = 30)
    {
        var page = await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{survey}/door"), new { Homes = homes }, "Take this list");
        var response = await PutAsync(officer, page);
        var held = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        return new Device(
            hearth,
            held.GetProperty("list").GetGuid(),
            held.GetProperty("token").GetString()!,
            held.GetProperty("publicKey").GetBytesFromBase64(),
            held
        );
    }

    /// <summary>The script's own request for the list.</summary>
    public static async Task<HttpResponseMessage> PutAsync(Browser officer, Page page)
    {
        var form = page.All("form#take").Single();
        var request = new HttpRequestMessage(HttpMethod.Post, page.Path)
        {
            Content = new FormUrlEncodedContent(
                form.QuerySelectorAll("input[name]")
                    .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
            ),
        };
        request.Headers.Add("Accept", "application/json");
        return (await officer.SendAsync(request)).Response;
    }

    public object Seal(Guid id, object inside)
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var theirs = ECDiffieHellman.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = publicKey[1..33], Y = publicKey[33..] },
            }
        );
        var q = pair.ExportParameters(false).Q;
        byte[] point = [4, .. q.X!, .. q.Y!];
        var about = Encoding.UTF8.GetBytes($"hearth-door-1 {list} {id}");
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, pair.DeriveRawSecretAgreement(theirs.PublicKey), 32, point, about);
        var plain = JsonSerializer.SerializeToUtf8Bytes(inside, JsonSerializerOptions.Web);
        var (iv, body, tag) = (RandomNumberGenerator.GetBytes(12), new byte[plain.Length], new byte[16]);
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(iv, plain, body, tag, about);
        return new
        {
            id,
            list,
            key = Convert.ToBase64String(point),
            iv = Convert.ToBase64String(iv),
            body = Convert.ToBase64String([.. body, .. tag]),
        };
    }

    public object Answers(Guid id, Guid home, object answers, DateTimeOffset? at = null) =>
        Seal(
            id,
            new
            {
                home,
                at = at ?? hearth.Clock.GetUtcNow(),
                answers,
            }
        );

    /// <summary>What became of each, as “in”, “aside: why”.</summary>
    public async Task<IReadOnlyList<string>> SendAsync(params object[] things)
    {
        var page = await SendRawAsync(token, things);
        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        return
        [
            .. JsonDocument
                .Parse(page.Body)
                .RootElement.GetProperty("receipts")
                .EnumerateArray()
                .Select(r => r.GetProperty("state").GetString() + (r.GetProperty("why").GetString() is { } why ? $": {why}" : "")),
        ];
    }

    public Task<Page> SendRawAsync(string? word, params object[] things) =>
        hearth
            .Anyone()
            .SendAsync(
                new HttpRequestMessage(HttpMethod.Post, "/door/in")
                {
                    Content = JsonContent.Create(
                        new
                        {
                            list,
                            token = word,
                            things,
                        }
                    ),
                }
            );

    /// <summary>The file that the device makes where it cannot send.</summary>
    public byte[] FileOf(params object[] things) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                hearth = "door-1",
                list,
                things,
            }
        );
}
