// /surveys/{id}/report: the report for the panel, to read, print or take away as a Word document.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.PanelReport.ShowReport;

/// <summary>What is proposed, as it was typed.</summary>
internal sealed record ProposalForm
{
    public string? Words { get; init; }
}

[StaffOnly]
internal sealed class ShowReportModel(HearthDb db, WriteReport write, Propose propose, ILandlord landlord) : PageModel
{
    public Guid SurveyId { get; private set; }
    public Survey Survey { get; private set; } = null!;
    public Report Report { get; private set; } = null!;
    public string Landlord => landlord.Current.Name;

    [BindProperty]
    public ProposalForm Form { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
        {
            return NotFound();
        }
        Form = new ProposalForm
        {
            Words = await db.Set<Proposal>().Where(p => p.SurveyId == id).Select(p => p.Words).FirstOrDefaultAsync(stop),
        };
        return Page();
    }

    public async Task<IActionResult> OnGetWordAsync(Guid id, CancellationToken stop) =>
        await LoadAsync(id, stop) ? File(WordFile.Of(Report, Landlord), WordFile.ContentType, "report.docx") : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!User.MayAnswer())
        {
            return Forbid();
        }
        var refusals = await propose.RunAsync(id, Form.Words, stop);
        if (!await LoadAsync(id, stop))
        {
            return NotFound();
        }
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Done = "What is proposed is in the report.";
        return Redirect($"~/surveys/{id}/report");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await write.OfAsync(id, stop) is not { } report)
        {
            return false;
        }
        (SurveyId, Report) = (id, report);
        Survey = await db.Set<Survey>().AsNoTracking().FirstAsync(s => s.Id == id, stop);
        return true;
    }
}
