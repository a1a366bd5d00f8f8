// The sender: every few seconds takes what is due, a message at a time, and sends it. Never twice: a message whose fate is unknown waits for a person.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Sending;

internal sealed class SendMessages(HearthDb db, WaysOut ways, Sendings sendings, Safely safely, TimeProvider time) : IJob
{
    private const int Batch = 50;

    /// <summary>Letters at once: each is made into a PDF first, and a sign-in code must not wait for fifty of them.</summary>
    private const int FewLetters = 8;

    /// <summary>At once, on one node. Others' jobs wait behind this one, so a run ends after a while even when more is due.</summary>
    private const int Side = 4;
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(40);

    public string Name => "send-messages";

    public TimeSpan Every => TimeSpan.FromSeconds(3);

    public async Task RunAsync(CancellationToken stop)
    {
        await FindAheadOfTimeAsync(stop);
        await FindLeftBehindAsync(stop);
        await FindTooLateAsync(stop);
        await safely.SweepAsync(messages => messages, stop);
        await sendings.TellDueAsync(500, stop);

        var began = time.GetTimestamp();
        while (!stop.IsCancellationRequested && time.GetElapsedTime(began) < LongestRun)
        {
            var due = await DueAsync(stop);
            if (due.Count == 0)
            {
                return;
            }
            var taken = 0;
            await Parallel.ForEachAsync(
                due,
                new ParallelOptions { MaxDegreeOfParallelism = Side, CancellationToken = stop },
                async (message, token) =>
                {
                    if (ways.Open.Contains(message.Channel) && await sendings.SendAsync(message.Id, token))
                    {
                        Interlocked.Increment(ref taken);
                    }
                }
            );
            if (taken == 0)
            {
                // another node is at the same messages, or the way has closed
                return;
            }
        }
    }

    // Sign-in codes first: somebody sits and waits for one, behind three thousand invitations.
    private async Task<List<Due>> DueAsync(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var open = ways.Open;
        var due = db.Set<StoredMessage>().Where(m => m.Status == MessageStatus.Queued && open.Contains(m.Channel) && m.DueAt <= now);
        var first = await FirstAsync(due.Where(m => m.Channel != Channel.Letter), Batch, stop);
        return open.Contains(Channel.Letter)
            ? [.. first, .. await FirstAsync(due.Where(m => m.Channel == Channel.Letter && m.PrintHere == null), FewLetters, stop)]
            : first;
    }

    private static Task<List<Due>> FirstAsync(IQueryable<StoredMessage> due, int most, CancellationToken stop) =>
        due.OrderByDescending(m => m.Secret).ThenBy(m => m.DueAt).Select(m => new Due(m.Id, m.Channel)).Take(most).ToListAsync(stop);

    private async Task FindAheadOfTimeAsync(CancellationToken stop)
    {
        var ahead = await db.Set<StoredMessage>().Where(AheadOfTime.At(time.GetUtcNow())).Select(m => m.Id).Take(500).ToListAsync(stop);
        foreach (var id in ahead)
        {
            await sendings.PlanAgainAsync(id, stop);
        }
    }

    private async Task FindLeftBehindAsync(CancellationToken stop)
    {
        var (now, longest) = (time.GetUtcNow(), time.GetUtcNow() + Sendings.LongestLease);
        var left = await db.Set<StoredMessage>()
            // a print run has no lease: it waits for a person
            .Where(m => m.Status == MessageStatus.Sending && m.BatchId == null && (m.LeasedUntil < now || m.LeasedUntil > longest))
            .Select(m => m.Id)
            .Take(500)
            .ToListAsync(stop);
        foreach (var id in left)
        {
            await sendings.LeftBehindAsync(id, stop);
        }
    }

    // Letters and calls too: nobody prints an invitation to a survey that has closed.
    private async Task FindTooLateAsync(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var late = await db.Set<StoredMessage>()
            .Where(m => m.Status == MessageStatus.Queued && m.NotAfter < now)
            .Select(m => m.Id)
            .Take(500)
            .ToListAsync(stop);
        foreach (var id in late)
        {
            await sendings.TooLateAsync(id, stop);
        }
    }

    private sealed record Due(Guid Id, Channel Channel);
}
