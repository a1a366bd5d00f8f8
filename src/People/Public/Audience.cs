// Reads the live tenant list for the other modules: who may be asked, how each is reached, and how many of whom there are.
using Hearth.Messaging.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Public;

public sealed class Audience(HearthDb db, Channels channels, TimeProvider time)
{
    /// <summary>The same households as <see cref="ListAsync"/>, with what they are counted as and nothing of how they are reached: a fraction of the reading, for who only counts.</summary>
    public async Task<IReadOnlyList<CountedHousehold>> CountedAsync(AudienceFilter filter, CancellationToken stop = default)
    {
        if (filter.OnlyTenantLink || filter.OnlyInvolved)
        {
            // few, and it matters who of the household stands for it
            return [.. (await ListAsync(filter, stop)).Select(member => new CountedHousehold(member.HouseholdId, member.Facts))];
        }
        var today = time.Today();
        var (tenures, localities) = (filter.Tenures, filter.Localities);
        var rows = await (
            from tenancy in db.Set<Tenancy>()
            join household in db.Set<Household>() on tenancy.HouseholdId equals household.Id
            join home in db.Set<Home>() on tenancy.HomeId equals home.Id
            join person in db.Set<Person>() on household.ContactPersonId equals person.Id
            where tenancy.EndedOn == null || tenancy.EndedOn > today
            where person.ForgottenAt == null
            where tenures.Count == 0 || tenures.Contains(tenancy.Tenure)
            where localities.Count == 0 || localities.Contains(home.Locality)
            orderby tenancy.Reference
            select new
            {
                household.Id,
                tenancy.Tenure,
                home.WardId,
                home.NeighbourhoodId,
                home.PatchId,
                home.Locality,
                home.Kind,
                person.BornOn,
            }
        ).ToListAsync(stop);
        var wards = await db.Set<Ward>().ToDictionaryAsync(ward => ward.Id, ward => ward.Name, stop);
        var neighbourhoods = await db.Set<Neighbourhood>().ToDictionaryAsync(place => place.Id, place => place.Name, stop);
        var patches = await db.Set<Patch>().ToDictionaryAsync(patch => patch.Id, patch => patch.Name, stop);
        return
        [
            .. rows.Select(row => new CountedHousehold(
                    row.Id,
                    new ListedHome(
                        "",
                        null,
                        row.Locality,
                        row.Kind,
                        Named(wards, row.WardId),
                        Named(neighbourhoods, row.NeighbourhoodId),
                        Named(patches, row.PatchId)
                    ).Facts(row.Tenure, row.BornOn, today)
                ))
                .Where(household => filter.Means(household.Facts)),
        ];

        static string? Named(Dictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
    }

    /// <summary>Households with a running tenancy that match, in the order of their tenancy references.</summary>
    public async Task<IReadOnlyList<AudienceMember>> ListAsync(AudienceFilter filter, CancellationToken stop = default)
    {
        var today = time.Today();
        var tenures = filter.Tenures;
        var localities = filter.Localities;
        var (inWards, inPatches) = (filter.Wards, filter.Patches);
        var rows =
            from tenancy in db.Set<Tenancy>().AsNoTracking()
            join household in db.Set<Household>() on tenancy.HouseholdId equals household.Id
            join home in db.Set<Home>() on tenancy.HomeId equals home.Id
            join person in db.Set<Person>() on household.ContactPersonId equals person.Id
            join ward in db.Set<Ward>() on home.WardId equals ward.Id into wards
            from ward in wards.DefaultIfEmpty()
            join neighbourhood in db.Set<Neighbourhood>() on home.NeighbourhoodId equals neighbourhood.Id into neighbourhoods
            from neighbourhood in neighbourhoods.DefaultIfEmpty()
            join patch in db.Set<Patch>() on home.PatchId equals patch.Id into patches
            from patch in patches.DefaultIfEmpty()
            where tenancy.EndedOn == null || tenancy.EndedOn > today
            where person.ForgottenAt == null
            where tenures.Count == 0 || tenures.Contains(tenancy.Tenure)
            where localities.Count == 0 || localities.Contains(home.Locality)
            where inWards.Count == 0 || inWards.Contains(ward == null ? GroupFacts.Unknown : ward.Name)
            where inPatches.Count == 0 || inPatches.Contains(patch == null ? GroupFacts.Unknown : patch.Name)
            select new
            {
                household.Id,
                tenancy.Reference,
                tenancy.Tenure,
                Home = new ListedHome(
                    home.AddressLines,
                    home.Postcode,
                    home.Locality,
                    home.Kind,
                    ward == null ? null : ward.Name,
                    neighbourhood == null ? null : neighbourhood.Name,
                    patch == null ? null : patch.Name
                ),
                Person = person,
            };
        if (filter.OnlyInvolved)
        {
            var involved = db.Set<Involvement>()
                .Where(i => i.Role != TenantLinkGroup.Role && (i.Until == null || i.Until > today))
                .Select(i => i.PersonId);
            rows = rows.Where(row => involved.Contains(row.Person.Id));
        }
        var group =
            from member in db.Set<HouseholdMember>().AsNoTracking()
            join role in db.Set<Involvement>() on member.PersonId equals role.PersonId
            join person in db.Set<Person>() on member.PersonId equals person.Id
            where role.Role == TenantLinkGroup.Role && (role.Until == null || role.Until > today)
            where (member.LeftOn == null || member.LeftOn > today) && person.ForgottenAt == null
            select new { member.HouseholdId, Person = person };
        if (filter.OnlyTenantLink)
        {
            rows = rows.Where(row => group.Any(one => one.HouseholdId == row.Id));
        }
        var found = await rows.OrderBy(row => row.Reference).ToListAsync(stop);
        var joined = filter.OnlyTenantLink ? (await group.ToListAsync(stop)).ToLookup(one => one.HouseholdId, one => one.Person) : null;
        var minding = await WhatToMind.OfEveryoneAsync(db, channels, stop);

        var members = new List<AudienceMember>(found.Count);
        foreach (var row in found)
        {
            // whoever joined is asked: a joint tenant may be happy to be where the contact never said so
            var person = joined is null
                ? row.Person
                : joined[row.Id].OrderBy(one => one.Id != row.Person.Id).ThenBy(one => one.Id).FirstOrDefault();
            if (person is null)
            {
                // left the group between the two looks
                continue;
            }
            var facts = row.Home.Facts(row.Tenure, person.BornOn, today);
            if (filter.Means(facts))
            {
                members.Add(minding.Member(row.Id, person, row.Reference, row.Home.Address, facts));
            }
        }
        return members;
    }

    /// <summary>How each of these people is reached now; those forgotten or unknown are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, AudienceMember>> ForPeopleAsync(
        IReadOnlyCollection<Guid> people,
        CancellationToken stop = default
    )
    {
        // members of a household other than its contact are reached in their own name at the household's address
        var today = time.Today();
        var result = new Dictionary<Guid, AudienceMember>(people.Count);
        foreach (var chunk in people.Chunk(2000))
        {
            var minding = await WhatToMind.OfAsync(db, channels, chunk, stop);
            var rows = await (
                from person in db.Set<Person>().AsNoTracking()
                join member in db.Set<HouseholdMember>() on person.Id equals member.PersonId
                join household in db.Set<Household>() on member.HouseholdId equals household.Id
                join home in db.Set<Home>() on household.HomeId equals home.Id
                join tenancy in db.Set<Tenancy>() on household.Id equals tenancy.HouseholdId
                join ward in db.Set<Ward>() on home.WardId equals ward.Id into wards
                from ward in wards.DefaultIfEmpty()
                join neighbourhood in db.Set<Neighbourhood>() on home.NeighbourhoodId equals neighbourhood.Id into neighbourhoods
                from neighbourhood in neighbourhoods.DefaultIfEmpty()
                join patch in db.Set<Patch>() on home.PatchId equals patch.Id into patches
                from patch in patches.DefaultIfEmpty()
                where chunk.Contains(person.Id) && person.ForgottenAt == null
                let left = (tenancy.EndedOn != null && tenancy.EndedOn <= today) || (member.LeftOn != null && member.LeftOn <= today)
                orderby left ? 1 : 0, tenancy.Reference
                select new
                {
                    Left = left,
                    household.Id,
                    tenancy.Reference,
                    tenancy.Tenure,
                    Home = new ListedHome(
                        home.AddressLines,
                        home.Postcode,
                        home.Locality,
                        home.Kind,
                        ward == null ? null : ward.Name,
                        neighbourhood == null ? null : neighbourhood.Name,
                        patch == null ? null : patch.Name
                    ),
                    Person = person,
                }
            ).ToListAsync(stop);
            foreach (var row in rows)
            {
                var facts = row.Home.Facts(row.Tenure, row.Person.BornOn, today);
                result.TryAdd(
                    row.Person.Id,
                    // somebody else lives there now: what was a home is no address any more
                    minding.Member(row.Id, row.Person, row.Reference, row.Left ? "" : row.Home.Address, facts)
                );
            }
        }
        return result;
    }

    /// <summary>Households with a running tenancy.</summary>
    public Task<int> CountHouseholdsAsync(CancellationToken stop = default)
    {
        var today = time.Today();
        return db.Set<Tenancy>()
            .Where(tenancy => tenancy.EndedOn == null || tenancy.EndedOn > today)
            .Select(tenancy => tenancy.HouseholdId)
            .Distinct()
            .CountAsync(stop);
    }

    /// <summary>The people who hold a role in involvement today, beside being in the TenantLink group.</summary>
    public async Task<IReadOnlyList<Guid>> InvolvedPeopleAsync(CancellationToken stop = default)
    {
        var today = time.Today();
        return await db.Set<Involvement>()
            .Where(i => i.Role != TenantLinkGroup.Role && i.Since <= today && (i.Until == null || i.Until > today))
            .Select(i => i.PersonId)
            .Distinct()
            .ToListAsync(stop);
    }

    /// <summary>Names of the wards and patches, in order, for pickers.</summary>
    public async Task<(IReadOnlyList<string> Wards, IReadOnlyList<string> Patches)> PlacesAsync(CancellationToken stop = default) =>
        (
            await db.Set<Ward>().OrderBy(w => w.NameKey).Select(w => w.Name).ToListAsync(stop),
            await db.Set<Patch>().OrderBy(p => p.NameKey).Select(p => p.Name).ToListAsync(stop)
        );

    /// <summary>A tenure as people say it.</summary>
    public static string TenureName(TenureKind tenure) =>
        tenure switch
        {
            TenureKind.GeneralNeeds => "General needs",
            TenureKind.SharedOwnership => "Shared ownership",
            TenureKind.Leasehold => "Leaseholder",
            _ => tenure.ToString(),
        };
}
