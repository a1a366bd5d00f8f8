// That a person took part is forgotten when its time has passed; that somebody did stays counted.
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Loop.Forgetting;

internal sealed class OldParticipations(HearthDb db, AuditTrail audit) : IKeptFor
{
    public string Key => "participations";

    public string What => "Who took part in what, and who was told";

    public string Since => "since they took part";

    public string Then => "The names are cut from the lines. The counts stay: how many took part, how many were told.";

    public int Usually => 72;

    // everyone is to be told what came of what they said, and asked whether it was done
    public int Least => 12;

    public IReadOnlyCollection<Type> Covers { get; } = [typeof(Participation), typeof(Telling)];

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken stop) => Old(before).CountAsync(stop);

    public async Task<int> LetGoAsync(DateTimeOffset before, CancellationToken stop)
    {
        var gone = 0;
        while (true)
        {
            var parts = await Old(before).OrderBy(p => p.At).ThenBy(p => p.Id).Take(500).ToListAsync(stop);
            if (parts.Count == 0)
            {
                return gone;
            }
            var activities = parts.Select(p => p.ActivityId).Distinct().ToList();
            var people = parts.Select(p => p.PersonId!.Value).Distinct().ToList();
            var told = (
                await (
                    from telling in db.Set<Telling>()
                    where telling.PersonId != null && people.Contains(telling.PersonId.Value) && telling.ToldAt != null
                    join link in db.Set<LoopLink>() on telling.ReplyId equals link.ToId
                    where activities.Contains(link.FromId)
                    select new { link.FromId, telling.PersonId }
                ).ToListAsync(stop)
            ).ToHashSet();
            foreach (var part in parts)
            {
                part.ToldBeforeForgotten = told.Contains(new { FromId = part.ActivityId, part.PersonId });
                foreach (
                    var telling in await db.Set<Telling>()
                        .Where(t => t.PersonId == part.PersonId && t.ActivityId == part.ActivityId)
                        .ToListAsync(stop)
                )
                {
                    telling.PersonId = null;
                }
                part.PersonId = null;
                part.HouseholdId = part.HouseholdId is null ? null : Guid.CreateVersion7();
            }
            audit.Write("LetGo", "participation", detail: $"{parts.Count} participations lost their names");
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
            gone += parts.Count;
        }
    }

    private IQueryable<Participation> Old(DateTimeOffset before) => db.Set<Participation>().Where(p => p.PersonId != null && p.At < before);
}
