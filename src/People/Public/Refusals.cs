// Who has said no to a kind of message: the newest line of the consent ledger counts.
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Public;

public sealed class Refusals(HearthDb db)
{
    /// <summary>Writes down in this unit of work that a person said no to a kind of message; the caller saves and audits.</summary>
    /// <param name="person">Who.</param>
    /// <param name="kind">To what.</param>
    /// <param name="at">When.</param>
    /// <param name="source">Where it was said: "Telephone, Maya Desai".</param>
    public void SayNo(Guid person, MessageKind kind, DateTimeOffset at, string source) =>
        db.Add(
            new Consent
            {
                PersonId = person,
                Kind = kind,
                Given = false,
                At = at,
                Source = source,
            }
        );

    /// <summary>Everyone who refuses this kind of message now, or is not to be contacted at all.</summary>
    public async Task<IReadOnlySet<Guid>> OfAsync(MessageKind kind, CancellationToken stop = default)
    {
        var lines = await db.Set<Consent>()
            .AsNoTracking()
            .Where(c => c.Kind == kind)
            .Select(c => new
            {
                c.PersonId,
                c.Given,
                c.At,
                c.Id,
            })
            .ToListAsync(stop);
        var refused = lines
            .GroupBy(line => line.PersonId)
            .Where(person => !person.OrderBy(line => line.At).ThenBy(line => line.Id).Last().Given)
            .Select(person => person.Key)
            .ToHashSet();
        refused.UnionWith(await db.Set<Person>().Where(p => p.DoNotContact).Select(p => p.Id).ToListAsync(stop));
        return refused;
    }
}
