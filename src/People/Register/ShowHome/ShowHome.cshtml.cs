// One home: where it stands, who looks after it, and its tenancies, the newest first.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.ShowHome;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class ShowHomeModel(HearthDb db) : PageModel, IShowsPeople
{
    public IEnumerable<Guid> PeopleShown => Tenancies.SelectMany(tenancy => tenancy.People).Select(person => person.Person.Id);

    [TempData]
    public string? Said { get; set; }

    /// <summary>Left out of the surveys that the regulator prescribes.</summary>
    public bool IsLeftOut { get; private set; }

    public Home Home { get; private set; } = null!;
    public string? Ward { get; private set; }
    public string? Neighbourhood { get; private set; }
    public Patch? Patch { get; private set; }
    public IReadOnlyList<(Tenancy Tenancy, IReadOnlyList<(Person Person, HouseholdMember Member)> People)> Tenancies { get; private set; } =
    [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await db.Set<Home>().AsNoTracking().FirstOrDefaultAsync(h => h.Id == id, stop) is not { } home)
        {
            return NotFound();
        }
        Home = home;
        Ward = await db.Set<Ward>().Where(w => w.Id == home.WardId).Select(w => w.Name).FirstOrDefaultAsync(stop);
        Neighbourhood = await db.Set<Neighbourhood>()
            .Where(n => n.Id == home.NeighbourhoodId)
            .Select(n => n.Name)
            .FirstOrDefaultAsync(stop);
        Patch = await db.Set<Patch>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == home.PatchId, stop);
        var tenancies = await db.Set<Tenancy>().AsNoTracking().Where(t => t.HomeId == id).ToListAsync(stop);
        var households = tenancies.Select(t => t.HouseholdId).ToList();
        var people = await (
            from member in db.Set<HouseholdMember>().AsNoTracking()
            join person in db.Set<Person>() on member.PersonId equals person.Id
            where households.Contains(member.HouseholdId)
            orderby member.Role descending
            select new { person, member }
        ).ToListAsync(stop);
        Tenancies =
        [
            .. tenancies
                .OrderBy(t => t.EndedOn is null ? 0 : 1)
                .ThenByDescending(t => t.StartedOn)
                .Select(t =>
                    (
                        t,
                        (IReadOnlyList<(Person, HouseholdMember)>)
                            [.. people.Where(p => p.member.HouseholdId == t.HouseholdId).Select(p => (p.person, p.member))]
                    )
                ),
        ];
        IsLeftOut = await db.Set<LeftOut>().AnyAsync(line => households.Contains(line.HouseholdId), stop);
        return Page();
    }
}
