// Every day: what has had its time goes, kind by kind, and it is written down how much.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Retention;

internal sealed class LetGoInTime(HearthDb db, HowLong keep, TimeProvider time) : IJob
{
    public string Name => "let go of what has had its time";

    public TimeSpan Every => TimeSpan.FromHours(24);

    public async Task RunAsync(CancellationToken stop)
    {
        var months = await keep.AllAsync(stop);
        // one instant for all: a clock that leaps meanwhile must not take more with it
        var now = time.GetUtcNow();
        foreach (var kind in keep.Kinds)
        {
            var count = await kind.LetGoAsync(now.AddMonths(-months[kind.Key]), stop);
            db.ChangeTracker.Clear();
            if (count > 0)
            {
                db.Add(
                    new LetGo
                    {
                        Kind = kind.Key,
                        At = now,
                        Months = months[kind.Key],
                        Count = count,
                    }
                );
                await db.SaveChangesAsync(stop);
            }
        }
    }
}
