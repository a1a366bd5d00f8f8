// What is held on a person of a household that is left out, and how it is forgotten.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register;

internal sealed class LeftOutHeld(HearthDb db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers { get; } = [typeof(LeftOut)];

    public async Task<IReadOnlyList<HeldItem>> HeldOnAsync(Guid personId, CancellationToken stop) =>
        [
            .. (await Of(personId).AsNoTracking().ToListAsync(stop)).Select(home => new HeldItem(
                "Your home is left out of the yearly survey",
                $"{LeftOutOfSurveys.NameOf(home.Reason)}, since {PersonWords.Day(home.Since)}, looked at again on {PersonWords.Day(home.LookAgainOn)}. {home.Note}".TrimEnd()
            )),
        ];

    public async Task ForgetAsync(Guid personId, CancellationToken stop)
    {
        foreach (var home in await Of(personId).ToListAsync(stop))
        {
            var others = await (
                from member in db.Set<HouseholdMember>()
                join person in db.Set<Person>() on member.PersonId equals person.Id
                where member.HouseholdId == home.HouseholdId && member.PersonId != personId
                where member.LeftOn == null && person.ForgottenAt == null
                select member.Id
            ).AnyAsync(stop);
            if (others)
            {
                // the circumstances may be another's who lives there: whoever looks at it again will see
                home.Note = "";
                home.Version++;
            }
            else
            {
                db.Remove(home);
            }
        }
    }

    private IQueryable<LeftOut> Of(Guid person) =>
        db.Set<LeftOut>()
            .Where(home =>
                db.Set<HouseholdMember>()
                    .Any(member => member.HouseholdId == home.HouseholdId && member.PersonId == person && member.LeftOn == null)
            );
}

/// <summary>Homes whose people have gone are nobody's circumstances any more.</summary>
internal sealed class OldLeftOut(HearthDb db, AuditTrail audit) : IKeptFor
{
    public string Key => "left-out";

    public string What => "That a home was left out of the yearly survey, and why";

    public string Since => "since its tenancy ended";

    public string Then => "The lines are deleted. The numbers that were published stay.";

    public int Usually => 12;

    public int Least => 1;

    public IReadOnlyCollection<Type> Covers { get; } = [typeof(LeftOut)];

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken stop) => Old(before).CountAsync(stop);

    public async Task<int> LetGoAsync(DateTimeOffset before, CancellationToken stop)
    {
        var gone = await Old(before).ExecuteDeleteAsync(stop);
        if (gone > 0)
        {
            audit.Write("LetGo", "left-out", detail: $"{gone} homes");
            await db.SaveChangesAsync(stop);
        }
        return gone;
    }

    private IQueryable<LeftOut> Old(DateTimeOffset before)
    {
        var day = before.DayInLondon();
        return db.Set<LeftOut>()
            .Where(home =>
                !db.Set<Tenancy>()
                    .Any(tenancy => tenancy.HouseholdId == home.HouseholdId && (tenancy.EndedOn == null || tenancy.EndedOn >= day))
            );
    }
}
