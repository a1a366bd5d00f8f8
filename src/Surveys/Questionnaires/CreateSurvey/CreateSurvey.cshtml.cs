// Begins a survey: title, first words, dates, and whether it starts with the regulator's questions.
using Hearth.DesignSystem.Public.Forms;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires.Measures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.CreateSurvey;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class CreateSurveyModel(CreateSurvey create, AddMeasures.AddMeasures addMeasures, TimeProvider time) : PageModel
{
    [BindProperty]
    public SurveyForm Form { get; set; } = new();

    [BindProperty]
    public string StartWith { get; set; } = "nothing";

    public void OnGet()
    {
        var first = time.Today().AddDays(14);
        Form.OpensOn = DateParts.Of(first);
        Form.ClosesOn = DateParts.Of(first.AddDays(42));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Form.Read(ModelState) is not { } details)
        {
            if (string.IsNullOrWhiteSpace(Form.Title))
            {
                ModelState.Refuse([new TitleMissing()]);
            }
            return Page();
        }
        var made = await create.RunAsync(details, stop);
        if (made.Refused)
        {
            ModelState.Refuse(made.Refusals);
            return Page();
        }
        if (StartWith == "measures")
        {
            await addMeasures.RunAsync(made.Made!.Id, [.. MeasureSet.On(details.OpensOn).Measures.Select(measure => measure.Code)], stop);
        }
        return Redirect($"~/surveys/{made.Made!.Id}/questions");
    }
}
