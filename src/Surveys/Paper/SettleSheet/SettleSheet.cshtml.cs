// Two people read a form differently: somebody looks at the paper and says which is right.
using Hearth.Storage.Public;
using Hearth.Surveys.Paper.KeyAgain;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Editions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Paper.SettleSheet;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
internal sealed class SettleSheetModel(HearthDb db, KeyPaperAgain again, EditionsOfSurvey editions) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid SheetId { get; set; }

    /// <summary>“first” or “second”, by question.</summary>
    [BindProperty]
    public Dictionary<string, string?> Right { get; set; } = [];

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;
    public PaperSheet Sheet { get; private set; } = null!;
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) =>
        await FindAsync(stop) is null ? NotFound()
        : Sheet.WaitsToBeSettled ? Page()
        : Redirect($"~/surveys/{Id}/paper");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is not { } questionnaire)
        {
            return NotFound();
        }
        foreach (var difference in Differences.Where(d => Right.GetValueOrDefault(d.Question.Question.Key) is not ("first" or "second")))
        {
            ModelState.AddModelError(
                $"Right[{difference.Question.Question.Key}]",
                $"Choose what the paper says at question {difference.Question.Number}"
            );
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var second = Differences
            .Select(d => d.Question.Question.Key)
            .Where(key => Right[key] == "second")
            .ToHashSet(StringComparer.Ordinal);
        await again.SettleAsync(SheetId, questionnaire.Questions, second, stop);
        Said = "The form is settled.";
        return Redirect($"~/surveys/{Id}/paper");
    }

    /// <summary>A key in words: “2 Fairly satisfied”, “blank”, “nobody can read it”, “passed by the route”.</summary>
    public static string Words(Difference difference, string key) =>
        key switch
        {
            "" => "Passed by the route",
            Keyed.Blank => "Left blank",
            Keyed.Unreadable => "A mark nobody can read",
            _ when difference.Question.Boxes.Count == 0 => key,
            _ => string.Join(
                ", ",
                key.Split(' ')
                    .Select(box =>
                        int.TryParse(box, out var at) && at >= 1 && at <= difference.Question.Boxes.Count
                            ? difference.Question.Boxes[at - 1].Label
                            : box
                    )
            ),
        };

    private async Task<Questionnaire?> FindAsync(CancellationToken stop)
    {
        var sheet = await db.Set<PaperSheet>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == SheetId && s.SurveyId == Id, stop);
        if (sheet is null || await Questionnaire.LoadAsync(db, Id, stop) is not { } questionnaire)
        {
            return null;
        }
        (Survey, Sheet) = (questionnaire.Survey, sheet);
        if (sheet.Edition != Survey.Edition && await editions.QuestionsAsync(Id, sheet.Edition, stop) is { } printed)
        {
            questionnaire = new Questionnaire(Survey, printed);
        }
        Differences = KeyPaperAgain.Differences(sheet, PaperForm.Of(questionnaire.Questions));
        return questionnaire;
    }
}
