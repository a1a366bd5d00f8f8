// The landlord's menu of ways to take part, and how many asked for each.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.TakingPart.ChangeWays;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class WaysModel(HearthDb db, ChangeWays change) : PageModel
{
    public IReadOnlyList<(WayToTakePart Way, int Asked)> Ways { get; private set; } = [];

    [TempData]
    public string? Said { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var asked = await db.Set<Interest>()
            .GroupBy(i => i.WayId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        Ways =
        [
            .. (await db.Set<WayToTakePart>().AsNoTracking().ToListAsync(stop))
                .OrderBy(w => w.WithdrawnAt is null ? 0 : 1)
                .ThenBy(w => w.Time)
                .ThenBy(w => w.Position)
                .Select(w => (w, asked.GetValueOrDefault(w.Id))),
        ];
    }

    public async Task<IActionResult> OnPostStartAsync(CancellationToken stop)
    {
        await change.StartAsync(stop);
        Said = "The usual ways are on the menu. Change what is different here.";
        return Redirect("~/people/ways");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid way, bool back, CancellationToken stop)
    {
        if (await db.Set<WayToTakePart>().FirstOrDefaultAsync(w => w.Id == way, stop) is not { } found)
        {
            return NotFound();
        }
        await change.WithdrawAsync(found, !back, stop);
        Said = back ? $"“{found.Name}” is on the menu again." : $"“{found.Name}” is off the menu.";
        return Redirect("~/people/ways");
    }
}
