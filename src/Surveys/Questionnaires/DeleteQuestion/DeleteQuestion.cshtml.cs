// Asks once more before a question is deleted; says which question needs it.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.DeleteQuestion;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class DeleteQuestionModel(HearthDb db, DeleteQuestion delete) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid QuestionId { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;
    public Question Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return Redirect($"~/surveys/{Id}/questions");
        }
        var refusals = await delete.RunAsync(Id, QuestionId, stop);
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Said = $"“{Question.Text}” is deleted.";
        return Redirect($"~/surveys/{Id}/questions");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { } questionnaire || questionnaire.Find(QuestionId) is not { } question)
        {
            return false;
        }
        (Survey, Question) = (questionnaire.Survey, question);
        return true;
    }
}
