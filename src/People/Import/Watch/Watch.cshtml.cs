// How far an import has got. The page looks again by itself, without a script; the import goes on when nobody looks.
using Hearth.People.Import.Running;
using Hearth.People.Import.Stored;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.People.Import.Watch;

[StaffOnly(Role.EngagementOfficer)]
[WholeLandlordOnly]
internal sealed class WatchModel(ImportDesk desk, ImportBoard board) : PageModel
{
    public ImportRun Run { get; private set; } = null!;

    public ImportProgress Progress { get; private set; } = new("", 0, 0);

    public bool Interrupted => Run.State is ImportState.ReadingInterrupted or ImportState.CommitInterrupted;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await desk.FindAsync(id, stop) is not { } run)
        {
            return NotFound();
        }
        Run = run;
        if (!Interrupted && run.State is not (ImportState.ToRead or ImportState.Reading or ImportState.ToCommit or ImportState.Committing))
        {
            return Redirect(ImportWords.Address(run));
        }
        Progress = board.Of(id) ?? new ImportProgress(run.Phase.Length > 0 ? run.Phase : "Waiting for its turn", run.RowsDone, 0);
        if (!Interrupted)
        {
            // the header, not the meta element: a person is not sent anywhere, the same page is read again
            Response.Headers["Refresh"] = "2";
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken stop)
    {
        await desk.ResumeAsync(id, stop);
        return Redirect($"~/people/import/{id}/running");
    }

    public async Task<IActionResult> OnPostGiveUpAsync(Guid id, CancellationToken stop)
    {
        if (await desk.FindAsync(id, stop) is null)
        {
            return NotFound();
        }
        await desk.AbandonAsync(id, stop);
        return Redirect("~/people/import");
    }
}
