// Copies a survey's questions into a new draft with dates of its own.
using Hearth.DesignSystem.Public.Forms;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.CopySurvey;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class CopySurveyModel(HearthDb db, CopySurvey copy, TimeProvider time) : PageModel
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
        Form.Title = survey.Title.Length + 8 <= Survey.LongestTitle ? $"Copy of {survey.Title}" : survey.Title;
        if (survey.OpensOn < time.Today())
        {
            var first = time.Today().AddDays(14);
            Form.OpensOn = DateParts.Of(first);
            Form.ClosesOn = DateParts.Of(first.AddDays(survey.ClosesOn.DayNumber - survey.OpensOn.DayNumber));
        }
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
        var made = await copy.RunAsync(Id, details, stop);
        if (made.Refused)
        {
            ModelState.Refuse(made.Refusals);
            return Page();
        }
        Said = $"“{made.Made!.Title}” is a draft with the same questions.";
        return Redirect($"~/surveys/{made.Made.Id}");
    }
}
