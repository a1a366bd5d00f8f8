// The language a person told us is best for them.
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Public;

public sealed class LanguageOnRecord(HearthDb db)
{
    /// <summary>BCP 47; null for a person who is not there or was forgotten.</summary>
    public Task<string?> OfAsync(Guid person, CancellationToken stop = default) =>
        db.Set<Person>().Where(p => p.Id == person && p.ForgottenAt == null).Select(p => p.Language).FirstOrDefaultAsync(stop);

    /// <summary>How many of these people have which language on record; those who are not there or were forgotten are left out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(IReadOnlyCollection<Guid> people, CancellationToken stop = default)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var chunk in people.Chunk(2000))
        {
            var some = await db.Set<Person>()
                .Where(p => chunk.Contains(p.Id) && p.ForgottenAt == null)
                .GroupBy(p => p.Language)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToListAsync(stop);
            foreach (var one in some)
            {
                counts[one.Key] = counts.GetValueOrDefault(one.Key) + one.Count;
            }
        }
        return counts;
    }
}
