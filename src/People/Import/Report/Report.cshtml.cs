// What an import did, for as long as anybody wants to know.
using System.Text.Json;
using Hearth.People.Import.Running;
using Hearth.People.Import.Stored;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Import.Report;

[StaffOnly(Role.EngagementOfficer)]
[WholeLandlordOnly]
internal sealed class ReportModel(HearthDb db, ImportDesk desk) : PageModel
{
    public ImportRun Run { get; private set; } = null!;
    public ImportCounts Counts { get; private set; } = null!;
    public ImportDelta Delta { get; private set; } = null!;

    /// <summary>The rows set aside are kept for 60 days.</summary>
    public bool RemarksKept { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await desk.FindAsync(id, stop) is not { } run)
        {
            return NotFound();
        }
        if (run.State == ImportState.Abandoned)
        {
            return Redirect("~/people/import");
        }
        if (run.State != ImportState.Done)
        {
            return Redirect(ImportWords.Address(run));
        }
        Run = run;
        Counts = JsonSerializer.Deserialize<ImportCounts>(run.Counts!)!;
        Delta = JsonSerializer.Deserialize<ImportDelta>(run.Delta!)!;
        RemarksKept = await db.Set<ImportRemark>().AnyAsync(r => r.RunId == id, stop);
        return Page();
    }
}
