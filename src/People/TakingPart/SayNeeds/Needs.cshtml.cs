// A tenant says what they have and need to take part. Every question may be left.
using System.Security.Claims;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.TakingPart.SayNeeds;

[TenantOnly]
internal sealed class NeedsModel(HearthDb db, AuditTrail audit, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? Online { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public List<string> Needs { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await db.Set<Person>().AnyAsync(p => p.Id == Me && p.ForgottenAt == null, stop))
        {
            return NotFound();
        }
        if (await db.Set<PersonNeeds>().AsNoTracking().FirstOrDefaultAsync(n => n.PersonId == Me, stop) is { } said)
        {
            Online = said.Online switch
            {
                true => "yes",
                false => "no",
                null => null,
            };
            Time = said.Time?.ToString();
            Needs = [.. said.Needs.Select(n => n.ToString())];
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await db.Set<Person>().AnyAsync(p => p.Id == Me && p.ForgottenAt == null, stop))
        {
            return NotFound();
        }
        var said = await db.Set<PersonNeeds>().FirstOrDefaultAsync(n => n.PersonId == Me, stop);
        if (said is null)
        {
            said = new PersonNeeds { PersonId = Me };
            db.Add(said);
        }
        said.Online = Online switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };
        said.Time = Enum.TryParse<TimeToGive>(Time, out var most) && Enum.IsDefined(most) ? most : null;
        said.Needs =
        [
            .. Needs.Where(n => Enum.TryParse<AccessNeed>(n, out var need) && Enum.IsDefined(need)).Select(Enum.Parse<AccessNeed>),
        ];
        said.SaidAt = time.GetUtcNow();
        // that they said something, never what they need
        audit.Write("SayNeeds", "person", Me);
        await db.SaveChangesAsync(stop);
        return Redirect("~/take-part");
    }

    private Guid Me => Guid.Parse(User.FindFirstValue(HearthClaims.Subject)!);
}
