// The form for the topic, the lead officer and the meeting of a cycle.
using Hearth.DesignSystem.Public.Forms;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Hearth.Surveys.Programme.ChangeCycle;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class ChangeCycleModel(YearReader years, ChangeCycle change, StaffAccounts staff) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public CycleForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public YearNow Now { get; private set; } = null!;
    public Cycle Cycle { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        Form = new()
        {
            Topic = Cycle.Topic,
            Lead = Cycle.LeadStaffId is null ? Cycle.Lead : "",
            LeadStaffId = Cycle.LeadStaffId,
            MeetsOn = DateParts.Of(Cycle.MeetsOn),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        if (Form.MeetsOn.Read("the day of the meeting", out var day) is { } unread)
        {
            ModelState.AddModelError("Form.MeetsOn", unread);
            return Page();
        }
        // a name that was typed is who leads; else the colleague who was chosen
        var typed = (Form.Lead ?? "").Trim();
        var chosen = typed.Length > 0 ? null : Colleagues.FirstOrDefault(c => c.Value == Form.LeadStaffId?.ToString());
        var refusals = await change.RunAsync(
            Id,
            new(Form.Topic ?? "", chosen?.Text ?? typed, chosen is null ? null : Form.LeadStaffId, day),
            stop
        );
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Said = "Saved.";
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
        Colleagues =
        [
            new("Choose a colleague", ""),
            .. (await staff.ListAsync(stop))
                .Where(member => !member.Suspended || member.Id == Cycle.LeadStaffId)
                .OrderBy(member => member.Name, StringComparer.Ordinal)
                .Select(member => new SelectListItem(member.Name, member.Id.ToString())),
        ];
        return true;
    }
}

internal sealed class CycleForm
{
    public string? Topic { get; set; }
    public string? Lead { get; set; }
    public Guid? LeadStaffId { get; set; }
    public DateParts MeetsOn { get; set; } = new();
}
