// Chooses which of the regulator's questions a draft asks.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires.Measures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.AddMeasures;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class AddMeasuresModel(HearthDb db, AddMeasures add, ILandlord landlord) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public MeasuresForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;
    public IReadOnlyList<Measure> NotYet { get; private set; } = [];

    public string Words(Measure measure) => Measure.Named(measure.Text, landlord.Current.Name);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        Form.Codes = [.. NotYet.Select(measure => measure.Code)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        var added = await add.RunAsync(Id, Form.Codes, stop);
        if (added.Refused)
        {
            ModelState.Refuse(added.Refusals);
            return Page();
        }
        Said = added.Made!.Count == 1 ? "1 question is added." : $"{added.Made.Count} questions are added, filter questions with them.";
        return Redirect($"~/surveys/{Id}/questions");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { } questionnaire)
        {
            return false;
        }
        Survey = questionnaire.Survey;
        NotYet =
        [
            .. MeasureSet
                .On(Survey.OpensOn)
                .Measures.Where(measure => questionnaire.Questions.All(question => question.Measure != measure.Code)),
        ];
        return true;
    }
}

internal sealed class MeasuresForm
{
    public List<string> Codes { get; set; } = [];
}
