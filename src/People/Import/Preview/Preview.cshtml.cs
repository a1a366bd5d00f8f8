// What the file would change. Nothing has changed yet; the officer says go, or not.
using System.Text.Json;
using Hearth.People.Import.Rows;
using Hearth.People.Import.Running;
using Hearth.People.Import.Stored;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Import.Preview;

[StaffOnly(Role.EngagementOfficer)]
[WholeLandlordOnly]
internal sealed class PreviewModel(HearthDb db, ImportDesk desk) : PageModel
{
    private const int RemarksShown = 10;

    public ImportRun Run { get; private set; } = null!;
    public ImportCounts Counts { get; private set; } = null!;
    public ImportDelta Delta { get; private set; } = null!;
    public IReadOnlyList<(int Line, ImportedRow Row)> FirstRows { get; private set; } = [];
    public IReadOnlyList<ImportRemark> SetAside { get; private set; } = [];
    public IReadOnlyList<ImportRemark> LeftOut { get; private set; } = [];

    /// <summary>True when so many tenancies would end that somebody has to say yes first.</summary>
    public bool EndingAsksForYes => Run.WholeList && EndingGuard.Refuses(Ending, Delta.RunningBefore);

    public int Ending => Delta.Lines.Count == 0 && Delta.Tenancies.Ended == 0 ? 0 : Delta.Tenancies.Ended;

    [BindProperty]
    public bool ConfirmEnding { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await desk.FindAsync(id, stop) is not { } run)
        {
            return NotFound();
        }
        if (run.State != ImportState.Previewed)
        {
            return Redirect(ImportWords.Address(run));
        }
        await ShowAsync(run, stop);
        if (run.Problem is { } problem)
        {
            ModelState.AddModelError(nameof(ConfirmEnding), problem);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await desk.FindAsync(id, stop) is not { } run)
        {
            return NotFound();
        }
        if (run.State != ImportState.Previewed)
        {
            return Redirect(ImportWords.Address(run));
        }
        await ShowAsync(run, stop);
        if (EndingAsksForYes && !ConfirmEnding)
        {
            ModelState.AddModelError(
                nameof(ConfirmEnding),
                $"Confirm that {ImportWords.Count(Ending, "tenancy", "tenancies")} may be ended, or choose the columns again and say that the file is not the whole list"
            );
            return Page();
        }
        await desk.CommitAsync(id, ConfirmEnding, stop);
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

    private async Task ShowAsync(ImportRun run, CancellationToken stop)
    {
        Run = run;
        Counts = JsonSerializer.Deserialize<ImportCounts>(run.Counts!)!;
        Delta = JsonSerializer.Deserialize<ImportDelta>(run.Delta!)!;
        var lines = await db.Set<ImportLine>()
            .AsNoTracking()
            .Where(l => l.RunId == run.Id && l.Row != null)
            .OrderBy(l => l.Line)
            .Take(8)
            .Select(l => new { l.Line, l.Row })
            .ToListAsync(stop);
        FirstRows = [.. lines.Select(l => (l.Line, JsonSerializer.Deserialize<ImportedRow>(l.Row!, ReadFile.Json)!))];
        SetAside = await RemarksAsync(run.Id, RemarkKind.SetAside, stop);
        LeftOut = await RemarksAsync(run.Id, RemarkKind.LeftOut, stop);
    }

    private Task<List<ImportRemark>> RemarksAsync(Guid runId, RemarkKind kind, CancellationToken stop) =>
        db.Set<ImportRemark>()
            .AsNoTracking()
            .Where(r => r.RunId == runId && r.Kind == kind)
            .OrderBy(r => r.Line)
            .Take(RemarksShown)
            .ToListAsync(stop);
}
