// Throws the keys of old lists away: what nobody handed in by then can never be opened, by anyone.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Door;

internal sealed class ForgetDoorLists(HearthDb db, TimeProvider time) : IJob
{
    public string Name => "forget-door-lists";

    public TimeSpan Every => TimeSpan.FromHours(12);

    public Task RunAsync(CancellationToken stop)
    {
        var before = time.GetUtcNow().AddDays(-DoorList.DaysToHandIn);
        return db.Set<DoorList>()
            .Where(l => l.PrivateKey != null && l.ExpiresAt < before)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.PrivateKey, (string?)null).SetProperty(x => x.Homes, "[]"), stop);
    }
}
