// For each reply: how many took part in what it answers, and how many of them it has told.
using Hearth.Feedback.Replies;
using Hearth.Loop.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Tellings;

/// <summary>How the telling of one reply stands. Everybody counts once, in however many of its activities they took part.</summary>
/// <param name="Took">Took part.</param>
/// <param name="Told">Told by this reply.</param>
/// <param name="Excused">Not told, and not to be: they asked us not to tell them, or to forget them.</param>
/// <param name="CameBack">Not told yet: what was sent came back.</param>
/// <param name="ToRing">Not told yet: stands on the call list.</param>
/// <param name="Unplanned">Not told, and no way to reach them is held.</param>
/// <param name="TellBy">The earliest day promised.</param>
internal sealed record ReplyTold(int Took, int Told, int Excused, int CameBack, int ToRing, int Unplanned, DateOnly? TellBy)
{
    public int Owed => Took - Told - Excused;

    public int ToTell => Took - Excused;

    public bool Late(DateOnly today) => Owed > 0 && TellBy < today;
}

internal sealed class ToldOfReplies(HearthDb db, LoopLedger loop, Refusals refusals)
{
    public async Task<IReadOnlyDictionary<Guid, ReplyTold>> CountAsync(IReadOnlyCollection<Guid> replies, CancellationToken stop)
    {
        var askedNot = (await refusals.OfAsync(MessageKind.Feedback, stop)).ToList();
        var spoke =
            from answers in db.Set<ReplyActivity>()
            where replies.Contains(answers.ReplyId)
            join part in loop.Participations on answers.ActivityId equals part.ActivityId
            select new { answers.ReplyId, part.PersonId };
        var tellings = loop.Tellings.Where(t => replies.Contains(t.ReplyId) && t.PersonId != null);
        var people = spoke.Where(s => s.PersonId != null).Distinct();
        var waiting = tellings.Where(t => t.ToldAt == null && !askedNot.Contains(t.PersonId!.Value));
        var took = await ByReplyAsync(people.Select(s => s.ReplyId), stop);
        var forgotten = await ByReplyAsync(spoke.Where(s => s.PersonId == null).Select(s => s.ReplyId), stop);
        var told = await ByReplyAsync(
            loop.Tellings.Where(t => replies.Contains(t.ReplyId) && t.ToldAt != null).Select(t => t.ReplyId),
            stop
        );
        var toldThenForgotten = await ByReplyAsync(
            loop.Tellings.Where(t => replies.Contains(t.ReplyId) && t.ToldAt != null && t.PersonId == null).Select(t => t.ReplyId),
            stop
        );
        var refused = await ByReplyAsync(
            people
                .Where(s => askedNot.Contains(s.PersonId!.Value))
                .Where(s => !tellings.Any(t => t.ReplyId == s.ReplyId && t.PersonId == s.PersonId && t.ToldAt != null))
                .Select(s => s.ReplyId),
            stop
        );
        var unplanned = await ByReplyAsync(
            people
                .Where(s => !askedNot.Contains(s.PersonId!.Value) && !tellings.Any(t => t.ReplyId == s.ReplyId && t.PersonId == s.PersonId))
                .Select(s => s.ReplyId),
            stop
        );
        var cameBack = await ByReplyAsync(waiting.Where(t => t.CameBack != null).Select(t => t.ReplyId), stop);
        var toRing = await ByReplyAsync(
            waiting.Where(t => t.Channel == "Telephone" || t.Channel == Way.FaceToFace).Select(t => t.ReplyId),
            stop
        );
        var tellBy = (
            await (
                from answers in db.Set<ReplyActivity>()
                where replies.Contains(answers.ReplyId)
                join thing in loop.Things on answers.ActivityId equals thing.Id
                select new { answers.ReplyId, thing.TellBy }
            ).ToListAsync(stop)
        ).ToLookup(t => t.ReplyId, t => t.TellBy);
        return replies.ToDictionary(
            id => id,
            id =>
            {
                var gone = forgotten.GetValueOrDefault(id);
                return new ReplyTold(
                    took.GetValueOrDefault(id) + gone,
                    told.GetValueOrDefault(id),
                    refused.GetValueOrDefault(id) + Math.Max(0, gone - toldThenForgotten.GetValueOrDefault(id)),
                    cameBack.GetValueOrDefault(id),
                    toRing.GetValueOrDefault(id),
                    unplanned.GetValueOrDefault(id),
                    tellBy[id].Min()
                );
            }
        );
    }

    public async Task<ReplyTold> CountAsync(Guid reply, CancellationToken stop) => (await CountAsync([reply], stop))[reply];

    private static Task<Dictionary<Guid, int>> ByReplyAsync(IQueryable<Guid> replies, CancellationToken stop) =>
        replies.GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
}
