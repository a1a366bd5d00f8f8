// Takes a survey out of the year, after one look at what that means.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Programme.AddCycle;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class TakeOutModel(YearReader years, AddCycle add) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [TempData]
    public string? Said { get; set; }

    public YearNow Now { get; private set; } = null!;
    public Cycle Cycle { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        var refusals = await add.TakeOutAsync(Id, stop);
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Said = $"{Cycle.Title} is out of the year.";
        return Redirect($"~{Now.Year.Address()}");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await years.OfCycleAsync(Id, stop) is not { } now)
        {
            return false;
        }
        Now = now;
        Cycle = now.Cycles.Single(cycle => cycle.Id == Id);
        return true;
    }
}
