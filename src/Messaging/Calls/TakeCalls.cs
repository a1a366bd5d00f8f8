// A caller takes calls or visits, one to ring now or a sheet of them, or gives one back.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Calls;

internal sealed class TakeCalls(HearthDb db, Safely safely, Actor actor, TimeProvider time)
{
    public const int OnASheet = 20;

    /// <summary>False when somebody else has it, or it is not to be made any more.</summary>
    public async Task<bool> OneAsync(Guid id, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await safely.SweepAsync(messages => messages.Where(m => m.Id == id), stop);
        return await TakeAsync(id, now, now + CallList.Turn, stop);
    }

    /// <summary>Takes the next calls until the evening, to ring from paper; returns how many.</summary>
    public async Task<int> SheetAsync(Channel channel, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var until = Evening(now);
        await safely.SweepAsync(messages => messages.ToMake(channel, now), stop);
        var free = await db.Set<StoredMessage>()
            .ToMake(channel, now)
            .Free(now)
            .OrderBy(m => m.DueAt)
            .Select(m => m.Id)
            .Take(OnASheet)
            .ToListAsync(stop);
        var taken = 0;
        foreach (var id in free)
        {
            taken += await TakeAsync(id, now, until, stop) ? 1 : 0;
        }
        return taken;
    }

    public async Task GiveBackAsync(Guid id, CancellationToken stop)
    {
        var me = actor.Id;
        await db.Set<StoredMessage>()
            .Where(m => m.Id == id && m.Status == MessageStatus.Queued && m.LeasedBy == me)
            .Where(m => m.Channel == Channel.Telephone || m.Channel == Channel.Door)
            .ExecuteUpdateAsync(
                m =>
                    m.SetProperty(x => x.LeasedUntil, (DateTimeOffset?)null)
                        .SetProperty(x => x.LeasedBy, (Guid?)null)
                        .SetProperty(x => x.LeasedByName, (string?)null),
                stop
            );
    }

    private async Task<bool> TakeAsync(Guid id, DateTimeOffset now, DateTimeOffset until, CancellationToken stop)
    {
        var (me, name, longest) = (actor.Id, actor.Name, now + CallList.LongestTurn);
        return await db.Set<StoredMessage>()
                .Where(m => m.Id == id && m.Status == MessageStatus.Queued && m.DueAt <= now && (m.NotAfter == null || m.NotAfter >= now))
                .Where(m => m.Channel == Channel.Telephone || m.Channel == Channel.Door)
                .Where(m => (m.LeasedUntil == null || m.LeasedUntil < now || m.LeasedUntil > longest || m.LeasedBy == me))
                .ExecuteUpdateAsync(
                    m =>
                        m.SetProperty(x => x.LeasedUntil, (DateTimeOffset?)until)
                            .SetProperty(x => x.LeasedBy, me)
                            .SetProperty(x => x.LeasedByName, name),
                    stop
                ) == 1;
    }

    private static DateTimeOffset Evening(DateTimeOffset now)
    {
        var evening = now.DayInLondon().StartInLondon() + CallList.PaperUntil.ToTimeSpan();
        return evening > now + CallList.Turn ? evening : now + CallList.Turn;
    }
}
