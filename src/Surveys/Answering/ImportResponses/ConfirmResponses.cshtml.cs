// /surveys/{id}/responses/import/{upload}: what is in the file, and the button that takes it in.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering.ImportResponses;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class ConfirmResponsesModel(HearthDb db, ImportResponses import) : PageModel
{
    public const int ShownAside = 50;

    public Survey Survey { get; private set; } = null!;
    public UploadedResponses Upload { get; private set; } = null!;
    public ImportReading Reading { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid upload, CancellationToken stop) =>
        await LoadAsync(id, upload, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid upload, CancellationToken stop)
    {
        if (await LoadAsync(id, upload, stop) is { } away)
        {
            return away;
        }
        var done = await import.RunAsync(id, Upload.Content, stop);
        if (done.Refused)
        {
            foreach (var refusal in done.Refusals)
            {
                ModelState.AddModelError("", refusal.Words);
            }
            return Page();
        }
        Done = done.Made!.Ready.Count == 1 ? "The answers of 1 home are in." : $"The answers of {done.Made.Ready.Count:N0} homes are in.";
        return Redirect($"~/surveys/{id}/responses/import/{upload}");
    }

    /// <summary>The rows set aside as a file: the reason first, then the row as it stood.</summary>
    public async Task<IActionResult> OnGetSetAsideAsync(Guid id, Guid upload, CancellationToken stop)
    {
        if (await LoadAsync(id, upload, stop) is { } away)
        {
            return away;
        }
        var sheet = new CsvSheet();
        foreach (var heading in Reading.Sheet.Headings.Prepend("why it was set aside").Prepend("row"))
        {
            sheet.Cell(heading);
        }
        sheet.End();
        foreach (var row in Reading.SetAside)
        {
            sheet.Cell(row.Row).Cell(row.Reason);
            foreach (var cell in row.Original)
            {
                sheet.Cell(cell);
            }
            sheet.End();
        }
        return File(sheet.Bytes(), "text/csv; charset=utf-8", "set-aside.csv");
    }

    private async Task<IActionResult?> LoadAsync(Guid id, Guid upload, CancellationToken stop)
    {
        var found = await db.Set<UploadedResponses>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == upload && u.SurveyId == id, stop);
        if (found is null)
        {
            return Redirect($"~/surveys/{id}/responses/import");
        }
        var read = await import.ReadAsync(id, found.Content, stop);
        if (read.Refused)
        {
            return Redirect($"~/surveys/{id}/responses/import");
        }
        Survey = await db.Set<Survey>().AsNoTracking().FirstAsync(s => s.Id == id, stop);
        (Upload, Reading) = (found, read.Made!);
        return null;
    }
}
