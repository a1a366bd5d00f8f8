// Finishes what was left half told, tells those who took part or became reachable later, and stops for those who asked not to be told.
using Hearth.Feedback.Replies;
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Tellings;

internal sealed class TellingJob(HearthDb db, LoopLedger loop, Refusals refusals, Outbox outbox, TellParticipants tell, TimeProvider time)
    : IJob
{
    // an answer older than this is news to nobody: who comes later is told by hand
    private static readonly TimeSpan StillNews = TimeSpan.FromDays(60);

    public const string AskedNot = "Asked not to be told";

    public string Name => "feedback-tell";

    public TimeSpan Every => TimeSpan.FromMinutes(2);

    public async Task RunAsync(CancellationToken stop)
    {
        await StopForRefusersAsync(stop);
        var since = time.GetUtcNow() - StillNews;
        var replies = await db.Set<Reply>()
            .Where(r => r.Status == ReplyStatus.Published && r.WithdrawnAt == null && (r.PlannedAt == null || r.PublishedAt > since))
            .OrderBy(r => r.PublishedAt)
            .Select(r => r.Id)
            .ToListAsync(stop);
        foreach (var reply in replies)
        {
            await tell.PlanAsync(reply, int.MaxValue, stop);
        }
    }

    private async Task StopForRefusersAsync(CancellationToken stop)
    {
        var refused = (await refusals.OfAsync(MessageKind.Feedback, stop)).ToList();
        if (refused.Count == 0)
        {
            return;
        }
        var planned = await loop
            .Tellings.Where(t => t.ToldAt == null && t.PersonId != null && refused.Contains(t.PersonId.Value))
            .Where(t => t.CameBack == null || t.CameBack != AskedNot)
            .Select(t => new { t.ReplyId, Person = t.PersonId!.Value })
            .ToListAsync(stop);
        foreach (var one in planned)
        {
            await outbox.CancelAsync(one.ReplyId, one.Person, stop);
            if (await loop.TellingAsync(one.ReplyId, one.Person, stop) is { ToldAt: null } telling)
            {
                telling.CameBack = AskedNot;
            }
            await db.SaveChangesAsync(stop);
        }
    }
}
