// The form that leaves a home out, shows why it is, or takes it back in.
using Hearth.DesignSystem.Public.Forms;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.LeaveOut;

[StaffOnly(Role.EngagementOfficer)]
[WithinSight]
internal sealed class LeaveOutModel(HearthDb db, LeaveOut leave, TimeProvider time) : PageModel, IShowsPeople
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public LeftOutReason? Reason { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public DateParts LookAgain { get; set; } = new();

    [BindProperty]
    public int? Version { get; set; }

    [TempData]
    public string? Said { get; set; }

    public string Address { get; private set; } = "";
    public string Names { get; private set; } = "";

    /// <summary>As it stands; null where the home is not left out.</summary>
    public LeftOut? Line { get; private set; }
    public IEnumerable<Guid> PeopleShown { get; private set; } = [];
    public DateOnly Today => time.Today();

    /// <summary>Null where nobody lives there now.</summary>
    public Guid? Household { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        if (Line is { } line)
        {
            (Reason, Note, LookAgain, Version) = (line.Reason, line.Note, DateParts.Of(line.LookAgainOn), line.Version);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? action, CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            // a reason that is none: only a tampered form sends it
            return BadRequest();
        }
        IReadOnlyList<LeaveOutRefusal> refusals;
        if (action == "back" && Household is { } back)
        {
            refusals = await leave.TakeBackAsync(back, stop);
        }
        else
        {
            var problem = LookAgain.Read("the day to look again", out var on);
            if (problem is not null)
            {
                ModelState.AddModelError(nameof(LookAgain), problem);
            }
            var leaving = new LeavingOut(Reason, Note, problem is null ? on : null, Version);
            refusals = await leave.RunAsync(Household ?? Guid.Empty, leaving, stop);
        }
        Refuse(refusals);
        if (!ModelState.IsValid)
        {
            db.ChangeTracker.Clear();
            return Page();
        }
        Said =
            action == "back"
                ? "The next survey may ask this home again."
                : string.Join(' ', leave.Told.Prepend("This home is left out from now on."));
        return Redirect($"~/people/homes/{Id}");
    }

    private void Refuse(IReadOnlyList<LeaveOutRefusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            var (field, words) = refusal switch
            {
                LeaveOutRefusal.NoReason => (nameof(Reason), "Choose which of the two reasons it is"),
                LeaveOutRefusal.NoteMissing => (nameof(Note), "Enter what makes it so, what was tried and who agreed"),
                LeaveOutRefusal.NoteTooLong => (nameof(Note), $"Enter at most {LeaveOut.LongestNote} characters"),
                LeaveOutRefusal.LookAgainNotAhead => (nameof(LookAgain), "The day to look again must be after today"),
                LeaveOutRefusal.LookAgainTooFar => (
                    nameof(LookAgain),
                    $"The day to look again must be within {LeaveOut.MostMonths} months"
                ),
                LeaveOutRefusal.ChangedMeanwhile => (
                    "",
                    "Somebody else changed this while you had it open. Look at it again, then make your change"
                ),
                LeaveOutRefusal.NoLookAgain => (nameof(LookAgain), ""),
                _ => ("", "Nobody lives here now: there is nobody to leave out"),
            };
            if (words.Length > 0)
            {
                ModelState.AddModelError(field, words);
            }
        }
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await db.Set<Home>().AsNoTracking().FirstOrDefaultAsync(home => home.Id == Id, stop) is not { } home)
        {
            return false;
        }
        var today = Today;
        Address = PersonWords.Address(home.AddressLines, home.Postcode);
        Household = await db.Set<Tenancy>()
            .Where(tenancy => tenancy.HomeId == Id && (tenancy.EndedOn == null || tenancy.EndedOn > today))
            .Select(tenancy => (Guid?)tenancy.HouseholdId)
            .FirstOrDefaultAsync(stop);
        if (Household is { } household)
        {
            Line = await db.Set<LeftOut>().AsNoTracking().FirstOrDefaultAsync(line => line.HouseholdId == household, stop);
            var people = await (
                from member in db.Set<HouseholdMember>().AsNoTracking()
                join person in db.Set<Person>() on member.PersonId equals person.Id
                where member.HouseholdId == household && member.LeftOn == null && person.ForgottenAt == null
                orderby person.NameKey
                select person
            ).ToListAsync(stop);
            PeopleShown = people.Select(person => person.Id);
            Names = string.Join(" and ", people.Select(PersonWords.Name));
        }
        return true;
    }
}
