// Moves a cycle: by a week with one press, or to a day that is typed, alone or with all that come after it.
using Hearth.DesignSystem.Public.Forms;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Programme.MoveCycle;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class MoveCycleModel(YearReader years, MoveCycle move) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public MoveForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public YearNow Now { get; private set; } = null!;
    public Cycle Cycle { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        Form.To = DateParts.Of(Cycle.StartsOn);
        return Page();
    }

    /// <summary>The form: a day that was typed.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        if (Form.To.Read("the new first day", out var day) is { } unread)
        {
            ModelState.AddModelError("Form.To", unread);
            return Page();
        }
        return await MoveAsync(day, $"~{Cycle.Address()}", stop);
    }

    /// <summary>A button: the day stands in it. Where it leads back to is one of two pages.</summary>
    public async Task<IActionResult> OnPostToAsync(DateOnly to, string? back, CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }
        Form.To = DateParts.Of(to);
        return await MoveAsync(to, back == "year" ? $"~{Now.Year.Address()}#c{Cycle.Number}" : $"~{Cycle.Address()}", stop);
    }

    private async Task<IActionResult> MoveAsync(DateOnly day, string back, CancellationToken stop)
    {
        var moved = await move.RunAsync(new(Id, day, Form.LaterToo), stop);
        if (moved.Refused)
        {
            ModelState.Refuse(moved.Refusals);
            return Page();
        }
        Said = MoveCycle.Said(Cycle, day, moved.Made);
        return Redirect(back);
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

internal sealed class MoveForm
{
    public DateParts To { get; set; } = new();

    public bool LaterToo { get; set; }
}
