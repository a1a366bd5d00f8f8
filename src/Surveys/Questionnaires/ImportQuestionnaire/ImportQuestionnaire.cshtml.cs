// /surveys/import: a questionnaire of another program is looked at first, then made a draft. Until then the file stays with the officer.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.ImportQuestionnaire;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class ImportQuestionnaireModel(ImportQuestionnaire import) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The file again, as it goes from the preview to the making; read anew, whatever comes.</summary>
    [BindProperty]
    public string? Again { get; set; }

    [TempData]
    public string? Said { get; set; }

    public ImportPreview? Preview { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        using var memory = new MemoryStream();
        if (Upload is { Length: <= ImportQuestionnaire.Largest })
        {
            await Upload.CopyToAsync(memory, stop);
        }
        var read = Upload is { Length: > ImportQuestionnaire.Largest } ? new FileTooLarge() : import.Read(memory.ToArray());
        if (Refuse(read))
        {
            return Page();
        }
        Preview = read.Made;
        ModelState.Remove(nameof(Again));
        Again = Convert.ToBase64String(memory.ToArray());
        return Page();
    }

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken stop)
    {
        var file = new byte[(Again?.Length ?? 0)];
        var made = Convert.TryFromBase64String(Again ?? "", file, out var length)
            ? await import.RunAsync(file[..length], stop)
            : new FileIsNone();
        if (Refuse(made))
        {
            return Page();
        }
        Said = $"{made.Made!.Questions.Count} questions are in a draft. Nobody is asked until you open it.";
        return Redirect($"~/surveys/{made.Made.Survey.Id}/questions");
    }

    private bool Refuse(Outcome<ImportPreview> read)
    {
        foreach (var refusal in read.Refusals)
        {
            ModelState.AddModelError(refusal.Field, refusal.Words);
        }
        return read.Refused;
    }
}
