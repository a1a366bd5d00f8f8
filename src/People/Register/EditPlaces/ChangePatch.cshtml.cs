// The form for a patch's housing officer.
using Hearth.DesignSystem.Public.Forms;
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

    [BindProperty]
    public string? CoverName { get; set; }

    [BindProperty]
    public string? CoverPhone { get; set; }

    [BindProperty]
    public string? CoverEmail { get; set; }

    [BindProperty]
    public string? CoverSpeaks { get; set; }

    [BindProperty]
    public DateParts CoverFrom { get; set; } = new();

    [BindProperty]
    public DateParts CoverUntil { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } patch)
        {
            return NotFound();
        }
        (Officer, Email, Speaks) = (patch.OfficerName, patch.OfficerEmail, patch.OfficerLanguages);
        Phone = patch.OfficerPhone is null ? null : PhoneNumber.Shown(patch.OfficerPhone);
        (CoverName, CoverEmail, CoverSpeaks) = (patch.CoverName, patch.CoverEmail, patch.CoverLanguages);
        CoverPhone = patch.CoverPhone is null ? null : PhoneNumber.Shown(patch.CoverPhone);
        (CoverFrom, CoverUntil) = (DateParts.Of(patch.CoverFrom), DateParts.Of(patch.CoverUntil));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is null)
        {
            return NotFound();
        }
        var (from, until) = (
            Day(CoverFrom, nameof(CoverFrom), "the first day they are away"),
            Day(CoverUntil, nameof(CoverUntil), "the last day they are away")
        );
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var cover = new CoverForm(CoverName, CoverPhone, CoverEmail, CoverSpeaks, from, until);
        foreach (var refusal in await change.DoAsync(id, Officer, Phone, Email, Speaks, cover, stop))
        {
            var (field, words) = refusal switch
            {
                PatchRefusal.NameTooLong => (nameof(Officer), $"The name must be {ChangePatch.Longest} characters or fewer"),
                PatchRefusal.NotATelephoneNumber => (nameof(Phone), "Enter a telephone number, like 01632 960001 or 07700 900982"),
                PatchRefusal.NotAnEmailAddress => (nameof(Email), "Enter an e-mail address in the correct format, like name@example.com"),
                PatchRefusal.LanguagesTooLong => (nameof(Speaks), $"The languages must be {ChangePatch.Longest} characters or fewer"),
                PatchRefusal.CoverNameTooLong => (nameof(CoverName), $"The name must be {ChangePatch.Longest} characters or fewer"),
                PatchRefusal.CoverNotATelephoneNumber => (
                    nameof(CoverPhone),
                    "Enter a telephone number, like 01632 960001 or 07700 900982"
                ),
                PatchRefusal.CoverNotAnEmailAddress => (
                    nameof(CoverEmail),
                    "Enter an e-mail address in the correct format, like name@example.com"
                ),
                PatchRefusal.CoverLanguagesTooLong => (
                    nameof(CoverSpeaks),
                    $"The languages must be {ChangePatch.Longest} characters or fewer"
                ),
                PatchRefusal.CoverWithoutDays => (nameof(CoverFrom), "Enter the first and the last day they are away"),
                PatchRefusal.CoverEndsBeforeItBegins => (nameof(CoverUntil), "The last day must not be before the first"),
                _ => ("", "This patch is no longer there"),
            };
            ModelState.AddModelError(field, words);
        }
        return ModelState.IsValid ? Redirect("~/people/places?saved=patch") : Page();
    }

    private DateOnly? Day(DateParts parts, string field, string what)
    {
        if (parts.Empty || string.IsNullOrWhiteSpace(CoverName))
        {
            return null;
        }
        if (parts.Read(what, out var day) is not { } wrong)
        {
            return day;
        }
        ModelState.AddModelError(field, wrong);
        return null;
    }

    private async Task<Patch?> FindAsync(Guid id, CancellationToken stop)
    {
        var patch = await db.Set<Patch>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop);
        Patch = patch?.Name ?? "";
        return patch;
    }
}
