// One survey of the year: its four weeks, what is done and what is late, its warnings, and the ways to move it.
using Hearth.DesignSystem.Public.Forms;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Programme.SeeCycle;

[StaffOnly]
internal sealed class SeeCycleModel(YearReader years) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [TempData]
    public string? Said { get; set; }

    public YearNow Now { get; private set; } = null!;
    public Cycle Cycle { get; private set; } = null!;
    public SurveyFacts? Survey { get; private set; }
    public IReadOnlyList<CheckLine> Lines { get; private set; } = [];
    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    /// <summary>A first day that clears its warnings; null where it has none or there is none.</summary>
    public DateOnly? Better { get; private set; }

    public bool MayChange => User.PlansTheYear();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await years.OfCycleAsync(Id, stop) is not { } now)
        {
            return NotFound();
        }
        Now = now;
        Cycle = now.Cycles.Single(cycle => cycle.Id == Id);
        Survey = now.SurveyOf(Cycle);
        Lines = now.ChecklistOf(Cycle);
        Warnings = [.. now.Warnings.Where(warning => warning.Cycle == Id)];
        Better =
            Warnings.Count > 0 && Cycle.StartsOn > now.Today ? now.Rules.BetterStart(Cycle, now.Cycles, now.Today, now.Year.EndsOn) : null;
        return Page();
    }

    public static string StatusWords(SurveyStatus status) =>
        status switch
        {
            SurveyStatus.Draft => "A draft.",
            SurveyStatus.Scheduled => "Set to open by itself.",
            SurveyStatus.Open => "Open now.",
            _ => "Closed.",
        };
}
