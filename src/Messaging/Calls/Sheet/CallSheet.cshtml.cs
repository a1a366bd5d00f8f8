// The calls or visits that somebody has taken, on paper.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Calls.Sheet;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
internal sealed class CallSheetModel(HearthDb db, Safely safely, Actor actor, TimeProvider time) : PageModel, IShowsPeople
{
    public IEnumerable<Guid> PeopleShown => Calls.Select(call => call.PersonId).OfType<Guid>();

    /// <summary>Calls or visits.</summary>
    [FromRoute(Name = "list")]
    public string List { get; set; } = "";

    public Round Round => Round.At(List);

    public IReadOnlyList<StoredMessage> Calls { get; private set; } = [];

    /// <summary>What must be minded with a person.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<string>> Care { get; private set; } = new Dictionary<Guid, IReadOnlyList<string>>();

    /// <summary>What to say, once for all calls with the same words.</summary>
    public IReadOnlyList<(string Why, string Script)> Scripts { get; private set; } = [];

    public DateOnly Today { get; } = time.Today();

    public string Caller => actor.Name;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var channel = Round.Channel;
        Calls = await db.Set<StoredMessage>()
            .AsNoTracking()
            .ToMake(channel, now)
            .HeldBy(actor.Id ?? Guid.Empty, now)
            .OrderBy(m => m.DueAt)
            .ThenBy(m => m.Id)
            .ToListAsync(stop);
        Care = await safely.CareAsync(Calls.Select(call => call.PersonId), stop);
        Scripts = [.. Calls.Select(call => (call.Subject, call.Body)).Distinct()];
    }
}
