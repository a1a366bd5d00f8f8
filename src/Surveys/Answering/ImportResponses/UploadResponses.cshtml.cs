// /surveys/{id}/responses/import: choose the file.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering.ImportResponses;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class UploadResponsesModel(HearthDb db, ImportResponses import, TimeProvider time) : PageModel
{
    public const int LargestFile = 20 * 1024 * 1024;

    public Survey Survey { get; private set; } = null!;
    public IReadOnlyList<Question> Questions { get; private set; } = [];

    [BindProperty]
    public IFormFile? Sheet { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
        {
            return NotFound();
        }
        if (Sheet is null or { Length: 0 } or { Length: > LargestFile })
        {
            ModelState.AddModelError(
                nameof(Sheet),
                Sheet is { Length: > LargestFile } ? "The file must be smaller than 20 MB" : "Choose a CSV file"
            );
            return Page();
        }
        using var memory = new MemoryStream();
        await Sheet.CopyToAsync(memory, stop);
        var read = await import.ReadAsync(id, memory.ToArray(), stop);
        if (read.Refused)
        {
            foreach (var refusal in read.Refusals)
            {
                ModelState.AddModelError(nameof(Sheet), refusal.Words);
            }
            return Page();
        }
        var upload = new UploadedResponses
        {
            SurveyId = id,
            FileName = Path.GetFileName(Sheet.FileName),
            Content = memory.ToArray(),
            UploadedAt = time.GetUtcNow(),
        };
        db.Add(upload);
        await db.SaveChangesAsync(stop);
        return Redirect($"~/surveys/{id}/responses/import/{upload.Id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, stop) is not { } survey)
        {
            return false;
        }
        Survey = survey;
        Questions = await db.Set<Question>().AsNoTracking().Where(q => q.SurveyId == id).OrderBy(q => q.Position).ToListAsync(stop);
        return true;
    }
}
