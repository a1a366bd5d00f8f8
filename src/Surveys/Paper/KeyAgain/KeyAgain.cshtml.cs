// A form of the sample is keyed a second time, by somebody who has not seen the first.
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Editions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Paper.KeyAgain;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
internal sealed class KeyAgainModel(HearthDb db, KeyPaperAgain again, PaperTally tally, EditionsOfSurvey editions, Actor actor) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid Sheet { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Keys { get; set; } = [];

    [TempData]
    public string? Said { get; set; }

    private IReadOnlyList<Question> asked = [];

    public Survey Survey { get; private set; } = null!;
    public IReadOnlyList<PaperQuestion> Questions { get; private set; } = [];

    /// <summary>The form to take out of the folder; null where none is left for this person.</summary>
    public PaperSheet? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is null)
        {
            return NotFound();
        }
        Next = (await tally.CountAsync(Id, stop)).ToKeyAgain > 0 ? await tally.NextAsync(Id, actor.Id, stop) : null;
        Questions = PaperForm.Of(await PrintedAsync(stop));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is null)
        {
            return NotFound();
        }
        Next = await db.Set<PaperSheet>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == Sheet && s.SurveyId == Id, stop);
        if (Next is null)
        {
            return NotFound();
        }
        var printed = await PrintedAsync(stop);
        Questions = PaperForm.Of(printed);
        var sheet = KeyedSheet.Read(printed, Keys, words: false);
        foreach (var (key, error) in sheet.Errors)
        {
            ModelState.AddModelError($"Keys[{key}]", error);
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var done = await again.RunAsync(Sheet, sheet, stop);
        if (done.Refused)
        {
            Said = done.Refusals[0].Words;
            return Redirect($"~/surveys/{Id}/paper");
        }
        var shown = InvitationCode.Shown(done.Made!.Code ?? "");
        Said =
            done.Made.Differed == 0
                ? $"Form {shown}: both keyings agree."
                : $"Form {shown}: {done.Made.Differed} answers differ. Look at the paper.";
        return Redirect(done.Made.Differed == 0 ? $"~/surveys/{Id}/paper" : $"~/surveys/{Id}/paper/settle/{Sheet}");
    }

    // as the form in hand was printed
    private async Task<IReadOnlyList<Question>> PrintedAsync(CancellationToken stop) =>
        Next is null || Next.Edition == Survey.Edition ? asked : await editions.QuestionsAsync(Id, Next.Edition, stop) ?? asked;

    private async Task<Questionnaire?> FindAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { } questionnaire)
        {
            return null;
        }
        Survey = questionnaire.Survey;
        asked = questionnaire.Questions;
        return questionnaire;
    }
}
