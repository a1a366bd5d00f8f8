// What the loop holds on a person, and how it forgets them: the counts stay true, nobody can be found behind them.
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Loop.Forgetting;

internal sealed class PersonInTheLoop(HearthDb db, LoopLedger ledger) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers { get; } = [typeof(Participation), typeof(Telling)];

    public async Task<IReadOnlyList<HeldItem>> HeldOnAsync(Guid personId, CancellationToken stop)
    {
        var took = await (
            from part in ledger.Participations
            where part.PersonId == personId
            join thing in ledger.Things on part.ActivityId equals thing.Id into things
            from thing in things.DefaultIfEmpty()
            select new
            {
                part.At,
                part.Channel,
                Title = thing == null ? null : thing.Title,
            }
        ).ToListAsync(stop);
        var told = await (
            from telling in ledger.Tellings
            where telling.PersonId == personId
            join thing in ledger.Things on telling.ReplyId equals thing.Id into things
            from thing in things.DefaultIfEmpty()
            select new
            {
                telling.PlannedAt,
                telling.ToldAt,
                telling.Channel,
                telling.CameBack,
                Title = thing == null ? null : thing.Title,
            }
        ).ToListAsync(stop);
        return
        [
            .. took.OrderBy(x => x.At)
                .Select(x => new HeldItem("Took part", $"{x.Title ?? "Something since removed"} ({x.Channel})", x.At)),
            .. told.OrderBy(x => x.PlannedAt)
                .Select(x => new HeldItem(
                    x.ToldAt is null ? "To be told what came of it" : "Told what came of it",
                    $"{x.Title ?? "An answer since removed"} ({x.Channel}){(x.CameBack is null ? "" : $": {x.CameBack}")}",
                    x.ToldAt ?? x.PlannedAt
                )),
        ];
    }

    public async Task ForgetAsync(Guid personId, CancellationToken stop)
    {
        var told = (await ledger.ToldOfAsync(personId, stop)).ToHashSet();
        // One new number for each home: it stays one home in the counts, and none that anybody could look up.
        var homes = new Dictionary<Guid, Guid>();
        foreach (var part in await db.Set<Participation>().Where(p => p.PersonId == personId).ToListAsync(stop))
        {
            part.ToldBeforeForgotten = told.Contains(part.ActivityId);
            part.PersonId = null;
            if (part.HouseholdId is { } home)
            {
                part.HouseholdId = homes.TryGetValue(home, out var known) ? known : homes[home] = Guid.CreateVersion7();
            }
        }
        foreach (var telling in await db.Set<Telling>().Where(t => t.PersonId == personId).ToListAsync(stop))
        {
            telling.PersonId = null;
        }
    }
}
