// The form for one way to take part.
using Hearth.People.Import.Values;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.TakingPart.ChangeWays;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class WayModel(HearthDb db, ChangeWays change) : PageModel
{
    public bool New { get; private set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public TimeToGive? Time { get; set; }

    [BindProperty]
    public List<Manner> Manners { get; set; } = [];

    [BindProperty]
    public List<AccessNeed> Offers { get; set; } = [];

    [BindProperty]
    public string? Speaks { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } found)
        {
            return NotFound();
        }
        if (found.Way is { } way)
        {
            (Name, Words, Time, Address) = (way.Name, way.Words, way.Time, way.Address);
            (Manners, Offers) = ([.. way.Manners], [.. way.Offers]);
            Speaks = string.Join(", ", way.Languages.Select(Languages.Name));
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } found)
        {
            return NotFound();
        }
        foreach (var refusal in await change.SaveAsync(found.Way, new(Name, Words, Time, Manners, Offers, Speaks, Address), stop))
        {
            var (field, words) = refusal switch
            {
                WayRefusal.NoName => (nameof(Name), "Enter a name for this way"),
                WayRefusal.NameTooLong => (nameof(Name), $"The name must be {WayToTakePart.LongestName} characters or fewer"),
                WayRefusal.NoWords => (nameof(Words), "Enter what a person would do"),
                WayRefusal.WordsTooLong => (
                    nameof(Words),
                    $"What a person would do must be {WayToTakePart.LongestWords} characters or fewer"
                ),
                WayRefusal.NoTime => (nameof(Time), "Choose how much time it asks for"),
                WayRefusal.NoManner => (nameof(Manners), "Choose at least one way it is done"),
                WayRefusal.NotALanguage => (nameof(Speaks), "Enter languages by their names, like Polish, Urdu"),
                _ => (nameof(Address), "Enter a page of this site, like /tenantlink, or leave it empty"),
            };
            ModelState.AddModelError(field, words);
        }
        return ModelState.IsValid ? Redirect("~/people/ways") : Page();
    }

    private async Task<(WayToTakePart? Way, bool New)?> FindAsync(string id, CancellationToken stop)
    {
        if (id == "new")
        {
            New = true;
            return (null, true);
        }
        return Guid.TryParse(id, out var guid) && await db.Set<WayToTakePart>().FirstOrDefaultAsync(w => w.Id == guid, stop) is { } way
            ? (way, false)
            : null;
    }
}
