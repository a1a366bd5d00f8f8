// The form for how a person may be reached without danger.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.KeepSafe;

[StaffOnly(Role.EngagementOfficer)]
[WithinSight]
internal sealed class KeepSafeModel(HearthDb db, KeepSafe keep) : PageModel, IShowsPeople
{
    public IEnumerable<Guid> PeopleShown => [Guid.Parse((string)RouteData.Values["id"]!)];

    public string Name { get; private set; } = "";

    [BindProperty]
    public string? WriteTo { get; set; }

    [BindProperty]
    public List<Channel> Never { get; set; } = [];

    [BindProperty]
    public List<Care> Mind { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }
        if (await db.Set<ContactSafety>().AsNoTracking().FirstOrDefaultAsync(s => s.PersonId == id, stop) is { } safety)
        {
            (WriteTo, Note, Never) = (safety.WriteTo, safety.Note, [.. safety.Never()]);
            (bool Holds, Care Care)[] all =
            [
                (safety.NoVoicemail, Care.NoVoicemail),
                (safety.OnlyWithInterpreter, Care.OnlyWithInterpreter),
                (safety.TwoVisitors, Care.TwoVisitors),
                (safety.Discreet, Care.Discreet),
            ];
            Mind = [.. all.Where(one => one.Holds).Select(one => one.Care)];
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            // a way that is none: only a tampered form sends it
            return BadRequest();
        }
        foreach (var refusal in await keep.DoAsync(id, new SafetyWishes(WriteTo, Note, Never, Mind), stop))
        {
            var (field, words) = refusal switch
            {
                SafetyRefusal.AddressTooLong => (nameof(WriteTo), "Enter an address of at most 7 lines and 300 characters"),
                SafetyRefusal.NoteTooLong => (nameof(Note), $"Enter at most {KeepSafe.LongestNote} characters"),
                _ => ("", "This person is no longer in the register"),
            };
            ModelState.AddModelError(field, words);
        }
        return ModelState.IsValid ? Redirect($"~/people/{id}?done=safe") : Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.ForgottenAt == null, stop);
        Name = person is null ? "" : PersonWords.Name(person);
        return person is not null;
    }
}
