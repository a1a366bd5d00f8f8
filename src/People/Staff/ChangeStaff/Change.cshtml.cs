// One colleague's account: roles, suspension, a new link, a second step set back.
using Hearth.People.Limits;
using Hearth.People.Register;
using Hearth.People.Staff.InviteStaff;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Staff.ChangeStaff;

[StaffOnly(Role.Administrator)]
internal sealed class ChangeModel(HearthDb db, ChangeStaff change, WelcomeMessage message, PublicAddress address, ChangeSight sight)
    : PageModel
{
    [BindProperty]
    public List<string> Roles { get; set; } = [];

    public StaffAccount Account { get; private set; } = null!;

    /// <summary>What has just been done.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>all, or some.</summary>
    [BindProperty]
    public string? Sees { get; set; }

    [BindProperty]
    public List<Guid> Patches { get; set; } = [];

    [BindProperty]
    public List<Guid> Wards { get; set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> AllPatches { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> AllWards { get; private set; } = [];

    /// <summary>A new link, shown once.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }
        Roles = [.. Account.Roles.Select(r => r.ToString())];
        Sees = Account.Sight is null ? "all" : "some";
        (Patches, Wards) = ([.. Account.Sight?.Patches ?? []], [.. Account.Sight?.Wards ?? []]);
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

    public async Task<IActionResult> OnPostSightAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }
        var all = Sees == "all";
        if (await sight.DoAsync(Account, Patches, Wards, all, stop) is { } refusal)
        {
            ModelState.AddModelError(
                nameof(Sees),
                refusal switch
                {
                    SightRefusal.AdministratorsSeeAll => "An administrator sees all homes. Take that role away first",
                    SightRefusal.NothingChosen => "Choose at least one patch or ward, or all homes",
                    _ => "Choose patches and wards from the list",
                }
            );
            Roles = [.. Account.Roles.Select(r => r.ToString())];
            return Page();
        }
        Done = all
            ? "They see all homes, from the next minute on."
            : "They see only these homes and who lives there, from the next minute on.";
        return Redirect($"/staff/{id}");
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
        AllPatches =
        [
            .. (await db.Set<Patch>().AsNoTracking().ToListAsync(stop))
                .OrderBy(p => p.NameKey.Length)
                .ThenBy(p => p.NameKey, StringComparer.Ordinal)
                .Select(p => (p.Id, p.Name)),
        ];
        AllWards = [.. (await db.Set<Ward>().AsNoTracking().OrderBy(w => w.NameKey).ToListAsync(stop)).Select(w => (w.Id, w.Name))];
        return account is not null;
    }
}
