// What the register holds on a person, and how it forgets them: the row stays so that counts stay true, with nothing that names anyone.
using Hearth.People.Import.Stored;
using Hearth.People.Import.Values;
using Hearth.People.Public;
using Hearth.People.SignIn;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register;

internal sealed class PeoplePersonalData(HearthDb db, ForgottenMarks marks, TimeProvider time) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers { get; } =
    [
        typeof(Person),
        typeof(Household),
        typeof(HouseholdMember),
        typeof(Consent),
        typeof(Involvement),
        typeof(TenantStamp),
        typeof(ContactSafety),
    ];

    public async Task<IReadOnlyList<HeldItem>> HeldOnAsync(Guid personId, CancellationToken stop)
    {
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId, stop) is not { } person)
        {
            return [];
        }
        var items = new List<HeldItem>();
        if (person.ForgottenAt is { } forgotten)
        {
            items.Add(new("Asked to be forgotten", PersonWords.Day(forgotten.DayInLondon()), forgotten));
        }
        else
        {
            items.Add(new("Name", PersonWords.Name(person)));
            items.Add(new("Reference in the housing system", person.Reference));
            Add("Date of birth", person.BornOn is { } born ? PersonWords.Day(born) : null);
            Add("E-mail address", person.Email);
            Add("Telephone number", person.Phone is null ? null : PhoneNumber.Shown(person.Phone));
            Add("How you asked to be reached", person.PrefersWay is null ? null : PersonWords.Way(person.PrefersWay));
            items.Add(new("Language", Languages.Name(person.Language)));
            items.Add(new("Do not contact", person.DoNotContact ? "Yes" : "No"));
        }
        if (await db.Set<ContactSafety>().AsNoTracking().FirstOrDefaultAsync(s => s.PersonId == personId, stop) is { } safety)
        {
            foreach (var line in PersonWords.Safety(safety))
            {
                items.Add(new("How you are reached safely", line, safety.SetAt));
            }
        }
        await AddHomesAsync(personId, items, stop);
        foreach (var line in await db.Set<Consent>().AsNoTracking().Where(c => c.PersonId == personId).OrderBy(c => c.At).ToListAsync(stop))
        {
            items.Add(new(PersonWords.Kind(line.Kind), $"{(line.Given ? "Yes" : "No")} ({line.Source})", line.At));
        }
        foreach (
            var role in await db.Set<Involvement>()
                .AsNoTracking()
                .Where(i => i.PersonId == personId)
                .OrderBy(i => i.Since)
                .ToListAsync(stop)
        )
        {
            items.Add(
                new(
                    "Role",
                    $"{role.Role}, since {PersonWords.Day(role.Since)}{(role.Until is { } until ? $", until {PersonWords.Day(until)}" : "")}"
                )
            );
        }
        return items;

        void Add(string what, string? value)
        {
            if (value is not null)
            {
                items.Add(new(what, value));
            }
        }
    }

    public async Task ForgetAsync(Guid personId, CancellationToken stop)
    {
        if (await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == personId, stop) is not { ForgottenAt: null } person)
        {
            return;
        }
        var tenancies = await (
            from member in db.Set<HouseholdMember>()
            join tenancy in db.Set<Tenancy>() on member.HouseholdId equals tenancy.HouseholdId
            where member.PersonId == personId
            orderby tenancy.EndedOn == null ? 0 : 1
            select tenancy.Reference
        ).ToListAsync(stop);
        await ForgetInImportsAsync(person, tenancies, stop);

        // enough is kept to leave them forgotten when the housing system names them again, as on a suppression list
        var made = tenancies.FirstOrDefault(t => person.Reference.StartsWith(t + "/", StringComparison.Ordinal));
        var forgotten = await marks.ForErasureAsync(stop);
        var mark = made is null ? forgotten.Mark(person.Reference) : forgotten.Mark(made, person.GivenName, person.FamilyName);
        person.Reference = await db.Set<Person>().AnyAsync(p => p.Reference == mark, stop) ? $"{mark}/{person.Id:N}" : mark;
        (person.Title, person.GivenName, person.FamilyName, person.NameKey) = (null, "", "", "");
        (person.Email, person.EmailKey, person.Phone, person.BornOn, person.PrefersWay) = (null, null, null, null, null);
        (person.Language, person.DoNotContact, person.ToldUsAt) = ("en-GB", true, null);
        person.ForgottenAt = time.GetUtcNow();
        db.RemoveRange(await db.Set<TenantStamp>().Where(s => s.PersonId == personId).ToListAsync(stop));
        db.RemoveRange(await db.Set<ContactSafety>().Where(s => s.PersonId == personId).ToListAsync(stop));
        db.RemoveRange(await db.Set<Consent>().Where(c => c.PersonId == personId).ToListAsync(stop));
        await HandOverAsync(personId, stop);
    }

    // somebody else of the household now stands for it
    private async Task HandOverAsync(Guid personId, CancellationToken stop)
    {
        foreach (var household in await db.Set<Household>().Where(h => h.ContactPersonId == personId).ToListAsync(stop))
        {
            var next = await (
                from member in db.Set<HouseholdMember>()
                join other in db.Set<Person>() on member.PersonId equals other.Id
                where
                    member.HouseholdId == household.Id && member.PersonId != personId && member.LeftOn == null && other.ForgottenAt == null
                orderby member.Role descending, other.Reference
                select (Guid?)other.Id
            ).FirstOrDefaultAsync(stop);
            household.ContactPersonId = next ?? personId;
        }
    }

    // rows set aside hold the words of the file; those that may be about this person go
    private async Task ForgetInImportsAsync(Person person, List<string> tenancies, CancellationToken stop)
    {
        var marks = tenancies
            .Append(person.Reference)
            .Concat(new[] { person.Email, person.FamilyName }.OfType<string>())
            .Where(m => m.Length > 2)
            .Distinct()
            .ToList();
        foreach (var mark in marks)
        {
            db.RemoveRange(await db.Set<ImportRemark>().Where(r => r.Original.Contains(mark)).ToListAsync(stop));
        }
    }

    private async Task AddHomesAsync(Guid personId, List<HeldItem> items, CancellationToken stop)
    {
        var homes = await (
            from member in db.Set<HouseholdMember>().AsNoTracking()
            join tenancy in db.Set<Tenancy>() on member.HouseholdId equals tenancy.HouseholdId
            join home in db.Set<Home>() on tenancy.HomeId equals home.Id
            where member.PersonId == personId
            select new
            {
                tenancy,
                home,
                member.Role,
            }
        ).ToListAsync(stop);
        foreach (var place in homes)
        {
            items.Add(new("Home", PersonWords.Address(place.home.AddressLines, place.home.Postcode)));
            var started = place.tenancy.StartedOn is { } from ? $", since {PersonWords.Day(from)}" : "";
            var ended = place.tenancy.EndedOn is { } until ? $", until {PersonWords.Day(until)}" : "";
            var role =
                place.Role == MemberRole.Tenant ? "first-named tenant"
                : place.Role == MemberRole.JointTenant ? "joint tenant"
                : "member of the household";
            items.Add(new("Tenancy", $"{place.tenancy.Reference}, {Audience.TenureName(place.tenancy.Tenure)}, {role}{started}{ended}"));
        }
    }
}
