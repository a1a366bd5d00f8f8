// Chooses the survey of a cycle, or makes a draft from it.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Programme.LinkSurvey;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class LinkSurveyModel(HearthDb db, YearReader years, LinkSurvey link) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public LinkForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public YearNow Now { get; private set; } = null!;
    public Cycle Cycle { get; private set; } = null!;
    public SurveyFacts? Own => Now.SurveyOf(Cycle);

    /// <summary>Surveys that no cycle has, those nearest the cycle's days first.</summary>
    public IReadOnlyList<Survey> Free { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostChooseAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        IReadOnlyList<Refusal> refusals = Form.SurveyId is { } survey ? await link.RunAsync(Id, survey, stop) : [new NoSurveyChosen()];
        return After(refusals, "The survey belongs to it now.");
    }

    public async Task<IActionResult> OnPostDraftAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        var made = await link.DraftAsync(Id, stop);
        return After(
            made.Refusals,
            "A draft is made, for the days of week 1 and for the TenantLink group. Write its introduction and questions next."
        );
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        return After(await link.TakeOffAsync(Id, stop), "The survey does not belong to it any more. The survey itself is still there.");
    }

    private IActionResult After(IReadOnlyList<Refusal> refusals, string said)
    {
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Said = said;
        return Redirect($"~{Cycle.Address()}");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await years.OfCycleAsync(Id, stop) is not { } now)
        {
            return false;
        }
        Now = now;
        Cycle = now.Cycles.Single(cycle => cycle.Id == Id);
        var taken = db.Set<Cycle>().Where(c => c.SurveyId != null).Select(c => c.SurveyId!.Value);
        Free =
        [
            .. (await db.Set<Survey>().AsNoTracking().Where(s => !taken.Contains(s.Id)).ToListAsync(stop))
                .OrderBy(s => Math.Abs(s.OpensOn.DayNumber - Cycle.StartsOn.DayNumber))
                .ThenBy(s => s.Title, StringComparer.Ordinal)
                .Take(20),
        ];
        return true;
    }
}

internal sealed class LinkForm
{
    public Guid? SurveyId { get; set; }
}
