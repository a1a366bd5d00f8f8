// Changes a question of a draft; says why where it cannot be changed.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.WriteQuestion;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class ChangeQuestionModel(HearthDb db, ChangeQuestion change) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid QuestionId { get; set; }

    [BindProperty]
    public QuestionForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public Questionnaire Questionnaire { get; private set; } = null!;
    public Question Question { get; private set; } = null!;

    public Refusal? Locked =>
        Questionnaire.Survey.QuestionsLocked() ?? (Question.Measure is { } measure ? new WordingIsLocked(measure) : null);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        Form = QuestionForm.Of(Question);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        if (Form.Read(Question.Kind, ModelState) is not { } draft)
        {
            return Page();
        }
        var refusals = await change.RunAsync(Id, QuestionId, draft, stop);
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Said = $"Question {Question.Position} is saved.";
        return Redirect($"~/surveys/{Id}/questions#q-{Question.Key}");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { } questionnaire || questionnaire.Find(QuestionId) is not { } question)
        {
            return false;
        }
        (Questionnaire, Question) = (questionnaire, question);
        return true;
    }
}
