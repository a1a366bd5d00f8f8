// The part of the register that a handful of tenancies touches: looked up at once, changed in memory, written back at once.
using Hearth.People.Import.Rows;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Import.Merging;

internal sealed class RegisterPart
{
    public Dictionary<string, Tenancy> Tenancies { get; private init; } = [];
    public Dictionary<Guid, Household> Households { get; private init; } = [];
    public ILookup<Guid, HouseholdMember> Members { get; private init; } = Array.Empty<HouseholdMember>().ToLookup(m => m.HouseholdId);
    public Dictionary<string, Home> Homes { get; private init; } = [];
    public Dictionary<Guid, Person> People { get; private init; } = [];
    public Dictionary<string, Person> PeopleByReference { get; private init; } = [];

    /// <summary>Knows forgotten people again.</summary>
    public required Forgotten Forgotten { get; init; }

    /// <summary>The newest line of the consent ledger for each person and kind.</summary>
    public Dictionary<(Guid, MessageKind), Consent> Consents { get; private init; } = [];

    /// <summary>How people may be reached without danger, where anything must be minded.</summary>
    public Dictionary<Guid, ContactSafety> Care { get; private init; } = [];

    public static async Task<RegisterPart> FindAsync(
        HearthDb db,
        IReadOnlyCollection<SettledTenancy> settled,
        bool withConsents,
        bool withCare,
        Forgotten forgotten,
        CancellationToken stop
    )
    {
        var references = settled.Where(s => s.Reference.Length > 0).Select(s => s.Reference).ToList();
        var homeReferences = settled.Select(s => s.Home.Reference).Distinct().ToList();
        var given = settled.SelectMany(s => s.People).Where(p => p.Reference is not null).Select(p => p.Reference!).Distinct().ToList();
        var personReferences = given.Concat(given.Select(forgotten.Mark)).ToList();

        var tenancies = await db.Set<Tenancy>().AsNoTracking().Where(t => references.Contains(t.Reference)).ToListAsync(stop);
        var homes = await db.Set<Home>().AsNoTracking().Where(h => homeReferences.Contains(h.Reference)).ToListAsync(stop);
        var householdIds = tenancies.Select(t => t.HouseholdId).ToList();
        List<Household> households = [];
        List<HouseholdMember> members = [];
        if (householdIds.Count > 0)
        {
            households = await db.Set<Household>().AsNoTracking().Where(h => householdIds.Contains(h.Id)).ToListAsync(stop);
            members = await db.Set<HouseholdMember>().AsNoTracking().Where(m => householdIds.Contains(m.HouseholdId)).ToListAsync(stop);
        }
        var memberIds = members.Select(m => m.PersonId).Distinct().ToList();
        var people = new Dictionary<Guid, Person>();
        if (memberIds.Count > 0)
        {
            people = await db.Set<Person>().AsNoTracking().Where(p => memberIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        }
        if (personReferences.Count > 0)
        {
            foreach (
                var person in await db.Set<Person>().AsNoTracking().Where(p => personReferences.Contains(p.Reference)).ToListAsync(stop)
            )
            {
                people.TryAdd(person.Id, person);
            }
        }
        var consents = new Dictionary<(Guid, MessageKind), Consent>();
        if (withConsents && people.Count > 0)
        {
            var ids = people.Keys.ToList();
            foreach (
                var line in await db.Set<Consent>()
                    .AsNoTracking()
                    .Where(c => ids.Contains(c.PersonId))
                    .OrderBy(c => c.At)
                    .ThenBy(c => c.Id)
                    .ToListAsync(stop)
            )
            {
                consents[(line.PersonId, line.Kind)] = line;
            }
        }
        var care = new Dictionary<Guid, ContactSafety>();
        if (withCare && people.Count > 0)
        {
            var ids = people.Keys.ToList();
            care = await db.Set<ContactSafety>()
                .AsNoTracking()
                .Where(s => ids.Contains(s.PersonId))
                .ToDictionaryAsync(s => s.PersonId, stop);
        }
        return new RegisterPart
        {
            Tenancies = tenancies.ToDictionary(t => t.Reference, StringComparer.Ordinal),
            Households = households.ToDictionary(h => h.Id),
            Members = members.ToLookup(m => m.HouseholdId),
            Homes = homes.ToDictionary(h => h.Reference, StringComparer.Ordinal),
            People = people,
            PeopleByReference = people.Values.ToDictionary(p => p.Reference, StringComparer.Ordinal),
            Consents = consents,
            Care = care,
            Forgotten = forgotten,
        };
    }
}
