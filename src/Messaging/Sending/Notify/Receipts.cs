// Delivery receipts: GOV.UK Notify tells what became of a message. The token is compared in the same time whatever was sent; a receipt told twice counts once.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Sending.Notify;

internal sealed class Receipts(HearthDb db, Outcomes outcomes, MessagingOptions options, Actor actor)
{
    public const string Address = "/messages/notify/receipts";
    public const string ReturnedAddress = "/messages/notify/returned";
    private const string Returned = "returned-letter";
    private const int Largest = 16 * 1024;
    private const int ShortestToken = 10;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, Address, WhatBecameOfIt);
        // Notify asks for an address of its own for letters that come back
        Map(endpoints, ReturnedAddress, _ => Returned);
    }

    private static void Map(IEndpointRouteBuilder endpoints, string address, Func<JsonElement, string?> status) =>
        endpoints
            .MapPost(address, (HttpContext http, Receipts receipts, CancellationToken stop) => receipts.TakeAsync(http, status, stop))
            .AllowAnonymous()
            .DisableAntiforgery();

    private async Task<IResult> TakeAsync(HttpContext http, Func<JsonElement, string?> readStatus, CancellationToken stop)
    {
        if (!IsNotify(http.Request.Headers.Authorization.ToString()))
        {
            return Results.Unauthorized();
        }
        if (await ReadAsync(http.Request, readStatus, stop) is not (var id, var status))
        {
            return Results.BadRequest();
        }
        actor.System("GOV.UK Notify");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // a sign-in code has no address any more; it is not tried another way, but a failure is seen on the board
        var sent = db.Set<StoredMessage>().Where(m => m.Id == id && m.Status == MessageStatus.Sent);
        if (await outcomes.HoldAsync(sent, stop) is { } message)
        {
            if (Failure(status) is { } reason)
            {
                var what = status == Returned ? "Came back" : "Not delivered";
                await outcomes.EndAsync(message, MessageStatus.Failed, what, reason, "GOV.UK Notify", stop);
            }
            else if (status == "delivered" && !await db.Set<MessageEvent>().AnyAsync(e => e.MessageId == id && e.What == "Delivered", stop))
            {
                outcomes.Note(message, "Delivered", null, "GOV.UK Notify");
            }
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
        }
        // unknown, told before, or in doubt: there is nothing to tell again
        return Results.NoContent();
    }

    private bool IsNotify(string authorization) =>
        options.Notify.CallbackToken is { Length: >= ShortestToken } token
        && authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(authorization["Bearer ".Length..].Trim())),
            SHA256.HashData(Encoding.UTF8.GetBytes(token))
        );

    private static string? WhatBecameOfIt(JsonElement receipt) =>
        receipt.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.String ? status.GetString() : null;

    private static async Task<(Guid Id, string Status)?> ReadAsync(
        HttpRequest request,
        Func<JsonElement, string?> readStatus,
        CancellationToken stop
    )
    {
        if (request.ContentLength is not (> 0 and <= Largest))
        {
            return null;
        }
        try
        {
            var receipt = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: stop);
            return
                receipt.ValueKind == JsonValueKind.Object
                && receipt.TryGetProperty("reference", out var reference)
                && reference.ValueKind == JsonValueKind.String
                && Guid.TryParseExact(reference.GetString(), "D", out var id)
                && readStatus(receipt) is { } status
                ? (id, status)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Failure(string status) =>
        status switch
        {
            // why it came back, Royal Mail does not say
            Returned => "The letter came back to GOV.UK Notify’s printer",
            "permanent-failure" => "There is no such address or number",
            "temporary-failure" => "It could not be delivered: a full mailbox, or a phone that was off",
            "technical-failure" => "GOV.UK Notify could not send it",
            _ => null,
        };
}
