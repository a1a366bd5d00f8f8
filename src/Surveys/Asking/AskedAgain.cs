// Writes down that invitations were asked again: when, how often, and whether a letter carried the code this time.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking;

internal static class AskedAgain
{
    /// <summary>Past the change tracker, in the transaction that is open.</summary>
    public static async Task MarkAsync(
        HearthDb db,
        IEnumerable<(Guid Invitation, Channel Way)> asked,
        DateTimeOffset at,
        CancellationToken stop
    )
    {
        foreach (var way in asked.ToLookup(one => one.Way, one => one.Invitation))
        {
            var byLetter = way.Key == Channel.Letter;
            foreach (var ids in way.Chunk(2000))
            {
                var invitations = db.Set<Invitation>().Where(i => ids.Contains(i.Id));
                await invitations.ExecuteUpdateAsync(
                    i => i.SetProperty(x => x.Reminders, x => x.Reminders + 1).SetProperty(x => x.LastAskedAt, at),
                    stop
                );
                if (byLetter)
                {
                    await invitations
                        .Where(i => i.CodeInLetterAt == null)
                        .ExecuteUpdateAsync(i => i.SetProperty(x => x.CodeInLetterAt, at), stop);
                }
            }
        }
    }
}
