// Asks once more before a person is forgotten, and says what goes and what stays.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.ErasePerson;

[StaffOnly(Role.EngagementOfficer)]
[WithinSight]
internal sealed class ErasePersonModel(HearthDb db, ErasePerson erase) : PageModel, IShowsPeople
{
    public IEnumerable<Guid> PeopleShown => [Guid.Parse((string)RouteData.Values["id"]!)];

    public string Name { get; private set; } = "";

    [BindProperty]
    public bool Sure { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }
        if (!Sure)
        {
            ModelState.AddModelError(nameof(Sure), "Tick the box if you are sure. It cannot be undone");
            return Page();
        }
        return await erase.DoAsync(id, stop) ? Redirect($"~/people/{id}?done=erased") : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.ForgottenAt == null, stop);
        Name = person is null ? "" : PersonWords.Name(person);
        return person is not null;
    }
}
