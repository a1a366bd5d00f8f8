// /surveys/{id}/themes/{theme}: reword a theme, or make it part of another.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Themes.WriteTheme;

/// <summary>The theme as it was typed.</summary>
internal sealed record RewordForm
{
    public string? Name { get; init; }
    public string? Description { get; init; }
    public Guid? Into { get; init; }
}

[StaffOnly(Role.EngagementOfficer)]
internal sealed class WriteThemeModel(HearthDb db, ChangeFrame change) : PageModel
{
    public Survey Survey { get; private set; } = null!;
    public Theme Theme { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    [BindProperty]
    public RewordForm Form { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid theme, CancellationToken stop)
    {
        if (!await LoadAsync(id, theme, stop))
        {
            return NotFound();
        }
        Form = new RewordForm { Name = Theme.Name, Description = Theme.Description };
        return Page();
    }

    public async Task<IActionResult> OnPostRewordAsync(Guid id, Guid theme, CancellationToken stop) =>
        await LoadAsync(id, theme, stop)
            ? After(await change.RewordAsync(id, theme, Form.Name, Form.Description, stop), "The theme is changed.")
            : NotFound();

    public async Task<IActionResult> OnPostMergeAsync(Guid id, Guid theme, CancellationToken stop) =>
        await LoadAsync(id, theme, stop)
            ? After(await change.MergeAsync(id, theme, Form.Into, stop), "The two themes are one.")
            : NotFound();

    private IActionResult After(IReadOnlyList<Refusal> refusals, string done)
    {
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Done = done;
        return Redirect("~" + Survey.Address("themes"));
    }

    private async Task<bool> LoadAsync(Guid id, Guid theme, CancellationToken stop)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, stop) is not { } survey)
        {
            return false;
        }
        var themes = await db.Set<Theme>()
            .AsNoTracking()
            .Where(t => t.SurveyId == id && t.MergedIntoId == null)
            .OrderBy(t => t.Position)
            .ToListAsync(stop);
        if (themes.Find(t => t.Id == theme) is not { } found)
        {
            return false;
        }
        (Survey, Theme) = (survey, found);
        Others = [.. themes.Where(t => t != found).Select(t => new SelectListItem(t.Name, t.Id.ToString()))];
        return true;
    }
}
