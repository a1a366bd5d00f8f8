// /surveys/{id}/languages: the languages of a survey, and what each still lacks.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.Translations.ShowLanguages;

internal sealed record LanguageRow(Tongue Tongue, int Missing, int OutOfDate, int NotChecked);

[StaffOnly(Role.EngagementOfficer)]
internal sealed class ShowLanguagesModel(HearthDb db, Translations translations) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;
    public int Texts { get; private set; }
    public IReadOnlyList<LanguageRow> Rows { get; private set; } = [];
    public IEnumerable<Tongue> ToAdd => Tongue.All.Where(tongue => !Survey.Languages.Contains(tongue.Code));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        var refusals = await translations.AddLanguageAsync(Survey, Language, stop);
        if (refusals.Count > 0)
        {
            foreach (var refusal in refusals)
            {
                ModelState.AddModelError(refusal.Field, refusal.Words);
            }
            return Page();
        }
        return Redirect($"~/surveys/{Id}/languages/{Language}");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { Survey.IsWorkingCopy: false } questionnaire)
        {
            return false;
        }
        Survey = questionnaire.Survey;
        var parts = Parts.Of(Survey, questionnaire.Questions);
        Texts = parts.Count;
        var rows = new List<LanguageRow>();
        foreach (var code in Survey.Languages)
        {
            if (await translations.InAsync(Survey, code, stop) is { } texts)
            {
                var states = parts.CountBy(texts.StateOf).ToDictionary();
                rows.Add(
                    new(
                        texts.Tongue,
                        states.GetValueOrDefault(TranslationState.Missing),
                        states.GetValueOrDefault(TranslationState.OutOfDate),
                        states.GetValueOrDefault(TranslationState.Unchecked)
                    )
                );
            }
        }
        Rows = rows;
        return true;
    }
}
