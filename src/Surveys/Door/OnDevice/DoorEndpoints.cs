// What the device asks of the server beside pages: its worker, its manifest, and the way in for what it sends.
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Hearth.Surveys.Door.OnDevice;

internal static class DoorEndpoints
{
    private const int LargestPost = 4 * 1024 * 1024;

    // one of every build: a device takes the new files when this changes
    private static readonly string Version =
        typeof(DoorEndpoints).Module.ModuleVersionId.ToString("N")[..12]
        + typeof(DesignSystem.Public.PageFrame).Module.ModuleVersionId.ToString("N")[..12];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/door/worker.js", Worker).AllowAnonymous();
        endpoints.MapGet("/door/manifest.webmanifest", Manifest).AllowAnonymous();
        // the word of the list lets it in, not a cookie: nothing another site could make a browser send
        endpoints.MapPost("/door/in", InAsync).AllowAnonymous().DisableAntiforgery();
    }

    private static IResult Worker()
    {
        using var stream = typeof(DoorEndpoints).Assembly.GetManifestResourceStream("door-worker.js")!;
        using var reader = new StreamReader(stream);
        return TypedResults.Text($"const version = \"{Version}\";\n{reader.ReadToEnd()}", "text/javascript", System.Text.Encoding.UTF8);
    }

    private static IResult Manifest() =>
        TypedResults.Text(
            JsonSerializer.Serialize(
                new
                {
                    name = "Hearth at the door",
                    short_name = "At the door",
                    description = "Ask tenants at their door, without signal",
                    start_url = "./",
                    scope = "./",
                    display = "standalone",
                    background_color = "#ffffff",
                    theme_color = "#3d1436",
                    icons = new[]
                    {
                        new
                        {
                            src = "../_content/Hearth.Surveys/door/icon.svg",
                            sizes = "any",
                            type = "image/svg+xml",
                            purpose = "any",
                        },
                    },
                }
            ),
            "application/manifest+json"
        );

    private static async Task<IResult> InAsync(HttpContext http, TakeInFromDoors takeIn, TimeProvider time, CancellationToken stop)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestPost;
        }
        DoorPost? post;
        try
        {
            post = http.Request.HasJsonContentType()
                ? await JsonSerializer.DeserializeAsync<DoorPost>(http.Request.Body, DoorJson.Options, stop)
                : null;
        }
        catch (JsonException)
        {
            post = null;
        }
        if (post?.Things is not { Count: > 0 and <= TakeInFromDoors.MostAtOnce } things || things.Exists(thing => thing is null))
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }
        if (await takeIn.ListAsync(post.List, post.Token, stop) is not { } list)
        {
            return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
        }
        var receipts = await takeIn.RunAsync(list, things, stop);
        return TypedResults.Json(new DoorReply(receipts, list.IsOut(time.GetUtcNow()), time.GetUtcNow()), DoorJson.Options);
    }
}
