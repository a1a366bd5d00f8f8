// A tenant asks us not to contact them at all, or says that we may again.
using System.Security.Claims;
using Hearth.DesignSystem.Public;
using Hearth.People.Register;
using Hearth.People.Register.ChangeContact;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.SignIn.AskForQuiet;

[TenantOnly]
internal sealed class QuietModel(HearthDb db, ChangeContact change, Phrases phrases) : PageModel
{
    [BindProperty]
    public string? May { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is not { } person)
        {
            return NotFound();
        }
        May = person.DoNotContact ? "no" : "yes";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is not { } person)
        {
            return NotFound();
        }
        if (May is not ("yes" or "no"))
        {
            ModelState.AddModelError(nameof(May), phrases["quiet.choose"]);
            return Page();
        }
        var wishes = new ContactWishes(person.Email, person.Phone, person.PrefersWay, person.Language, May == "no");
        if ((await change.DoAsync(person.Id, wishes, stop)).Count > 0)
        {
            ModelState.AddModelError(nameof(May), phrases["quiet.not-saved"]);
            return Page();
        }
        return Redirect("/me?done=quiet");
    }

    private Task<Person?> FindAsync(CancellationToken stop)
    {
        var id = Guid.Parse(User.FindFirstValue(HearthClaims.Subject)!);
        return db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.ForgottenAt == null, stop);
    }
}
