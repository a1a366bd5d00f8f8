// The form for what a person said yes or no to.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.RecordConsent;

[StaffOnly(Role.EngagementOfficer)]
[WithinSight]
internal sealed class RecordConsentModel(HearthDb db, RecordConsent record) : PageModel, IShowsPeople
{
    public IEnumerable<Guid> PeopleShown => [Guid.Parse((string)RouteData.Values["id"]!)];

    public string Name { get; private set; } = "";

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public string? How { get; set; }

    public static IReadOnlyList<string> Ways { get; } = ["Telephone", "Letter", "E-mail", "Face to face", "Form"];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }
        if (!Enum.TryParse<MessageKind>(About, out var kind) || !Enum.IsDefined(kind))
        {
            ModelState.AddModelError(nameof(About), "Choose what they spoke about");
        }
        if (Said is not ("yes" or "no"))
        {
            ModelState.AddModelError(nameof(Said), "Say whether they agreed");
        }
        if (How is null || !Ways.Contains(How))
        {
            ModelState.AddModelError(nameof(How), "Choose how they told you");
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        return await record.DoAsync(id, kind, Said == "yes", How!, stop) ? Redirect($"~/people/{id}?done=consent") : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.ForgottenAt == null, stop);
        Name = person is null ? "" : PersonWords.Name(person);
        return person is not null;
    }
}
