// Everything in the loop by its stop, newest first, and who is owed an answer.
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Loop.Round.SeeRound;

[StaffOnly]
internal sealed class RoundModel(LoopLedger ledger, LoopGlance glance, TimeProvider time) : PageModel
{
    /// <summary>At one stop, before the rest is asked for.</summary>
    public const int First = 10;

    /// <summary>A stop to show whole; null shows the newest of each.</summary>
    [BindProperty(SupportsGet = true)]
    public LoopStop? Stop { get; set; }

    public LoopAtAGlance Glance { get; private set; } = null!;
    public IReadOnlyDictionary<Guid, ToldCount> Told { get; private set; } = null!;
    public IReadOnlyList<(LoopStop? Stop, IReadOnlyList<LoopThing> Things)> Stops { get; private set; } = [];
    public DateOnly Today => time.Today();

    public string KindOf(LoopThing thing) => glance.NameOf(thing);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Glance = await glance.ReadAsync(Today.AddYears(-1), stop);
        var things = await ledger.Things.OrderByDescending(thing => thing.On).ThenBy(thing => thing.Id).ToListAsync(stop);
        Told = await glance.ToldAsync(activities: null, stop);
        Stops =
        [
            .. things
                .GroupBy(glance.StopOf)
                .OrderBy(group => group.Key ?? (LoopStop)int.MaxValue)
                .Where(group => Stop is null || group.Key == Stop)
                .Select(group => (group.Key, (IReadOnlyList<LoopThing>)[.. group])),
        ];
    }
}
