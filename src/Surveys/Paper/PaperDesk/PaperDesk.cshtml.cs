// A survey's paper at a glance: print the forms, key those that come back, key some again, settle what differs.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Paper.PaperDesk;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
internal sealed class PaperDeskModel(HearthDb db, PaperTally tally) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;

    public PaperCount Count { get; private set; } = null!;

    public bool TakesPaper => Survey.Status is SurveyStatus.Open or SurveyStatus.Closed;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == Id, stop) is not { } survey)
        {
            return NotFound();
        }
        Survey = survey;
        Count = await tally.CountAsync(Id, stop);
        return Page();
    }
}
