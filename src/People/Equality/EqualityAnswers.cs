// Reads and writes one person's equality answers. Only the person themselves ever reads; who writes down what they say sees nothing of it again.
using System.Text.Json;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Equality;

internal sealed class EqualityAnswers(HearthDb db, EqualityKeys keys, TimeProvider time)
{
    /// <summary>What they said; null where they said nothing. For the person's own eyes.</summary>
    public async Task<EqualitySaid?> OfAsync(Guid person, CancellationToken stop)
    {
        foreach (var key in await keys.AllAsync(stop))
        {
            var name = key.PseudonymOf(person);
            if (await db.Set<EqualityRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Pseudonym == name, stop) is { } row)
            {
                return Read(key, row);
            }
        }
        return null;
    }

    /// <summary>Puts this in the place of whatever they said before. No answer at all takes the row away.</summary>
    public async Task SaveAsync(Guid person, EqualitySaid said, CancellationToken stop)
    {
        // the key first: it is saved by itself
        var key = said.Answers.Count == 0 ? null : await keys.CurrentAsync(stop);
        await TakeAwayAsync(person, stop);
        if (key is not null)
        {
            var name = key.PseudonymOf(person);
            var known = db.ChangeTracker.Entries<EqualityRow>().FirstOrDefault(e => e.Entity.Pseudonym == name);
            var bytes = key.Seal(name, JsonSerializer.SerializeToUtf8Bytes(said.Write()));
            if (known is not null)
            {
                known.State = EntityState.Unchanged;
                (known.Entity.Sealed, known.Entity.Month) = (bytes, Month());
            }
            else
            {
                db.Add(
                    new EqualityRow
                    {
                        Pseudonym = name,
                        KeyId = key.Id,
                        Sealed = bytes,
                        Month = Month(),
                    }
                );
            }
        }
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate() || failure is DbUpdateConcurrencyException)
        {
            // sent twice in one moment: the other request has saved the same page
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Takes the row away in this unit of work, under whichever key it lies.</summary>
    public async Task TakeAwayAsync(Guid person, CancellationToken stop)
    {
        var names = (await keys.AllAsync(stop)).Select(key => key.PseudonymOf(person)).ToList();
        db.RemoveRange(await db.Set<EqualityRow>().Where(r => names.Contains(r.Pseudonym)).ToListAsync(stop));
    }

    public static EqualitySaid Read(OpenKey key, EqualityRow row) =>
        EqualitySaid.Read(JsonSerializer.Deserialize<Dictionary<string, string>>(key.Open(row.Pseudonym, row.Sealed))!);

    private DateOnly Month() => new(time.Today().Year, time.Today().Month, 1);
}
