// /surveys/{id}/languages/{code}: English and translation side by side, with what is missing or out of date.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.Translations.Translate;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class TranslateModel(HearthDb db, Translations translations) : PageModel
{
    /// <summary>Texts to a page: a form of hundreds of fields is lost at the first slip.</summary>
    public const int ToAPage = 60;

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>Only what is missing or out of date.</summary>
    [BindProperty(SupportsGet = true, Name = "open")]
    public bool OnlyOpen { get; set; }

    /// <summary>Page, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public int At { get; set; } = 1;

    [BindProperty]
    public Dictionary<string, string?> Text { get; set; } = [];

    /// <summary>Fingerprint of the English that each text was typed beside.</summary>
    [BindProperty]
    public Dictionary<string, string?> From { get; set; } = [];

    [BindProperty]
    public bool IsChecked { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;
    public TranslatedSurvey Texts { get; private set; } = null!;
    public IReadOnlyList<Part> Shown { get; private set; } = [];
    public int Pages { get; private set; } = 1;

    private IReadOnlyList<Part> all = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        // English that changed while the page was open: what was typed belongs to the words before
        var changed = all.Where(part => From.TryGetValue(part.Key, out var seen) && seen != part.Fingerprint).ToList();
        var typed = all.Where(part => Text.ContainsKey(part.Key)).Except(changed).Select(part => (part, Text[part.Key] ?? "")).ToList();
        var saved = await translations.WriteAsync(Survey, Code, typed, IsChecked, stop);
        if (saved.Refused)
        {
            ModelState.AddModelError("", saved.Refusals[0].Words);
            return Page();
        }
        if (changed.Count > 0)
        {
            ModelState.AddModelError(
                "",
                $"The English of “{changed[0].What}” changed while you had this open. The rest is saved. Look at it again"
            );
            return Page();
        }
        Said = saved.Made == 1 ? "1 text is saved." : $"{saved.Made} texts are saved.";
        var next = At < Pages && !OnlyOpen ? $"&at={At + 1}" : "";
        return Redirect($"~/surveys/{Id}/languages/{Code}?open={(OnlyOpen ? "true" : "false")}{next}");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        await translations.RemoveLanguageAsync(Survey, Texts.Tongue.Code, stop);
        Said = $"{Texts.Tongue.English} is taken away.";
        return Redirect($"~/surveys/{Id}/languages");
    }

    /// <summary>What stands in a field: what was just typed, else what is kept.</summary>
    public string Typed(Part part) => Text.TryGetValue(part.Key, out var typed) ? typed ?? "" : Texts.TextOf(part);

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (
            await Questionnaire.LoadAsync(db, Id, stop) is not { Survey.IsWorkingCopy: false } questionnaire
            || await translations.InAsync(questionnaire.Survey, Code, stop) is not { } texts
        )
        {
            return false;
        }
        (Survey, Texts, Code) = (questionnaire.Survey, texts, texts.Tongue.Code);
        all = Parts.Of(Survey, questionnaire.Questions);
        var wanted = OnlyOpen ? all.Where(part => texts.StateOf(part) <= TranslationState.OutOfDate).ToList() : all;
        Pages = Math.Max(1, (wanted.Count + ToAPage - 1) / ToAPage);
        At = Math.Clamp(At, 1, Pages);
        Shown = [.. wanted.Skip((At - 1) * ToAPage).Take(ToAPage)];
        return true;
    }
}
