// Stops a survey before its last day, with the reason.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Asking.CloseSurvey;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class CloseSurveyModel(HearthDb db, CloseSurvey close) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public CloseForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        var refusals = await close.RunAsync(Id, Form.Because, stop: stop);
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Said = $"The survey is closed. Tell everyone who answered what came of it by {Survey.TellBy.Spoken()}.";
        return Redirect($"~/surveys/{Id}");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().FindAsync([Id], stop) is not { } survey)
        {
            return false;
        }
        Survey = survey;
        return true;
    }
}

internal sealed class CloseForm
{
    public string? Because { get; set; }
}
