// What is held on a person of how they take part, and how it is forgotten: the hours stay in the year's sum, given by nobody.
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.TakingPart;

internal sealed class TakingPartHeld(HearthDb db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers { get; } = [typeof(PersonNeeds), typeof(Interest), typeof(TimeGiven)];

    public async Task<IReadOnlyList<HeldItem>> HeldOnAsync(Guid personId, CancellationToken stop)
    {
        var items = new List<HeldItem>();
        if (await db.Set<PersonNeeds>().AsNoTracking().FirstOrDefaultAsync(n => n.PersonId == personId, stop) is { } needs)
        {
            items.Add(
                new(
                    "You have a phone or computer with the internet",
                    needs.Online switch
                    {
                        true => "Yes",
                        false => "No",
                        null => "Not said",
                    },
                    needs.SaidAt
                )
            );
            items.Add(new("Time you would give", needs.Time is { } time ? TakingPartWords.Of(time) : "Not said", needs.SaidAt));
            items.AddRange(needs.Needs.Select(need => new HeldItem("You need", TakingPartWords.Of(need), needs.SaidAt)));
        }
        var asked = await (
            from interest in db.Set<Interest>().AsNoTracking()
            where interest.PersonId == personId
            join way in db.Set<WayToTakePart>() on interest.WayId equals way.Id
            select new
            {
                interest.AskedAt,
                interest.AnsweredAt,
                way.Name,
            }
        ).ToListAsync(stop);
        items.AddRange(
            asked
                .OrderBy(x => x.AskedAt)
                .Select(x => new HeldItem(
                    "Asked to take part",
                    x.AnsweredAt is { } at ? $"{x.Name}, answered {PersonWords.Day(at.DayInLondon())}" : $"{x.Name}, not answered yet",
                    x.AskedAt
                ))
        );
        var given = await db.Set<TimeGiven>().AsNoTracking().Where(t => t.PersonId == personId).OrderBy(t => t.On).ToListAsync(stop);
        items.AddRange(
            given.Select(t => new HeldItem("Time you gave", $"{TakingPartWords.Hours(t.Minutes)}: {t.What}", t.On.StartInLondon()))
        );
        return items;
    }

    public async Task ForgetAsync(Guid personId, CancellationToken stop)
    {
        db.RemoveRange(await db.Set<PersonNeeds>().Where(n => n.PersonId == personId).ToListAsync(stop));
        db.RemoveRange(await db.Set<Interest>().Where(i => i.PersonId == personId).ToListAsync(stop));
        // the row of the register stays without a name, and so may the hours; the words about them may name anyone
        foreach (var given in await db.Set<TimeGiven>().Where(t => t.PersonId == personId).ToListAsync(stop))
        {
            db.Entry(given).Property(t => t.What).CurrentValue = "";
        }
    }
}
