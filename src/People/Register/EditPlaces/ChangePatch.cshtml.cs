// The form for a patch's housing officer.
using Hearth.People.Import.Values;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.EditPlaces;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class ChangePatchModel(HearthDb db, ChangePatch change) : PageModel
{
    public string Patch { get; private set; } = "";

    [BindProperty]
    public string? Officer { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Speaks { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } patch)
        {
            return NotFound();
        }
        (Officer, Email, Speaks) = (patch.OfficerName, patch.OfficerEmail, patch.OfficerLanguages);
        Phone = patch.OfficerPhone is null ? null : PhoneNumber.Shown(patch.OfficerPhone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is null)
        {
            return NotFound();
        }
        foreach (var refusal in await change.DoAsync(id, Officer, Phone, Email, Speaks, stop))
        {
            var (field, words) = refusal switch
            {
                PatchRefusal.NameTooLong => (nameof(Officer), $"The name must be {ChangePatch.Longest} characters or fewer"),
                PatchRefusal.NotATelephoneNumber => (nameof(Phone), "Enter a telephone number, like 01632 960001 or 07700 900982"),
                PatchRefusal.NotAnEmailAddress => (nameof(Email), "Enter an e-mail address in the correct format, like name@example.com"),
                PatchRefusal.LanguagesTooLong => (nameof(Speaks), $"The languages must be {ChangePatch.Longest} characters or fewer"),
                _ => ("", "This patch is no longer there"),
            };
            ModelState.AddModelError(field, words);
        }
        return ModelState.IsValid ? Redirect("~/people/places?saved=patch") : Page();
    }

    private async Task<Patch?> FindAsync(Guid id, CancellationToken stop)
    {
        var patch = await db.Set<Patch>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop);
        Patch = patch?.Name ?? "";
        return patch;
    }
}
