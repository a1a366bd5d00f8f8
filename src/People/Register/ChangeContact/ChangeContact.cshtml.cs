// The form for how a person asked to be reached.
using Hearth.Messaging.Public;
using Hearth.People.Import.Values;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.ChangeContact;

[StaffOnly(Role.EngagementOfficer)]
[WithinSight]
internal sealed class ChangeContactModel(HearthDb db, ChangeContact change, Channels channels) : PageModel, IShowsPeople
{
    public IEnumerable<Guid> PeopleShown => [Guid.Parse((string)RouteData.Values["id"]!)];

    public string Name { get; private set; } = "";

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Way { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public bool DoNotContact { get; set; }

    /// <summary>Offered where this landlord sends by it, and for whoever has chosen it.</summary>
    public bool WhatsApp => channels.CanSend(Channel.WhatsApp) || Way == nameof(ContactWay.WhatsApp);

    public static IEnumerable<SelectListItem> AllLanguages => Languages.All.Select(l => new SelectListItem(l.Name, l.Tag));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } person)
        {
            return NotFound();
        }
        (Email, Phone) = (person.Email, person.Phone is null ? null : PhoneNumber.Shown(person.Phone));
        (Way, Language, DoNotContact) = (person.PrefersWay?.ToString() ?? "none", person.Language, person.DoNotContact);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is null)
        {
            return NotFound();
        }
        ContactWay? way = Enum.TryParse<ContactWay>(Way, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        foreach (var refusal in await change.DoAsync(id, new ContactWishes(Email, Phone, way, Language ?? "", DoNotContact), stop))
        {
            var (field, words) = refusal switch
            {
                ContactRefusal.NotAnEmailAddress => (nameof(Email), "Enter an e-mail address in the correct format, like name@example.com"),
                ContactRefusal.NotATelephoneNumber => (nameof(Phone), "Enter a telephone number, like 01632 960001 or 07700 900982"),
                ContactRefusal.NotALanguage => (nameof(Language), "Choose a language from the list"),
                ContactRefusal.NothingToReachThemBy => (
                    nameof(Way),
                    "Enter the e-mail address or number they are to be reached by, or choose another way"
                ),
                _ => ("", "This person is no longer in the register"),
            };
            ModelState.AddModelError(field, words);
        }
        return ModelState.IsValid ? Redirect($"~/people/{id}?done=contact") : Page();
    }

    private async Task<Person?> FindAsync(Guid id, CancellationToken stop)
    {
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.ForgottenAt == null, stop);
        Name = person is null ? "" : PersonWords.Name(person);
        return person;
    }
}
