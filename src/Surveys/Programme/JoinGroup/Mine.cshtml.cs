// A signed-in tenant joins the TenantLink group or leaves it, with one button.
using System.Security.Claims;
using Hearth.DesignSystem.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Programme.JoinGroup;

[TenantOnly]
internal sealed class MineModel(TenantLinkGroup group, Phrases phrases) : PageModel
{
    [TempData]
    public string? Said { get; set; }

    public bool IsIn { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) => IsIn = await group.HasAsync(Me, stop);

    public async Task<IActionResult> OnPostJoinAsync(CancellationToken stop)
    {
        if (!await group.JoinAsync(Me, "TenantLink page", stop))
        {
            return NotFound();
        }
        Said = phrases["link.joined"];
        return Redirect("~/tenantlink/mine");
    }

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken stop)
    {
        await group.LeaveAsync(Me, "TenantLink page", stop);
        Said = phrases["link.left"];
        return Redirect("~/tenantlink/mine");
    }

    private Guid Me => Guid.Parse(User.FindFirstValue(HearthClaims.Subject)!);
}
