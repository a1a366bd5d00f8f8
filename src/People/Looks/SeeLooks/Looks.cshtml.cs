// Who looked at this person, when, and on which page.
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Looks.SeeLooks;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class LooksModel(HearthDb db) : PageModel, IShowsPeople
{
    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<Look> Looks { get; private set; } = [];

    public IEnumerable<Guid> PeopleShown => [Id];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop) is not { } person)
        {
            return NotFound();
        }
        (Id, Name) = (id, PersonWords.Name(person));
        Looks = await db.Set<Look>()
            .AsNoTracking()
            .Where(l => l.PersonId == id)
            .OrderByDescending(l => l.LastAt)
            .Take(500)
            .ToListAsync(stop);
        return Page();
    }
}
