// Reads the live tenant list for the other modules: who may be asked, how each is reached, and how many of whom there are.
using Hearth.Messaging.Public;
using Hearth.People.Import.Values;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Public;

/// <summary>Which households. An empty list means all.</summary>
public sealed record AudienceFilter
{
    public IReadOnlyList<string> Wards { get; init; } = [];
    public IReadOnlyList<string> Patches { get; init; } = [];
    public IReadOnlyList<string> AgeBands { get; init; } = [];
    public IReadOnlyList<TenureKind> Tenures { get; init; } = [];
    public IReadOnlyList<Locality> Localities { get; init; } = [];
    public bool OnlyInvolved { get; init; }

    /// <summary>Only households with somebody in the TenantLink group; it is they who are asked, the contact where both are in it.</summary>
    public bool OnlyTenantLink { get; init; }
}

/// <summary>A household with the person who stands for it, the groups it is counted in, and how it is reached.</summary>
public sealed record AudienceMember(
    Guid HouseholdId,
    Guid PersonId,
    string TenancyReference,
    string Name,
    string Salutation,
    GroupFacts Facts
)
{
    public string? Email { get; init; }
    public string? Phone { get; init; }

    /// <summary>Where letters go: the home, or the address that is safe.</summary>
    public string PostalAddress { get; init; } = "";

    /// <summary>Where somebody may knock; empty where nobody may.</summary>
    public string HomeAddress { get; init; } = "";

    /// <summary>How they are reached without danger; null where nothing must be minded. Addresses that may not be used are not on this record at all.</summary>
    public SafeContact? Safe { get; init; }
    public string Language { get; init; } = "en-GB";
    public ContactWay? Prefers { get; init; }
    public bool DoNotContact { get; init; }

    /// <summary>False where this landlord's Hearth has no way out for texts: then nobody is reached by one.</summary>
    public bool TextsLeave { get; init; } = true;

    /// <summary>True where this landlord's Hearth has a way out for WhatsApp.</summary>
    public bool WhatsAppLeaves { get; init; }

    /// <summary>Kinds of message this person has said no to.</summary>
    public IReadOnlySet<MessageKind> Refused { get; init; } = new HashSet<MessageKind>();

    /// <summary>The best way held and allowed: what they asked for where it can be used, else e-mail, text, letter, telephone. A text goes to a UK mobile only, and nobody is rung who asked not to be.</summary>
    public Channel? BestChannel =>
        DoNotContact
            ? null
            : Prefers switch
            {
                ContactWay.Email when MayBeMailed => Channel.Email,
                ContactWay.Text when MayBeTexted => Channel.Text,
                ContactWay.WhatsApp when MayBeReachedByWhatsApp => Channel.WhatsApp,
                ContactWay.Telephone when MayBeRung => Channel.Telephone,
                ContactWay.Post or ContactWay.FaceToFace when PostalAddress.Length > 0 => Channel.Letter,
                _ when MayBeMailed => Channel.Email,
                _ when MayBeTexted => Channel.Text,
                _ when PostalAddress.Length > 0 => Channel.Letter,
                _ when MayBeRung => Channel.Telephone,
                _ => null,
            };

    /// <summary>The address to use for a channel; null where none is held or it may not be used.</summary>
    public Recipient? Reach(Channel channel) =>
        channel switch
        {
            Channel.Email when MayBeMailed => new(PersonId, Name, Email!, Language),
            Channel.Text when MayBeTexted => new(PersonId, Name, Phone!, Language),
            Channel.WhatsApp when MayBeReachedByWhatsApp => new(PersonId, Name, Phone!, Language),
            Channel.Telephone when MayBeRung => new(PersonId, Name, Phone!, Language),
            Channel.Letter when PostalAddress.Length > 0 => new(PersonId, Name, PostalAddress, Language),
            Channel.Door when MayBeVisited => new(PersonId, Name, HomeAddress, Language),
            _ => null,
        };

    /// <summary>The number by which they may be rung, as people write it: “01632 960 424”; null where none is held and allowed.</summary>
    public string? NumberShown => MayBeRung ? PhoneNumber.Shown(Phone!) : null;

    private bool MayBeMailed => Email is not null && IsSafe(Channel.Email);

    private bool MayBeTexted => TextsLeave && Phone is not null && PhoneNumber.IsMobile(Phone) && IsSafe(Channel.Text);

    // a choice of their own, never a guess from the number
    private bool MayBeReachedByWhatsApp =>
        WhatsAppLeaves
        && Prefers == ContactWay.WhatsApp
        && Phone is not null
        && PhoneNumber.IsMobile(Phone)
        && IsSafe(Channel.WhatsApp)
        && IsSafe(Channel.Text);

    private bool MayBeRung => Phone is not null && !Refused.Contains(MessageKind.Calls) && IsSafe(Channel.Telephone);

    private bool MayBeVisited => HomeAddress.Length > 0 && !Refused.Contains(MessageKind.Visits) && IsSafe(Channel.Door);

    private bool IsSafe(Channel channel) => Safe?.Never.Contains(channel) != true;
}

public sealed class Audience(HearthDb db, Channels channels, TimeProvider time)
{
    /// <summary>Households with a running tenancy that match, in the order of their tenancy references.</summary>
    public async Task<IReadOnlyList<AudienceMember>> ListAsync(AudienceFilter filter, CancellationToken stop = default)
    {
        var today = time.Today();
        var tenures = filter.Tenures;
        var localities = filter.Localities;
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
            select new
            {
                household.Id,
                tenancy.Reference,
                tenancy.Tenure,
                home.AddressLines,
                home.Postcode,
                home.Locality,
                Ward = ward == null ? null : ward.Name,
                Neighbourhood = neighbourhood == null ? null : neighbourhood.Name,
                Patch = patch == null ? null : patch.Name,
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
        var refused = await RefusalsAsync(db.Set<Consent>(), stop);
        var safe = await SafetyAsync(db.Set<ContactSafety>(), stop);

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
            var facts = new GroupFacts(
                row.Ward ?? GroupFacts.Unknown,
                row.Neighbourhood ?? GroupFacts.Unknown,
                row.Patch ?? GroupFacts.Unknown,
                TenureName(row.Tenure),
                row.Locality == Locality.Unknown ? GroupFacts.Unknown : row.Locality.ToString(),
                Hearth.People.Public.AgeBands.Of(person.BornOn, today)
            );
            if (
                (filter.Wards.Count > 0 && !filter.Wards.Contains(facts.Ward))
                || (filter.Patches.Count > 0 && !filter.Patches.Contains(facts.Patch))
                || (filter.AgeBands.Count > 0 && !filter.AgeBands.Contains(facts.AgeBand))
            )
            {
                continue;
            }
            members.Add(
                Member(
                    row.Id,
                    person,
                    row.Reference,
                    row.AddressLines,
                    row.Postcode,
                    facts,
                    refused.GetValueOrDefault(person.Id),
                    safe.GetValueOrDefault(person.Id)
                )
            );
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
            var refused = await RefusalsAsync(db.Set<Consent>().Where(c => chunk.Contains(c.PersonId)), stop);
            var safe = await SafetyAsync(db.Set<ContactSafety>().Where(s => chunk.Contains(s.PersonId)), stop);
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
                    home.AddressLines,
                    home.Postcode,
                    home.Locality,
                    Ward = ward == null ? null : ward.Name,
                    Neighbourhood = neighbourhood == null ? null : neighbourhood.Name,
                    Patch = patch == null ? null : patch.Name,
                    Person = person,
                }
            ).ToListAsync(stop);
            foreach (var row in rows)
            {
                var facts = new GroupFacts(
                    row.Ward ?? GroupFacts.Unknown,
                    row.Neighbourhood ?? GroupFacts.Unknown,
                    row.Patch ?? GroupFacts.Unknown,
                    TenureName(row.Tenure),
                    row.Locality == Locality.Unknown ? GroupFacts.Unknown : row.Locality.ToString(),
                    Hearth.People.Public.AgeBands.Of(row.Person.BornOn, today)
                );
                result.TryAdd(
                    row.Person.Id,
                    // somebody else lives there now: what was a home is no address any more
                    Member(
                        row.Id,
                        row.Person,
                        row.Reference,
                        row.Left ? "" : row.AddressLines,
                        row.Postcode,
                        facts,
                        refused.GetValueOrDefault(row.Person.Id),
                        safe.GetValueOrDefault(row.Person.Id)
                    )
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

    private AudienceMember Member(
        Guid household,
        Person person,
        string reference,
        string addressLines,
        string? postcode,
        GroupFacts facts,
        IReadOnlySet<MessageKind>? refused,
        ContactSafety? safety
    )
    {
        var name = string.Join(
            ' ',
            new[] { person.Title, person.GivenName, person.FamilyName }.Where(part => !string.IsNullOrWhiteSpace(part))
        );
        var salutation = string.IsNullOrWhiteSpace(person.Title)
            ? string.Join(' ', new[] { person.GivenName, person.FamilyName }.Where(part => !string.IsNullOrWhiteSpace(part)))
            : $"{person.Title} {person.FamilyName}";
        var home = addressLines.Length == 0 ? "" : addressLines + (postcode is null ? "" : "\n" + postcode);
        return new AudienceMember(household, person.Id, reference, name, salutation, facts)
        {
            Email = safety is { NoEmail: true } ? null : person.Email,
            Phone = safety is { NoText: true, NoTelephone: true } ? null : person.Phone,
            PostalAddress = safety is { NoLetter: true } ? "" : safety?.WriteTo ?? home,
            HomeAddress = safety is { NoVisit: true } ? "" : home,
            Safe = safety?.With(person.Email, person.Phone),
            Language = person.Language,
            Prefers = person.PrefersWay,
            DoNotContact = person.DoNotContact,
            TextsLeave = channels.CanSend(Channel.Text),
            WhatsAppLeaves = channels.CanSend(Channel.WhatsApp),
            Refused = refused ?? new HashSet<MessageKind>(),
        };
    }

    // few, and asked each time: what was set a moment ago holds
    private static async Task<Dictionary<Guid, ContactSafety>> SafetyAsync(IQueryable<ContactSafety> safeties, CancellationToken stop) =>
        await safeties.AsNoTracking().ToDictionaryAsync(safety => safety.PersonId, stop);

    private async Task<Dictionary<Guid, IReadOnlySet<MessageKind>>> RefusalsAsync(IQueryable<Consent> ledger, CancellationToken stop)
    {
        // the newest line of the ledger counts, for each person and kind
        var lines = await ledger
            .AsNoTracking()
            .Select(c => new
            {
                c.PersonId,
                c.Kind,
                c.Given,
                c.At,
                c.Id,
            })
            .ToListAsync(stop);
        // a "no" recorded in this unit of work counts before it is saved: the next way is chosen in it
        var unsaved = db.Set<Consent>()
            .Local.Select(c => new
            {
                c.PersonId,
                c.Kind,
                c.Given,
                c.At,
                c.Id,
            })
            .ExceptBy(lines.Select(line => line.Id), line => line.Id);
        return lines
            .Concat(unsaved)
            .GroupBy(line => (line.PersonId, line.Kind))
            .Select(group => group.OrderBy(line => line.At).ThenBy(line => line.Id).Last())
            .Where(line => !line.Given)
            .GroupBy(line => line.PersonId)
            .ToDictionary(group => group.Key, group => (IReadOnlySet<MessageKind>)group.Select(line => line.Kind).ToHashSet());
    }
}
