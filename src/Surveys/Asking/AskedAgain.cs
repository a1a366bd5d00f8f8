// Writes down that invitations were asked again by hand: when, how often, by which way, and whether a letter carried the code this time. Whoever said no meanwhile is not.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Ladders;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking;

internal static class AskedAgain
{
    /// <summary>Past the change tracker, in the transaction that is open.</summary>
    public static async Task MarkAsync(
        HearthDb db,
        IEnumerable<(Invitation Invitation, Channel Way)> asked,
        DateTimeOffset at,
        CancellationToken stop
    )
    {
        foreach (var group in asked.GroupBy(one => (one.Way, one.Invitation.Tried)))
        {
            var way = group.Key.Way;
            var tried = (group.Key.Tried ?? Ways.None) | way.Flag();
            DateTimeOffset? letter = way == Channel.Letter ? at : null;
            foreach (var ids in group.Select(one => one.Invitation.Id).Chunk(2000))
            {
                await db.Set<Invitation>()
                    .Where(i => ids.Contains(i.Id) && i.EndedAt == null)
                    .ExecuteUpdateAsync(
                        i =>
                            i.SetProperty(x => x.Reminders, x => x.Reminders + 1)
                                .SetProperty(x => x.LastAskedAt, at)
                                .SetProperty(x => x.Rung, way)
                                .SetProperty(x => x.Tried, tried)
                                .SetProperty(x => x.CameBackAt, (DateTimeOffset?)null)
                                .SetProperty(x => x.CodeInLetterAt, x => x.CodeInLetterAt ?? letter),
                        stop
                    );
            }
        }
    }
}
