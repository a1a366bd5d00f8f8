// /surveys/{id}/results/responses.csv: the answers, one row a home, nobody to be known by them. Who took them away is noted.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Results.ExportResponses;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
[WholeLandlordOnly]
internal sealed class ExportResponsesModel(SurveyResults results, HearthDb db, AuditTrail audit) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await results.FindAsync(id, stop) is not { } now)
        {
            return NotFound();
        }
        audit.Write("ExportResponses", "survey", id, $"{now.Snapshot.Count} responses");
        await db.SaveChangesAsync(stop);
        return File(ResponsesFile.Of(now), "text/csv; charset=utf-8", "responses.csv");
    }
}
