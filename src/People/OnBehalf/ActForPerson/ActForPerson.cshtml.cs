// An officer says by what authority and why they act for a person, and for how long.
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.OnBehalf.ActForPerson;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
[WithinSight]
internal sealed class ActForPersonModel(HearthDb db, ActingSession session) : PageModel, IShowsPeople
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Authority? Authority { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Minutes { get; set; } = 15;

    public string Name { get; private set; } = "";
    public IEnumerable<Guid> PeopleShown => Name.Length == 0 ? [] : [Id];
    public IReadOnlyList<ActingFor> Before { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is not { } person)
        {
            return NotFound();
        }
        if (Authority is null || !Enum.IsDefined(Authority.Value))
        {
            ModelState.AddModelError(nameof(Authority), "Choose who asked you to act");
        }
        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), "Enter why you act for them. They can read it");
        }
        else if (Reason.Length > ActingFor.LongestReason)
        {
            ModelState.AddModelError(nameof(Reason), $"The reason must be {ActingFor.LongestReason} letters or fewer");
        }
        if (!ActingFor.Minutes.Contains(Minutes))
        {
            ModelState.AddModelError(nameof(Minutes), "Choose how long you need");
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        await session.BeginAsync(HttpContext, person, Authority!.Value, Reason!, Minutes, stop);
        return Redirect("~/me");
    }

    private async Task<Person?> FindAsync(CancellationToken stop)
    {
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == Id && p.ForgottenAt == null, stop);
        if (person is null)
        {
            return null;
        }
        Name = PersonWords.Name(person);
        Before = await db.Set<ActingFor>()
            .AsNoTracking()
            .Where(a => a.PersonId == Id)
            .OrderByDescending(a => a.BeganAt)
            .Take(20)
            .ToListAsync(stop);
        return person;
    }
}
