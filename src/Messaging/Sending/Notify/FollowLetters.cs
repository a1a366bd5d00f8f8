// Asks GOV.UK Notify what became of each letter it has taken: it sends no receipts for letters, and finds what is wrong with one only after it took it.
using System.Net;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Messaging.Sending.Notify;

internal sealed class FollowLetters(HearthDb db, MessagingOptions options, IServiceProvider services, Outcomes outcomes, TimeProvider time)
    : IJob
{
    /// <summary>The first look, after it was taken: by then its virus scan and its checks are over.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMinutes(10);

    private const int Batch = 200;
    private const string Notify = "GOV.UK Notify";
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Later = TimeSpan.FromHours(6);

    /// <summary>What is to be asked later than this was planned by a clock that was ahead.</summary>
    private static readonly TimeSpan LongestWait = Later + ClockLeap.Trifle;

    /// <summary>Notify itself forgets after a week, unless the landlord has set it longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    public string Name => "follow-letters";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken stop)
    {
        if (!options.Notify.Post)
        {
            return;
        }
        var (now, longest) = (time.GetUtcNow(), time.GetUtcNow() + LongestWait);
        var due = await db.Set<StoredMessage>()
            .AsNoTracking()
            .Where(m => (m.ReceiptDueAt <= now || m.ReceiptDueAt > longest) && m.Status == MessageStatus.Sent && m.ProviderId != null)
            .OrderBy(m => m.ReceiptDueAt)
            .Select(m => new { m.Id, m.ProviderId })
            .Take(Batch)
            .ToListAsync(stop);
        var client = due.Count == 0 ? null : services.GetRequiredService<NotifyClient>();
        foreach (var letter in due)
        {
            var answer = await client!.StateAsync(letter.ProviderId!, stop);
            if (answer is { Status: null or HttpStatusCode.TooManyRequests or HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized })
            {
                // it says nothing of the letters; they stay due
                return;
            }
            await SettleAsync(letter.Id, answer, stop);
        }
    }

    private async Task SettleAsync(Guid id, NotifyAnswer answer, CancellationToken stop)
    {
        var (now, longest) = (time.GetUtcNow(), time.GetUtcNow() + LongestWait);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var asBelieved = db.Set<StoredMessage>()
            .Where(m => m.Id == id && m.Status == MessageStatus.Sent && (m.ReceiptDueAt <= now || m.ReceiptDueAt > longest));
        if (await outcomes.HoldAsync(asBelieved, stop) is not { } message)
        {
            return;
        }
        switch (answer)
        {
            case { Status: HttpStatusCode.NotFound }:
                Over(message, "Nothing more is known", "GOV.UK Notify does not keep it any more");
                break;
            case { State: "received" or "delivered" }:
                Over(message, "Printed and posted", null);
                break;
            case { State: "cancelled" }:
                await outcomes.EndAsync(message, MessageStatus.Failed, "Cancelled", "It was cancelled in GOV.UK Notify", Notify, stop);
                break;
            case { State: { } state } when NeverPrinted(state) is { } why:
                outcomes.PrintHere(message, why, Notify);
                break;
            default:
                await WaitAsync(message, answer.State, stop);
                break;
        }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }

    private void Over(StoredMessage message, string what, string? note)
    {
        message.ReceiptDueAt = null;
        outcomes.Note(message, what, note, Notify);
    }

    private async Task WaitAsync(StoredMessage message, string? state, CancellationToken stop)
    {
        const string Trouble = "Trouble at the printer";
        var now = time.GetUtcNow();
        if (now - message.EndedAt > Longest)
        {
            Over(message, "Nothing more is known", $"GOV.UK Notify has not said within {Longest.Days} days that it was posted");
            return;
        }
        message.ReceiptDueAt = now + (state == "pending-virus-check" ? Soon : Later);
        // “Do not try to send the letter again”: Notify prints it when its own trouble is over
        if (
            state == "technical-failure"
            && !await db.Set<MessageEvent>().AnyAsync(e => e.MessageId == message.Id && e.What == Trouble, stop)
        )
        {
            outcomes.Note(message, Trouble, "GOV.UK Notify prints it later and says not to send it again", Notify);
        }
    }

    // In these states Notify has not printed it and never will.
    private static string? NeverPrinted(string state) =>
        state switch
        {
            "validation-failed" => "GOV.UK Notify could not print it: the address, or something outside the part of the sheet it prints",
            "virus-scan-failed" => "GOV.UK Notify’s virus scan stopped it",
            "permanent-failure" => "GOV.UK Notify’s printer cannot print it",
            _ => null,
        };
}
