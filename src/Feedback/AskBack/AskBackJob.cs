// Every day those are asked whose turn has come; what was taken back is asked about no more.
using Hearth.Feedback.Replies;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.AskBack;

internal sealed class AskBackJob(HearthDb db, AskThoseTold ask, TimeProvider time) : IJob
{
    public string Name => "feedback-ask-back";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken stop)
    {
        var since = time.GetUtcNow().AddDays(-AskBackRules.NewsFor);
        var replies = await db.Set<Reply>()
            .Where(r => r.Status == ReplyStatus.Published && r.WithdrawnAt == null && r.Kind == ReplyKind.WeDid && r.PublishedAt > since)
            .OrderBy(r => r.PublishedAt)
            .Select(r => r.Id)
            .ToListAsync(stop);
        foreach (var reply in replies)
        {
            await ask.AskAsync(reply, stop);
        }
    }
}

/// <summary>A question that came back was not asked: the board counts it apart.</summary>
internal sealed class AskedByMessage(HearthDb db) : IMessageOutcomes
{
    public async Task OnOutcomeAsync(MessageOutcome outcome, CancellationToken stop)
    {
        if (outcome is not { Purpose: AskThoseTold.Purpose, About: { } reply, PersonId: { } person })
        {
            return;
        }
        if (await db.Set<AskedBack>().FirstOrDefaultAsync(a => a.ReplyId == reply && a.PersonId == person, stop) is { } asked)
        {
            asked.CameBack = outcome.Status == MessageStatus.Failed;
        }
    }
}
