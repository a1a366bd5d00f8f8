// Equality answers, seen only as counts: rounded, small ones hidden, counted once a week. And the state of the keys.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Equality.SeeEquality;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class EqualityModel(HearthDb db, Settings settings, EqualityKeys keys) : PageModel
{
    public EqualityCounts? Counts { get; private set; }

    public IReadOnlyList<EqualityKey> Keys { get; private set; } = [];

    [TempData]
    public string? Said { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Counts = await settings.GetAsync<EqualityCounts>(EqualityCounts.Setting, stop);
        Keys = await db.Set<EqualityKey>().AsNoTracking().OrderByDescending(k => k.MadeAt).ToListAsync(stop);
    }

    public async Task<IActionResult> OnPostRotateAsync(CancellationToken stop)
    {
        if (!User.IsInRole(nameof(Role.Administrator)))
        {
            return Redirect("~/not-allowed");
        }
        await keys.MakeAsync("by hand", stop);
        Said = "A new key is made. Every row moves to it within six hours, then the old key is destroyed.";
        return Redirect("~/people/equality");
    }
}
