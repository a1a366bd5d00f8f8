// Says on which day a step was done, or that it was not.
using Hearth.DesignSystem.Public.Forms;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Programme.TickOff;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class DoneModel(YearReader years, TickOff tick) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Step Step { get; set; } = Step.Reported;

    [BindProperty]
    public DoneForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public YearNow Now { get; private set; } = null!;
    public Cycle Cycle { get; private set; } = null!;
    public CheckLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Form.On = DateParts.Of(await FindAsync(stop) ? Now.Today : null);
        return Line is null ? NotFound() : Page();
    }

    /// <param name="done">From a button: done today, or not done; null from the form with a day.</param>
    public async Task<IActionResult> OnPostAsync(bool? done, CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        DateOnly? on = done == true ? Now.Today : null;
        if (done is null)
        {
            if (Form.On.Read("the day it was done", out var day) is { } unread)
            {
                ModelState.AddModelError("Form.On", unread);
                return Page();
            }
            on = day;
        }
        var refusals = await tick.RunAsync(Id, Step, on, stop);
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Said = on is null ? $"{Line.What}: not done." : $"{Line.What}: done on {on.Value.Written()}.";
        return Redirect($"~{Cycle.Address()}");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid || await years.OfCycleAsync(Id, stop) is not { } now)
        {
            return false;
        }
        Now = now;
        Cycle = now.Cycles.Single(cycle => cycle.Id == Id);
        Line = now.ChecklistOf(Cycle).FirstOrDefault(line => line.Step == Step && !line.SeenByItself)!;
        return Line is not null;
    }
}

internal sealed class DoneForm
{
    public DateParts On { get; set; } = new();
}
