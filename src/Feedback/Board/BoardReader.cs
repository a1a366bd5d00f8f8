// Reads the officer's board: where each answer is, and who still waits for it.
using Hearth.Feedback.AskBack;
using Hearth.Feedback.Public;
using Hearth.Feedback.Replies;
using Hearth.Feedback.Tellings;
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Board;

/// <summary>A reply on the board.</summary>
internal sealed record BoardReply(Answering Answering, ReplyTold Told, DoneCounts Done)
{
    public Reply Reply => Answering.Reply;
}

/// <summary>Of those told by one way this year: how many, and how many of them so far.</summary>
internal sealed record ByWay(string Way, int ToTell, int Told);

internal sealed record BoardView(
    ToldAtAGlance Glance,
    IReadOnlyList<ClosedActivity> NoAnswer,
    IReadOnlyList<BoardReply> Drafts,
    IReadOnlyList<BoardReply> BeingTold,
    IReadOnlyList<BoardReply> Told,
    int StillAsking,
    int TakenBack,
    IReadOnlyList<ByWay> Ways
);

internal sealed class BoardReader(
    HearthDb db,
    LoopLedger loop,
    ToldSummary summary,
    ReplyFinder replies,
    ToldOfReplies counts,
    Activities activities,
    CountAnswers asked,
    TimeProvider time
)
{
    public async Task<BoardView> ReadAsync(CancellationToken stop)
    {
        var today = time.Today();
        var glance = await summary.ReadAsync(stop);
        var all = await db.Set<Reply>()
            .AsNoTracking()
            .OrderByDescending(r => r.PublishedAt)
            .ThenByDescending(r => r.CreatedAt)
            .ToListAsync(stop);
        var shown = all.Where(r => r.WithdrawnAt is null).ToList();
        var told = await counts.CountAsync([.. shown.Select(r => r.Id)], stop);
        var done = await asked.OfAsync([.. shown.Select(r => r.Id)], stop);
        var cards = new List<BoardReply>();
        foreach (var reply in shown)
        {
            cards.Add(new(await replies.WithAsync(reply, stop), told[reply.Id], done[reply.Id]));
        }
        var spokenFor = cards.SelectMany(c => c.Answering.ActivityIds).ToHashSet();
        return new(
            glance,
            [.. glance.Owed.Where(a => !spokenFor.Contains(a.Id))],
            [.. cards.Where(c => c.Reply.Status == ReplyStatus.Draft).OrderBy(c => c.Told.TellBy ?? DateOnly.MaxValue)],
            [.. cards.Where(c => c.Reply.Standing && c.Told.Owed > 0).OrderBy(c => c.Told.TellBy ?? DateOnly.MaxValue)],
            [.. cards.Where(c => c.Reply.Standing && c.Told.Owed == 0).OrderByDescending(c => c.Done.Doubted)],
            (await activities.AllAsync(stop)).Count(a => a.OpenOn(today) && a.Took > 0),
            all.Count - shown.Count,
            await WaysAsync([.. shown.Where(r => r.Standing && r.PublishedAt!.Value.DayInLondon() >= glance.Since).Select(r => r.Id)], stop)
        );
    }

    private async Task<IReadOnlyList<ByWay>> WaysAsync(List<Guid> published, CancellationToken stop)
    {
        var rows = await loop
            .Tellings.Where(t => published.Contains(t.ReplyId) && (t.CameBack == null || t.CameBack != TellingJob.AskedNot))
            .GroupBy(t => t.Channel)
            .Select(g => new
            {
                g.Key,
                ToTell = g.Count(),
                Told = g.Count(t => t.ToldAt != null),
            })
            .ToListAsync(stop);
        return
        [
            .. Way
                .Names.Select(name => new ByWay(
                    name,
                    rows.Where(r => r.Key == name).Sum(r => r.ToTell),
                    rows.Where(r => r.Key == name).Sum(r => r.Told)
                ))
                .Where(way => way.ToTell > 0),
        ];
    }
}
