// Changes title, first words and dates of a draft.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.EditSurvey;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class EditSurveyModel(HearthDb db, EditSurvey edit) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public SurveyForm Form { get; set; } = new();

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
        Form = SurveyForm.Of(survey);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().FindAsync([Id], stop) is not { } survey)
        {
            return NotFound();
        }
        Survey = survey;
        if (Form.Read(ModelState) is not { } details)
        {
            return Page();
        }
        var title = survey.Title;
        var refusals = await edit.RunAsync(Id, Form.Version, details, stop);
        if (refusals.Count > 0)
        {
            survey.Title = title;
            ModelState.Refuse(refusals);
            return Page();
        }
        Said = "Saved.";
        return Redirect($"~/surveys/{Id}");
    }
}
