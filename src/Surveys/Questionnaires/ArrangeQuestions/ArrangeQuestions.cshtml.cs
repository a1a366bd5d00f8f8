// The questions of a survey in their order, with everything that can be done to each.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires.Measures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.ArrangeQuestions;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class ArrangeQuestionsModel(
    HearthDb db,
    MoveQuestion move,
    RestoreWording.RestoreWording restore,
    TimeProvider time,
    ILandlord landlord
) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Questionnaire Questionnaire { get; private set; } = null!;
    public Survey Survey => Questionnaire.Survey;

    /// <summary>Why nothing here can be changed; null while it can.</summary>
    public Refusal? Locked => Survey.QuestionsLocked();

    /// <summary>What the regulator would not accept in the order as it is.</summary>
    public Refusal? OrderFault => MeasureOrder.Broken(Questionnaire.Questions, Questionnaire.Measures);

    /// <summary>Which of its words the regulator would not accept.</summary>
    public Refusal? WordingFault =>
        Locked is null ? PrescribedWording.Fault(Questionnaire, MeasureSet.ToHold(Survey, time.Today()), landlord.Current.Name) : null;

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostWordingAsync(CancellationToken stop)
    {
        var restored = await restore.RunAsync(Id, stop);
        if (restored.Refused)
        {
            db.ChangeTracker.Clear();
            ModelState.Refuse(restored.Refusals);
            return await ShowAsync(stop);
        }
        Said =
            restored.Made == 1 ? "1 question is worded as prescribed again." : $"{restored.Made} questions are worded as prescribed again.";
        return Redirect($"~/surveys/{Id}/questions");
    }

    public async Task<IActionResult> OnPostAsync(Guid? up, Guid? down, CancellationToken stop)
    {
        if ((up ?? down) is not { } question)
        {
            return Redirect($"~/surveys/{Id}/questions");
        }
        var moved = await move.RunAsync(Id, question, up is not null, stop);
        if (moved.Refused)
        {
            db.ChangeTracker.Clear();
            ModelState.Refuse(moved.Refusals);
            return await ShowAsync(stop);
        }
        Said = $"“{moved.Made!.Text}” is now question {moved.Made.Position}.";
        return Redirect($"~/surveys/{Id}/questions");
    }

    /// <summary>“Shown to people who answered ‘Yes’ to question 2”.</summary>
    public string? RuleOf(Question question)
    {
        if (question.ShowIfQuestionId is not { } on || Questionnaire.Find(on) is not { } earlier)
        {
            return null;
        }
        var labels = earlier.Options.Where(option => question.ShowIfCodes.Contains(option.Code)).Select(option => $"“{option.Label}”");
        return $"Only for those who answered {string.Join(" or ", labels)} to question {earlier.Position}";
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { } questionnaire)
        {
            return NotFound();
        }
        Questionnaire = questionnaire;
        return Page();
    }
}
