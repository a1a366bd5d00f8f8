// Takes households in hand, so that two officers never ring or visit the same one at once: the database decides, not the page.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Fieldwork;

internal sealed class ClaimHouseholds(HearthDb db, IServiceScopeFactory scopes, Actor actor, TimeProvider time)
{
    /// <summary>Takes one in hand, or keeps it longer where it is in one's own. Written at once.</summary>
    /// <returns>False where somebody else has it.</returns>
    public async Task<bool> TakeAsync(Guid survey, Guid invitation, AttemptWay way, DateTimeOffset until, CancellationToken stop)
    {
        var (now, me, name) = (time.GetUtcNow(), actor.Id ?? Guid.Empty, actor.Name);
        var held = db.Set<HouseholdClaim>().Held(now).Select(c => c.InvitationId);
        var free = db.Set<HouseholdClaim>()
            .Where(c => c.InvitationId == invitation && (!held.Contains(c.InvitationId) || (c.HeldById == me && c.Way == way)));
        if (await SetAsync(free) == 1)
        {
            return true;
        }
        try
        {
            // in a scope of its own: where the row is there already, the failure must not stay with the caller's unit of work
            await using var scope = scopes.CreateAsyncScope();
            var own = scope.ServiceProvider.GetRequiredService<HearthDb>();
            own.Add(
                new HouseholdClaim
                {
                    InvitationId = invitation,
                    SurveyId = survey,
                    HeldById = me,
                    HeldBy = name,
                    Way = way,
                    Until = until,
                }
            );
            await own.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return false;
        }

        Task<int> SetAsync(IQueryable<HouseholdClaim> claims) =>
            claims.ExecuteUpdateAsync(
                c =>
                    c.SetProperty(x => x.HeldById, me)
                        .SetProperty(x => x.HeldBy, name)
                        .SetProperty(x => x.Way, way)
                        .SetProperty(x => x.Until, until),
                stop
            );
    }

    /// <summary>True while this officer holds it.</summary>
    public Task<bool> IsMineAsync(Guid invitation, AttemptWay way, CancellationToken stop)
    {
        var (now, me) = (time.GetUtcNow(), actor.Id);
        return db.Set<HouseholdClaim>()
            .AnyAsync(c => c.InvitationId == invitation && c.HeldById == me && c.Way == way && c.Until > now, stop);
    }

    /// <summary>Lets them go, where they are in the hands of this person. Written at once.</summary>
    public Task<int> LetGoAsync(IReadOnlyCollection<Guid> invitations, Guid holder, AttemptWay way, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return db.Set<HouseholdClaim>()
            .Where(c => invitations.Contains(c.InvitationId) && c.HeldById == holder && c.Way == way && c.Until > now)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Until, now), stop);
    }
}
