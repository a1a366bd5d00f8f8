// The form for one more survey in the year.
using Hearth.DesignSystem.Public.Forms;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Programme.AddCycle;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class AddCycleModel(YearReader years, AddCycle add) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AddCycleForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public YearNow Now { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await years.FindAsync(Id, stop) is not { } now)
        {
            return NotFound();
        }
        Now = now;
        // the first four free weeks
        var stranger = new Cycle { StartsOn = now.Today > now.Year.StartsOn ? now.Today : now.Year.StartsOn };
        Form.To = DateParts.Of(now.Rules.BetterStart(stranger, now.Cycles, stranger.StartsOn, now.Year.EndsOn));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await years.FindAsync(Id, stop) is not { } now)
        {
            return NotFound();
        }
        Now = now;
        if (Form.To.Read("the first day of week 1", out var day) is { } unread)
        {
            ModelState.AddModelError("Form.To", unread);
            return Page();
        }
        var made = await add.RunAsync(Id, Form.Topic ?? "", day, stop);
        if (made.Refused)
        {
            ModelState.Refuse(made.Refusals);
            return Page();
        }
        Said = $"{made.Made!.Title} is in the year.";
        return Redirect($"~{made.Made.Address()}");
    }
}

internal sealed class AddCycleForm
{
    public string? Topic { get; set; }

    public DateParts To { get; set; } = new();
}
