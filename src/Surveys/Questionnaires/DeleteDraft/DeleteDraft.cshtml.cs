// Asks once more before a draft is deleted.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.DeleteDraft;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class DeleteDraftModel(HearthDb db, DeleteDraft delete) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().FindAsync([Id], stop) is not { } survey)
        {
            return NotFound();
        }
        Survey = survey;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().FindAsync([Id], stop) is not { } survey)
        {
            return Redirect("~/surveys");
        }
        Survey = survey;
        var refusals = await delete.RunAsync(Id, stop);
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Said = $"“{survey.Title}” is deleted.";
        return Redirect("~/surveys");
    }
}
