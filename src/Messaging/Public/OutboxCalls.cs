// A module that rings people itself holds the call that waits for them here, so that nobody rings from the list of calls as well. The number is not read from it: whoever rings asks the gate for it.
using Hearth.Messaging.Calls;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Public;

public sealed partial class Outbox
{
    /// <summary>Takes the call that waits for this person about this thing in hand, where one waits. Written at once.</summary>
    /// <param name="about">The thing: a survey.</param>
    /// <param name="person">Who would be rung.</param>
    /// <param name="caller">Account of whoever rings.</param>
    /// <param name="callerName">Their name.</param>
    /// <param name="until">When others may take it again.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>False where somebody else has it in hand: do not ring.</returns>
    public async Task<bool> HoldCallAsync(
        Guid about,
        Guid person,
        Guid caller,
        string callerName,
        DateTimeOffset until,
        CancellationToken stop = default
    )
    {
        var now = time.GetUtcNow();
        var longest = now + CallList.LongestTurn;
        var calls = CallsOf(about, person);
        await calls
            .Where(m => m.LeasedUntil == null || m.LeasedUntil < now || m.LeasedUntil > longest || m.LeasedBy == caller)
            .ExecuteUpdateAsync(
                m =>
                    m.SetProperty(x => x.LeasedUntil, (DateTimeOffset?)until)
                        .SetProperty(x => x.LeasedBy, (Guid?)caller)
                        .SetProperty(x => x.LeasedByName, callerName),
                stop
            );
        return !await calls.AnyAsync(m => m.LeasedUntil >= now && m.LeasedUntil <= longest && m.LeasedBy != caller, stop);
    }

    /// <summary>Lets such a call go again, not rung. Written at once.</summary>
    public Task<int> LetCallGoAsync(Guid about, Guid person, Guid caller, CancellationToken stop = default) =>
        CallsOf(about, person)
            .Where(m => m.LeasedBy == caller)
            .ExecuteUpdateAsync(
                m =>
                    m.SetProperty(x => x.LeasedUntil, (DateTimeOffset?)null)
                        .SetProperty(x => x.LeasedBy, (Guid?)null)
                        .SetProperty(x => x.LeasedByName, (string?)null),
                stop
            );

    private IQueryable<StoredMessage> CallsOf(Guid about, Guid person) =>
        db.Set<StoredMessage>()
            .Where(m => m.About == about && m.PersonId == person && m.Channel == Channel.Telephone && m.Status == MessageStatus.Queued);
}
