// /measures/{year}/approach: how we asked, as published beside the figures.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Measures.Published.SeeApproach;

[AllowAnonymous]
internal sealed class PublicApproachModel(PublishedReader reader) : PageModel
{
    public PublishedYear Year { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int year, int? version, CancellationToken stop)
    {
        if (await reader.FindAsync(year, version, stop) is not { } found)
        {
            return NotFound();
        }
        Year = found;
        return Page();
    }
}
