// What WhatsApp calls us for: what became of a message, and that somebody wants no more. Signed by Meta with the app's secret; told twice, it counts once.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Sending.WhatsApp;

internal sealed class WhatsAppCalls(HearthDb db, Outcomes outcomes, IEnumerable<IOptOuts> optOuts, MessagingOptions options, Actor actor)
{
    public const string Address = "/messages/whatsapp/calls";
    private const string WhatsApp = "WhatsApp";
    private const int Largest = 1024 * 1024;
    private const int ShortestSecret = 10;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapPost(Address, (HttpContext http, WhatsAppCalls calls, CancellationToken stop) => calls.TakeAsync(http, stop))
            .AllowAnonymous()
            .DisableAntiforgery();
        endpoints.MapGet(Address, (HttpContext http, WhatsAppCalls calls) => calls.Introduce(http)).AllowAnonymous();
    }

    // Meta asks once whether this is the address the landlord means.
    private IResult Introduce(HttpContext http)
    {
        var asked = http.Request.Query;
        return
            asked["hub.mode"] == "subscribe"
            && options.WhatsApp.VerifyToken is { Length: >= ShortestSecret } token
            && CryptographicOperations.FixedTimeEquals(
                SHA256.HashData(Encoding.UTF8.GetBytes(asked["hub.verify_token"].ToString())),
                SHA256.HashData(Encoding.UTF8.GetBytes(token))
            )
            ? Results.Text(asked["hub.challenge"].ToString(), "text/plain")
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task<IResult> TakeAsync(HttpContext http, CancellationToken stop)
    {
        if (http.Request.ContentLength is not (> 0 and <= Largest))
        {
            return Results.BadRequest();
        }
        // the signature is of the bytes as they came
        using var bytes = new MemoryStream((int)http.Request.ContentLength);
        await http.Request.Body.CopyToAsync(bytes, stop);
        if (!IsMetas(bytes.ToArray(), http.Request.Headers["X-Hub-Signature-256"].ToString()))
        {
            return Results.Unauthorized();
        }
        if (WhatsAppCall.Read(bytes.ToArray()) is not { } call)
        {
            return Results.BadRequest();
        }
        actor.System(WhatsApp);
        var early = false;
        foreach (var news in call.News)
        {
            early |= !await SettleAsync(news, stop);
        }
        foreach (var number in call.Stops)
        {
            await StopAsync(number, stop);
        }
        // it came before our own sender had written down that it went; Meta calls again
        return early ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.Ok();
    }

    private bool IsMetas(byte[] body, string signature) =>
        options.WhatsApp.AppSecret is { Length: >= ShortestSecret } secret
        && signature.StartsWith("sha256=", StringComparison.Ordinal)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(signature["sha256=".Length..].ToLowerInvariant()),
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)))
        );

    // False where the message is being sent at this moment.
    private async Task<bool> SettleAsync(WhatsAppNews news, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var known = db.Set<StoredMessage>().Where(m => m.Id == news.Message && m.Channel == Channel.WhatsApp);
        var settled = known.Where(m => m.Status == MessageStatus.Sent || m.Status == MessageStatus.InDoubt);
        if (await outcomes.HoldAsync(settled, stop) is not { } message)
        {
            return !await known.AnyAsync(m => m.Status == MessageStatus.Sending, stop);
        }
        if (news.Failed is { } reason)
        {
            await outcomes.EndAsync(message, MessageStatus.Failed, "Not delivered", reason, WhatsApp, stop);
        }
        else if (message.Status == MessageStatus.InDoubt)
        {
            // there is no doubt any more
            message.ProviderId = news.ProviderId;
            await outcomes.EndAsync(message, MessageStatus.Sent, "Sent", null, WhatsApp, stop);
        }
        // that it was read is theirs to know
        else if (news.Delivered && !await db.Set<MessageEvent>().AnyAsync(e => e.MessageId == message.Id && e.What == "Delivered", stop))
        {
            outcomes.Note(message, "Delivered", null, WhatsApp);
        }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return true;
    }

    private async Task StopAsync(string number, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var waiting = db.Set<StoredMessage>()
            .Where(m => m.Channel == Channel.WhatsApp && m.Status == MessageStatus.Queued && m.ToAddress == number)
            .Select(m => m.Id);
        foreach (var id in await waiting.ToListAsync(stop))
        {
            var asBelieved = db.Set<StoredMessage>().Where(m => m.Id == id && m.Status == MessageStatus.Queued);
            if (await outcomes.HoldAsync(asBelieved, stop) is { } message)
            {
                await outcomes.EndAsync(message, MessageStatus.Failed, "Not sent", OutcomeReasons.Stopped, WhatsApp, stop);
            }
        }
        foreach (var module in optOuts)
        {
            await module.StoppedAsync(Channel.WhatsApp, number, stop);
        }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }
}
