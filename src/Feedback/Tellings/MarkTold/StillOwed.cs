// The people who took part in what a reply answers and have not been told by it.
using Hearth.Feedback.Replies;
using Hearth.Loop.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Tellings.MarkTold;

internal static class StillOwed
{
    /// <summary>Each person, with the first of the activities they took part in.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> ListAsync(LoopLedger loop, Answering answering, CancellationToken stop)
    {
        var (id, activities) = (answering.Reply.Id, answering.ActivityIds);
        var told = loop.Tellings.Where(t => t.ReplyId == id && t.ToldAt != null);
        var parts = await loop
            .Participations.Where(p => activities.Contains(p.ActivityId) && p.PersonId != null)
            .Where(p => !told.Any(t => t.PersonId == p.PersonId))
            .Select(p => new { Person = p.PersonId!.Value, p.ActivityId })
            .ToListAsync(stop);
        return parts.GroupBy(p => p.Person).ToDictionary(g => g.Key, g => activities.First(a => g.Any(p => p.ActivityId == a)));
    }
}
