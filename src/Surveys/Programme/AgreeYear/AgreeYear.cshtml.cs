// The form that records the panel's agreement, beside what is being agreed.
using Hearth.DesignSystem.Public.Forms;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Programme.AgreeYear;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class AgreeYearModel(YearReader years, AgreeYear agree) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AgreeForm Form { get; set; } = new();

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
        Form.On = DateParts.Of(now.Today);
        Form.Version = now.Year.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await years.FindAsync(Id, stop) is not { } now)
        {
            return NotFound();
        }
        Now = now;
        if (Form.On.Read("the day it was agreed", out var day) is { } unread)
        {
            ModelState.AddModelError("Form.On", unread);
            return Page();
        }
        var refusals = await agree.RunAsync(Id, Form.Version, new(day, Form.By ?? "", Form.Note ?? ""), stop);
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Said = $"Recorded. This is version {(now.Agreed?.Number ?? 0) + 1} of the year.";
        return Redirect($"~{now.Year.Address()}");
    }
}

internal sealed class AgreeForm
{
    public DateParts On { get; set; } = new();
    public string? By { get; set; } = "Tenants’ panel";
    public string? Note { get; set; }
    public int Version { get; set; }
}
