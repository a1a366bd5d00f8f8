// A tenant says how they like to be reached, and in which language.
using System.Security.Claims;
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Hearth.People.Import.Values;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.People.Register.ChangeContact;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.SignIn.ChangeWishes;

[TenantOnly]
internal sealed class ContactModel(HearthDb db, ChangeContact change, Channels channels, Phrases phrases) : PageModel
{
    [BindProperty]
    public string? Way { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    /// <summary>Offered where this landlord sends by it, and to whoever has chosen it.</summary>
    public bool WhatsApp => channels.CanSend(Channel.WhatsApp) || Way == nameof(ContactWay.WhatsApp);

    public IEnumerable<SelectListItem> AllLanguages => Languages.All.Select(l => new SelectListItem(Languages.For(phrases, l.Tag), l.Tag));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is not { } person)
        {
            return NotFound();
        }
        (Way, Language) = (person.PrefersWay?.ToString(), person.Language);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is not { } person)
        {
            return NotFound();
        }
        if (!Enum.TryParse<ContactWay>(Way, out var way) || !Enum.IsDefined(way))
        {
            ModelState.AddModelError(nameof(Way), phrases["wishes.way-none"]);
            return Page();
        }
        var wishes = new ContactWishes(person.Email, person.Phone, way, Language ?? "", person.DoNotContact);
        foreach (var refusal in await change.DoAsync(person.Id, wishes, stop))
        {
            var (field, words) = refusal switch
            {
                ContactRefusal.NotALanguage => (nameof(Language), phrases["wishes.language-none"]),
                ContactRefusal.NothingToReachThemBy => (nameof(Way), phrases["wishes.way-unknown"]),
                _ => (nameof(Way), phrases["wishes.unusable"]),
            };
            ModelState.AddModelError(field, words);
        }
        return ModelState.IsValid ? Redirect("/me?done=contact") : Page();
    }

    private Task<Person?> FindAsync(CancellationToken stop)
    {
        var id = Guid.Parse(User.FindFirstValue(HearthClaims.Subject)!);
        return db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.ForgottenAt == null, stop);
    }
}
