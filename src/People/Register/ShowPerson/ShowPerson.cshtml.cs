// One person: where they live, how they asked to be reached, what they agreed to, how they take part.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.ShowPerson;

internal sealed record HomeOfPerson(
    Tenancy Tenancy,
    Home Home,
    string? Ward,
    Patch? Patch,
    HouseholdMember Member,
    IReadOnlyList<(Person Person, MemberRole Role, DateOnly? Left)> Others
);

[StaffOnly(Role.EngagementOfficer)]
internal sealed class ShowPersonModel(HearthDb db, TimeProvider time) : PageModel, IShowsPeople
{
    public IEnumerable<Guid> PeopleShown =>
        Homes.SelectMany(home => home.Others).Select(other => other.Person.Id).Prepend(Person?.Id ?? Guid.Empty);

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<HomeOfPerson> Homes { get; private set; } = [];

    /// <summary>Their households that are left out of the surveys that the regulator prescribes.</summary>
    public IReadOnlySet<Guid> LeftOut { get; private set; } = new HashSet<Guid>();
    public ContactSafety? Safety { get; private set; }
    public IReadOnlyList<Consent> Ledger { get; private set; } = [];
    public IReadOnlyList<Involvement> Roles { get; private set; } = [];
    public DateOnly Today { get; } = time.Today();

    /// <summary>What was just done, for the line on top.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? DoneWords =>
        Done switch
        {
            "contact" => "Saved. An import no longer overwrites these.",
            "safe" => "Saved. It holds from now on, also for what was waiting.",
            "consent" => "Written into the ledger.",
            "role" => "Role added.",
            "ended" => "Role ended. It stays in the record.",
            "erased" => "Everything that named this person is gone.",
            _ => null,
        };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop) is not { } person)
        {
            return NotFound();
        }
        Person = person;
        Homes = await HomesAsync(id, stop);
        var households = Homes.Select(home => home.Member.HouseholdId).ToList();
        LeftOut = await db.Set<LeftOut>()
            .Where(line => households.Contains(line.HouseholdId))
            .Select(line => line.HouseholdId)
            .ToHashSetAsync(stop);
        Safety = await db.Set<ContactSafety>().AsNoTracking().FirstOrDefaultAsync(s => s.PersonId == id, stop);
        Ledger = await db.Set<Consent>()
            .AsNoTracking()
            .Where(c => c.PersonId == id)
            .OrderByDescending(c => c.At)
            .ThenByDescending(c => c.Id)
            .ToListAsync(stop);
        Roles = await db.Set<Involvement>().AsNoTracking().Where(i => i.PersonId == id).OrderByDescending(i => i.Since).ToListAsync(stop);
        return Page();
    }

    /// <summary>The newest word on each kind of message; null where nothing was ever said.</summary>
    public bool? Agrees(MessageKind kind) => Ledger.FirstOrDefault(c => c.Kind == kind)?.Given;

    private async Task<IReadOnlyList<HomeOfPerson>> HomesAsync(Guid id, CancellationToken stop)
    {
        var rows = await (
            from member in db.Set<HouseholdMember>().AsNoTracking()
            join tenancy in db.Set<Tenancy>() on member.HouseholdId equals tenancy.HouseholdId
            join home in db.Set<Home>() on tenancy.HomeId equals home.Id
            join ward in db.Set<Ward>() on home.WardId equals ward.Id into wards
            from ward in wards.DefaultIfEmpty()
            join patch in db.Set<Patch>() on home.PatchId equals patch.Id into patches
            from patch in patches.DefaultIfEmpty()
            where member.PersonId == id
            select new
            {
                member,
                tenancy,
                home,
                Ward = ward == null ? null : ward.Name,
                patch,
            }
        ).ToListAsync(stop);
        var households = rows.Select(r => r.member.HouseholdId).ToList();
        var others = await (
            from member in db.Set<HouseholdMember>().AsNoTracking()
            join person in db.Set<Person>() on member.PersonId equals person.Id
            where households.Contains(member.HouseholdId) && member.PersonId != id
            select new { member, person }
        ).ToListAsync(stop);
        return
        [
            .. rows.OrderBy(r => r.tenancy.EndedOn is null ? 0 : 1)
                .ThenByDescending(r => r.tenancy.StartedOn)
                .Select(r => new HomeOfPerson(
                    r.tenancy,
                    r.home,
                    r.Ward,
                    r.patch,
                    r.member,
                    [
                        .. others
                            .Where(o => o.member.HouseholdId == r.member.HouseholdId)
                            .Select(o => (o.person, o.member.Role, o.member.LeftOn)),
                    ]
                )),
        ];
    }
}
