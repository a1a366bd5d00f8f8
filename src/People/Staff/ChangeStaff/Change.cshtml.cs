// One colleague's account: roles, suspension, a new link, a second step set back.
using Hearth.People.Staff.InviteStaff;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Staff.ChangeStaff;

[StaffOnly(Role.Administrator)]
internal sealed class ChangeModel(HearthDb db, ChangeStaff change, WelcomeMessage message, PublicAddress address) : PageModel
{
    [BindProperty]
    public List<string> Roles { get; set; } = [];

    public StaffAccount Account { get; private set; } = null!;

    /// <summary>What has just been done.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>A new link, shown once.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }
        Roles = [.. Account.Roles.Select(r => r.ToString())];
        return Page();
    }

    public async Task<IActionResult> OnPostRolesAsync(Guid id, CancellationToken stop)
    {
        var roles = Roles.Where(r => Enum.IsDefined(typeof(Role), r)).Select(Enum.Parse<Role>).ToList();
        return await DoAsync(
            id,
            () => change.RolesAsync(Account, roles, stop),
            "The roles are changed. They count from the next minute on.",
            stop
        );
    }

    public Task<IActionResult> OnPostSuspendAsync(Guid id, CancellationToken stop) =>
        DoAsync(id, () => change.SuspendAsync(Account, stop), "Suspended. If they are signed in, they are out within a minute.", stop);

    public Task<IActionResult> OnPostLetBackInAsync(Guid id, CancellationToken stop) =>
        DoAsync(id, () => change.LetBackInAsync(Account, stop), "They can sign in again.", stop);

    public Task<IActionResult> OnPostResetSecondStepAsync(Guid id, CancellationToken stop) =>
        DoAsync(
            id,
            () => change.ResetSecondStepAsync(Account, stop),
            "The second step is reset. They set up a phone when they next sign in.",
            stop
        );

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop) || Account.SuspendedAt is not null)
        {
            return NotFound();
        }
        Link = address.Of(Request) + change.GiveLink(Account);
        message.Add(Account, Link);
        await db.SaveChangesAsync(stop);
        Roles = [.. Account.Roles.Select(r => r.ToString())];
        return Page();
    }

    private async Task<IActionResult> DoAsync(Guid id, Func<Task<NotChanged?>> work, string done, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }
        if (await work() is { } refusal)
        {
            ModelState.AddModelError(
                nameof(Roles),
                refusal switch
                {
                    NotChanged.NoRole => "Choose at least one role. To keep somebody out, suspend them",
                    NotChanged.LastAdministrator =>
                        $"{Account.Name} is the only administrator who can sign in. Make somebody else an administrator first",
                    NotChanged.Yourself => "You cannot do this to your own account. Ask another administrator",
                    _ => throw new InvalidOperationException($"{refusal} has no words."),
                }
            );
            return Page();
        }
        Done = done;
        return Redirect($"/staff/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        var account = await db.Set<StaffAccount>().FirstOrDefaultAsync(a => a.Id == id, stop);
        Account = account!;
        return account is not null;
    }
}
