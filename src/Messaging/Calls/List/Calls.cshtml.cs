// The call list and the list of visits: whom to ring or visit, why, and who has which.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Calls.List;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
[WithinSight]
internal sealed class CallsModel(HearthDb db, TakeCalls take, Actor actor, TimeProvider time) : PageModel, IShowsPeople
{
    public IEnumerable<Guid> PeopleShown => Mine.Concat(Waiting).Select(call => call.PersonId).OfType<Guid>();

    private const int PerPage = 50;

    /// <summary>Calls or visits.</summary>
    [FromRoute(Name = "list")]
    public string List { get; set; } = "";

    public Round Round => Round.At(List);

    public IReadOnlyList<StoredMessage> Mine { get; private set; } = [];

    public IReadOnlyList<StoredMessage> Waiting { get; private set; } = [];

    public int WaitingCount { get; private set; }

    public int WithOthers { get; private set; }

    public int Later { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (WaitingCount + PerPage - 1) / PerPage);

    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public Guid Id { get; set; }

    public async Task OnGetAsync(CancellationToken stop, [FromQuery(Name = "page")] int number = 1)
    {
        var now = time.GetUtcNow();
        var me = actor.Id ?? Guid.Empty;
        var channel = Round.Channel;
        var calls = db.Set<StoredMessage>().AsNoTracking();
        var free = calls.ToMake(channel, now).Free(now);
        Mine = await calls.ToMake(channel, now).HeldBy(me, now).OrderBy(m => m.DueAt).ThenBy(m => m.Id).ToListAsync(stop);
        WaitingCount = await free.CountAsync(stop);
        Number = Math.Clamp(number, 1, Pages);
        Waiting = await free.OrderBy(m => m.DueAt).ThenBy(m => m.Id).Skip((Number - 1) * PerPage).Take(PerPage).ToListAsync(stop);
        WithOthers = await calls.ToMake(channel, now).CountAsync(m => m.LeasedUntil >= now && m.LeasedBy != me, stop);
        Later = await calls.CountAsync(m => m.Status == MessageStatus.Queued && m.Channel == channel && m.DueAt > now, stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Act == "sheet")
        {
            if (await take.SheetAsync(Round.Channel, stop) > 0)
            {
                return Redirect($"{Round.Home}/print");
            }
            TempData["Flash"] = $"No {Round.One} waits that somebody has not already taken.";
            return Redirect(Round.Home);
        }
        if (await take.OneAsync(Id, stop))
        {
            return Redirect($"{Round.Home}/{Id}");
        }
        TempData["Flash"] = $"Somebody else has just taken this {Round.One}, or it need not be made any more.";
        return Redirect(Round.Home);
    }
}
