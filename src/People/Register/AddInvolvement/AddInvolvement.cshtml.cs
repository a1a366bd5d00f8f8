// The form for roles: one is taken on, another laid down.
using Hearth.DesignSystem.Public.Forms;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.AddInvolvement;

[StaffOnly(Role.EngagementOfficer)]
[WithinSight]
internal sealed class AddInvolvementModel(HearthDb db, AddInvolvement involve, TimeProvider time) : PageModel, IShowsPeople
{
    public IEnumerable<Guid> PeopleShown => [Guid.Parse((string)RouteData.Values["id"]!)];

    public string Name { get; private set; } = "";

    public IReadOnlyList<Involvement> Held { get; private set; } = [];

    [BindProperty]
    public string? RoleName { get; set; }

    [BindProperty]
    public string? OtherRole { get; set; }

    [BindProperty]
    public DateParts Since { get; set; } = new();

    [BindProperty]
    public Guid? Ending { get; set; }

    [BindProperty]
    public DateParts Until { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        Since = DateParts.Of(time.Today());
        Until = DateParts.Of(time.Today());
        return await FindAsync(id, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }
        if (Since.Read("the day they began", out var day) is { } wrong)
        {
            ModelState.AddModelError(nameof(Since), wrong);
        }
        if (RoleName is null)
        {
            ModelState.AddModelError(nameof(RoleName), "Choose a role");
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var other = RoleName == "other";
        var refusal = await involve.AddAsync(id, (other ? OtherRole : RoleName) ?? "", day, stop);
        if (refusal is null)
        {
            return Redirect($"~/people/{id}?done=role");
        }
        var (field, words) = refusal switch
        {
            InvolvementRefusal.NoRole => (nameof(OtherRole), "Enter the name of the role"),
            InvolvementRefusal.RoleTooLong => (
                nameof(OtherRole),
                $"The name of the role must be {AddInvolvement.LongestRole} characters or fewer"
            ),
            InvolvementRefusal.InTheFuture => (nameof(Since), "The day they began must be today or in the past"),
            InvolvementRefusal.HoldsItAlready => (nameof(RoleName), "They hold this role already"),
            _ => ("", "This person is no longer in the register"),
        };
        ModelState.AddModelError(field, words);
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }
        if (Until.Read("the last day", out var day) is { } wrong)
        {
            ModelState.AddModelError(nameof(Until), wrong);
        }
        if (Ending is null)
        {
            ModelState.AddModelError(nameof(Ending), "Choose the role that ends");
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var refusal = await involve.EndAsync(id, Ending!.Value, day, stop);
        if (refusal is null)
        {
            return Redirect($"~/people/{id}?done=ended");
        }
        ModelState.AddModelError(
            refusal == InvolvementRefusal.NoSuchPerson ? nameof(Ending) : nameof(Until),
            refusal switch
            {
                InvolvementRefusal.EndsBeforeItStarts => "The last day must not be before the first",
                InvolvementRefusal.InTheFuture => "The last day must be today or in the past",
                _ => "Choose the role that ends",
            }
        );
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.ForgottenAt == null, stop);
        if (person is null)
        {
            return false;
        }
        var today = time.Today();
        Name = PersonWords.Name(person);
        Held = await db.Set<Involvement>()
            .AsNoTracking()
            .Where(i => i.PersonId == id && (i.Until == null || i.Until > today))
            .OrderBy(i => i.Since)
            .ToListAsync(stop);
        return true;
    }
}
