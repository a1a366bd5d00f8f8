// Gives people longer to answer an open survey.
using Hearth.DesignSystem.Public.Forms;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.EditSurvey;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class ExtendSurveyModel(HearthDb db, EditSurvey edit) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ExtendForm Form { get; set; } = new();

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
        Form.ClosesOn = DateParts.Of(survey.ClosesOn);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().FindAsync([Id], stop) is not { } survey)
        {
            return NotFound();
        }
        Survey = survey;
        if (Form.ClosesOn.Read("the last day to answer", out var until) is { } unread)
        {
            ModelState.AddModelError("Form.ClosesOn", unread);
            return Page();
        }
        var refusals = await edit.ExtendAsync(Id, until, stop);
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Said = $"People can answer until {until.Spoken()}. You tell everyone by {survey.TellBy.Spoken()}.";
        return Redirect($"~/surveys/{Id}");
    }
}

internal sealed class ExtendForm
{
    public DateParts ClosesOn { get; set; } = new();
}
