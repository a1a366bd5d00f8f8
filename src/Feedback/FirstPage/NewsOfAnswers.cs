// Answers on the officer's first page: what waits for one, what was agreed, who is overdue, which promises are under way.
using System.Security.Claims;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Feedback.Public;
using Hearth.Feedback.Replies;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.FirstPage;

internal sealed class NewsOfAnswers(HearthDb db, ToldSummary summary, PublishedReplies published, TimeProvider time) : IFirstPageNews
{
    public async Task<FirstPageNews> ReadAsync(ClaimsPrincipal reader, DateOnly until, CancellationToken stop)
    {
        var today = time.Today();
        var glance = await summary.ReadAsync(stop);
        var drafts = await db.Set<Reply>()
            .AsNoTracking()
            .Where(r => r.Status == ReplyStatus.Draft && r.WithdrawnAt == null)
            .ToListAsync(stop);
        var draftIds = drafts.Select(d => d.Id).ToList();
        var draftedFor = (await db.Set<ReplyActivity>().Where(a => draftIds.Contains(a.ReplyId)).ToListAsync(stop)).ToLookup(
            a => a.ActivityId,
            a => a.ReplyId
        );
        var promises = await db.Set<Reply>()
            .AsNoTracking()
            .Where(r => r.Status == ReplyStatus.Published && r.WithdrawnAt == null && r.Kind == ReplyKind.WeAreDoing)
            .ToListAsync(stop);
        var unanswered = glance.Owed.Where(a => !a.Answered && !draftedFor.Contains(a.Id)).ToList();
        var waiting = glance.Owed.Sum(a => a.Owed);
        var slipping = promises.Count(p => p.On < today);
        var agreed = (await published.ScoreAsync(stop)).All;
        return new FirstPageNews(
            [
                new(
                    LoopStop.Scrutinise,
                    unanswered.Count,
                    unanswered.Count == 1 ? "closed, with no answer begun" : "closed, no answers begun",
                    unanswered.Any(a => a.Count.Overdue > 0)
                ),
                new(LoopStop.Propose, drafts.Count, drafts.Count == 1 ? "answer being written" : "answers being written"),
                new(LoopStop.Agree, agreed, agreed == 1 ? "answer agreed this year" : "answers agreed this year"),
                glance.Overdue > 0
                    ? new(
                        LoopStop.TellEveryone,
                        glance.Overdue,
                        glance.Overdue == 1 ? "person overdue to be told" : "people overdue to be told",
                        Hot: true
                    )
                    : new(LoopStop.TellEveryone, waiting, waiting == 1 ? "person waits, in time" : "people wait, all in time"),
                new(
                    LoopStop.Monitor,
                    promises.Count,
                    (promises.Count == 1 ? "promise under way" : "promises under way")
                        + (slipping == 0 ? "" : $", {InWords.Number(slipping)} past its day"),
                    slipping > 0
                ),
            ],
            [
                .. glance.Owed.Where(a => a.TellBy is { } by && by <= until).Select(a => AnswerDue(a, reader, today, draftedFor)),
                .. promises
                    .Where(p => p.On is { } on && on <= until)
                    .Select(p => new Due(
                        p.On!.Value,
                        $"You promised: {p.Title}",
                        $"/feedback/{p.Id}",
                        "Say whether it was done.",
                        p.On < today ? "Past its day" : "Promise",
                        p.On < today ? DueState.Late : DueState.Waits
                    )),
            ],
            []
        );
    }

    private static Due AnswerDue(ClosedActivity activity, ClaimsPrincipal reader, DateOnly today, ILookup<Guid, Guid> draftedFor)
    {
        var late = activity.DaysLate(today);
        var who = reader.IsSmall(activity.Count.Took) ? "A few people wait" : InWords.Count(activity.Owed, "person waits", "people wait");
        var href =
            activity.Answered ? "/feedback"
            : draftedFor[activity.Id].FirstOrDefault() is var draft && draft != Guid.Empty ? $"/feedback/{draft}"
            : reader.MayWrite() ? $"/feedback/new?about={activity.Id}"
            : "/feedback";
        var mark =
            late > 0 ? $"{InWords.Count(late, "day", "days")} late"
            : activity.Answered ? "Being told"
            : draftedFor.Contains(activity.Id) ? "Draft to agree"
            : "No answer yet";
        return new(
            activity.TellBy!.Value,
            activity.Answered ? $"Finish telling people: {activity.Title}" : $"Answer people: {activity.Title}",
            href,
            $"{who}. Closed {InWords.NearDay(activity.ClosedOn)}.",
            mark,
            late > 0 ? DueState.Late : DueState.Waits
        );
    }
}
