// Counts what those who were asked back have said, by answer.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.AskBack;

internal sealed class CountAnswers(HearthDb db)
{
    public async Task<IReadOnlyDictionary<Guid, DoneCounts>> OfAsync(IReadOnlyCollection<Guid> replies, CancellationToken stop)
    {
        var rows = await db.Set<AskedBack>()
            .Where(a => replies.Contains(a.ReplyId))
            .GroupBy(a => new { a.ReplyId, a.Answer })
            .Select(g => new
            {
                g.Key.ReplyId,
                g.Key.Answer,
                Count = g.Count(),
            })
            .ToListAsync(stop);
        var byReply = rows.ToLookup(r => r.ReplyId);
        return replies.ToDictionary(
            id => id,
            id =>
            {
                int Of(WasDone answer) => byReply[id].Where(r => r.Answer == answer).Sum(r => r.Count);
                return new DoneCounts(
                    byReply[id].Sum(r => r.Count),
                    Of(WasDone.Yes),
                    Of(WasDone.Partly),
                    Of(WasDone.No),
                    Of(WasDone.CannotTell)
                );
            }
        );
    }

    public async Task<DoneCounts> OfAsync(Guid reply, CancellationToken stop) => (await OfAsync([reply], stop))[reply];
}
