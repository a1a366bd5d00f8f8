// Exchanges the key of equality data by the clock: a new one is made, every row is named and sealed anew under it, and the old key is destroyed.
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Equality;

internal sealed class RotateEqualityKeys(HearthDb db, EqualityKeys keys, AuditTrail audit, TimeProvider time) : IJob
{
    /// <summary>A key is used for this long.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    private const int Batch = 1000;

    public string Name => "rotate the keys of equality data";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task RunAsync(CancellationToken stop)
    {
        var newest = await db.Set<EqualityKey>()
            .Where(k => k.SealedKey != null)
            .OrderByDescending(k => k.MadeAt)
            .Select(k => (DateTimeOffset?)k.MadeAt)
            .FirstOrDefaultAsync(stop);
        if (newest is null)
        {
            return;
        }
        if (newest < time.GetUtcNow() - Lasts)
        {
            await keys.MakeAsync("by the clock", stop);
        }
        var all = await keys.AllAsync(stop);
        foreach (var old in all.Skip(1))
        {
            await MoveAsync(old, all[0], stop);
            await DestroyAsync(old, stop);
        }
    }

    // A row does not say whose it is: each person's name under the old key is worked out, and the rows that bear one are moved.
    private async Task MoveAsync(OpenKey old, OpenKey current, CancellationToken stop)
    {
        var last = Guid.Empty;
        while (await db.Set<EqualityRow>().AnyAsync(r => r.KeyId == old.Id, stop))
        {
            var people = await db.Set<Person>().Where(p => p.Id > last).OrderBy(p => p.Id).Select(p => p.Id).Take(Batch).ToListAsync(stop);
            if (people.Count == 0)
            {
                // what is left belongs to nobody in the register
                await db.Set<EqualityRow>().Where(r => r.KeyId == old.Id).ExecuteDeleteAsync(stop);
                return;
            }
            last = people[^1];
            var names = people.ToDictionary(old.PseudonymOf);
            var candidates = names.Keys.ToList();
            foreach (
                var row in await db.Set<EqualityRow>().Where(r => r.KeyId == old.Id && candidates.Contains(r.Pseudonym)).ToListAsync(stop)
            )
            {
                var name = current.PseudonymOf(names[row.Pseudonym]);
                db.Remove(row);
                // they answered again meanwhile: the newer answers stand
                if (!await db.Set<EqualityRow>().AnyAsync(r => r.Pseudonym == name, stop))
                {
                    db.Add(
                        new EqualityRow
                        {
                            Pseudonym = name,
                            KeyId = current.Id,
                            Sealed = current.Seal(name, old.Open(row.Pseudonym, row.Sealed)),
                            Month = row.Month,
                        }
                    );
                }
            }
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
    }

    private async Task DestroyAsync(OpenKey old, CancellationToken stop)
    {
        if (await db.Set<EqualityRow>().AnyAsync(r => r.KeyId == old.Id, stop))
        {
            return;
        }
        var key = await db.Set<EqualityKey>().FirstAsync(k => k.Id == old.Id, stop);
        (key.SealedKey, key.DestroyedAt) = (null, time.GetUtcNow());
        audit.Write("DestroyEqualityKey", "equality key", key.Id, "no row is left under it");
        await db.SaveChangesAsync(stop);
    }
}
