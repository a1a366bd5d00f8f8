// Who sees a question: first after which question, then after which of its answers.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.RouteQuestion;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class RouteQuestionModel(HearthDb db, RouteQuestion route) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid QuestionId { get; set; }

    /// <summary>The earlier question that decides; null before it is chosen.</summary>
    [FromQuery]
    public Guid? On { get; set; }

    [BindProperty]
    public RuleForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public Questionnaire Questionnaire { get; private set; } = null!;
    public Question Question { get; private set; } = null!;
    public Question? Earlier { get; private set; }

    public Refusal? Locked =>
        Questionnaire.Survey.QuestionsLocked() ?? (Question.Measure is { } measure ? new FilterIsFixed(measure) : null);

    public IReadOnlyList<Question> Choices => Questionnaire.CanDependOn(Question);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        if (Earlier is not null && Earlier.Id == Question.ShowIfQuestionId)
        {
            Form.Codes = [.. Question.ShowIfCodes];
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? everyone, CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        var refusals = await route.RunAsync(Id, QuestionId, everyone is null ? On : null, Form.Codes, stop);
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Said =
            everyone is not null || On is null
                ? $"Everyone sees question {Question.Position}."
                : $"Question {Question.Position} is shown only after the answers you chose.";
        return Redirect($"~/surveys/{Id}/questions#q-{Question.Key}");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { } questionnaire || questionnaire.Find(QuestionId) is not { } question)
        {
            return false;
        }
        (Questionnaire, Question) = (questionnaire, question);
        Earlier = On is { } on ? questionnaire.Find(on) : null;
        return true;
    }
}

internal sealed class RuleForm
{
    public List<string> Codes { get; set; } = [];
}
