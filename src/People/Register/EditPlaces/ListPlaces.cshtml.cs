// Wards, and patches with who looks after them.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.EditPlaces;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class ListPlacesModel(HearthDb db, TimeProvider time) : PageModel
{
    public DateOnly Today { get; } = time.Today();

    public IReadOnlyList<(string Name, int Homes, int Neighbourhoods)> Wards { get; private set; } = [];

    public IReadOnlyList<(Patch Patch, int Homes)> Patches { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Saved { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var byWard = await db.Set<Home>()
            .Where(h => h.WardId != null)
            .GroupBy(h => h.WardId!.Value)
            .Select(g => new
            {
                g.Key,
                Homes = g.Count(),
                Places = g.Select(h => h.NeighbourhoodId).Distinct().Count(),
            })
            .ToDictionaryAsync(g => g.Key, g => (g.Homes, g.Places), stop);
        Wards =
        [
            .. (await db.Set<Ward>().AsNoTracking().OrderBy(w => w.NameKey).ToListAsync(stop)).Select(w =>
                (w.Name, byWard.GetValueOrDefault(w.Id).Homes, byWard.GetValueOrDefault(w.Id).Places)
            ),
        ];
        var byPatch = await db.Set<Home>()
            .Where(h => h.PatchId != null)
            .GroupBy(h => h.PatchId!.Value)
            .Select(g => new { g.Key, Homes = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Homes, stop);
        Patches =
        [
            .. (await db.Set<Patch>().AsNoTracking().ToListAsync(stop))
                // Patch 2 before Patch 10
                .OrderBy(p => p.NameKey.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), StringComparer.Ordinal)
                .ThenBy(p => p.NameKey.Length)
                .ThenBy(p => p.NameKey, StringComparer.Ordinal)
                .Select(p => (p, byPatch.GetValueOrDefault(p.Id))),
        ];
    }
}
