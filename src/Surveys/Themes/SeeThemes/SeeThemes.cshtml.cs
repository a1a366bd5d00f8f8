// /surveys/{id}/themes: the code frame, how far the coding has come, how well two coders agree, and every version of the frame.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Themes.SeeThemes;

/// <summary>A theme to add, as it was typed.</summary>
internal sealed record ThemeForm
{
    public string? Name { get; init; }
    public string? Description { get; init; }
    public Guid? From { get; init; }
    public string? Size { get; init; }
}

[StaffOnly(Role.EngagementOfficer)]
internal sealed class SeeThemesModel(HearthDb db, ChangeFrame change, CodeAnswer code, Actor actor) : PageModel
{
    public Survey Survey { get; private set; } = null!;
    public Codes Codes { get; private set; } = null!;
    public int Written { get; private set; }
    public int ForMe { get; private set; }
    public IReadOnlyList<FrameVersion> Versions { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    [BindProperty]
    public ThemeForm Form { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken stop)
    {
        var added = await change.AddAsync(id, Form.Name, Form.Description, stop);
        return await AfterAsync(id, added.Refusals, $"‘{added.Made?.Name}’ is added.", stop);
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken stop)
    {
        var taken = await change.TakeOverAsync(id, Form.From, stop);
        return await AfterAsync(
            id,
            taken.Refusals,
            taken.Made == 1 ? "1 theme is taken over." : $"{taken.Made} themes are taken over.",
            stop
        );
    }

    public async Task<IActionResult> OnPostDrawAsync(Guid id, CancellationToken stop)
    {
        int? size = int.TryParse(Form.Size, out var typed) ? typed : null;
        var drawn = await code.DrawAsync(id, size, Random.Shared.Next, stop);
        return await AfterAsync(id, drawn.Refusals, drawn.Made == 1 ? "1 answer is drawn." : $"{drawn.Made} answers are drawn.", stop);
    }

    private async Task<IActionResult> AfterAsync(Guid id, IReadOnlyList<Refusal> refusals, string done, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        if (!await LoadAsync(id, stop))
        {
            return NotFound();
        }
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Done = done;
        return Redirect("~" + Survey.Address("themes"));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, stop) is not { } survey)
        {
            return false;
        }
        Survey = survey;
        Codes = await Codes.LoadAsync(db, id, stop);
        var comments = await db.Set<Comment>().Where(c => c.SurveyId == id).Select(c => c.Id).ToListAsync(stop);
        Written = comments.Count;
        ForMe = comments.Count(comment => Codes.Awaits(comment, actor.Id ?? Guid.Empty));
        Versions = await db.Set<FrameVersion>()
            .AsNoTracking()
            .Where(v => v.SurveyId == id)
            .OrderByDescending(v => v.Number)
            .ToListAsync(stop);
        var with = await db.Set<Theme>().Where(t => t.SurveyId != id).Select(t => t.SurveyId).Distinct().ToListAsync(stop);
        Others = await db.Set<Survey>()
            .Where(s => with.Contains(s.Id))
            .OrderByDescending(s => s.OpensOn)
            .Select(s => new SelectListItem(s.Title, s.Id.ToString()))
            .ToListAsync(stop);
        return true;
    }
}
