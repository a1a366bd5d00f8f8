// One call or visit: who, the number or address, why, what to say, and what came of it.
using Hearth.DesignSystem.Public.Forms;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Calls.Call;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
[WithinSight]
internal sealed class CallModel(HearthDb db, RecordCall record, TakeCalls take, Safely safely, Actor actor, TimeProvider time)
    : PageModel,
        IShowsPeople
{
    public IEnumerable<Guid> PeopleShown => [Call.PersonId ?? Guid.Empty];

    /// <summary>Calls or visits.</summary>
    [FromRoute(Name = "list")]
    public string List { get; set; } = "";

    public Round Round => Round.At(List);

    public StoredMessage Call { get; private set; } = new();

    public bool Mine { get; private set; }

    public string? Holder { get; private set; }

    /// <summary>What must be minded with this person before anything else.</summary>
    public IReadOnlyList<string> Care { get; private set; } = [];

    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public CallOutcome? Outcome { get; set; }

    [BindProperty]
    public DateParts TryAgainOn { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }
        TryAgainOn = DateParts.Of(time.Today().AddDays(1));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }
        if (Act == "take")
        {
            TempData["Flash"] = await take.OneAsync(id, stop)
                ? null
                : $"Somebody else has this {Round.One}, or it need not be made any more.";
            return Redirect($"{Round.Home}/{id}");
        }
        if (Act == "give-back")
        {
            await take.GiveBackAsync(id, stop);
            return Redirect(Round.Home);
        }
        DateOnly? day = null;
        if (Outcome is null)
        {
            ModelState.AddModelError(nameof(Outcome), $"Choose what came of the {Round.One}");
        }
        else if (Outcome == CallOutcome.NoAnswer && Call.Attempts + 1 < CallList.MostTries)
        {
            if (TryAgainOn.Read("the day to try again", out var read) is { } wrong)
            {
                ModelState.AddModelError(nameof(TryAgainOn), wrong);
            }
            day = read;
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        switch (await record.RecordAsync(id, Outcome!.Value, day, stop))
        {
            case CallRefusal.DayOutOfReach:
                ModelState.AddModelError(
                    nameof(TryAgainOn),
                    $"The day to try again must be after today, and within {RecordCall.FarthestDays} days"
                );
                return Page();
            case CallRefusal.NotYoursAnyMore:
                TempData["Flash"] =
                    $"Nothing was written down: this {Round.One} is not yours any more. Somebody else took it, or it was taken back.";
                return Redirect(Round.Home);
            default:
                TempData["Flash"] = "Written down. Thank you.";
                return Redirect(Round.Home);
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        var channel = Round.Channel;
        if (await db.Set<StoredMessage>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id && m.Channel == channel, stop) is not { } call)
        {
            return false;
        }
        Call = call;
        Care = (await safely.CareAsync([call.PersonId], stop)).Values.FirstOrDefault() ?? [];
        Mine = call.Status == MessageStatus.Queued && call.LeasedBy == actor.Id;
        Holder = !Mine && call.LeasedUntil >= time.GetUtcNow() ? call.LeasedByName : null;
        return true;
    }
}
