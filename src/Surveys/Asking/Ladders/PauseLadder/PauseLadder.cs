// Stops a ladder for a while, and lets it climb again.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Asking.Ladders.PauseLadder;

internal sealed class PauseLadder(HearthDb db, LaddersOfSurveys ladders, AuditTrail audit, Actor actor, TimeProvider time)
{
    public async Task<IReadOnlyList<Refusal>> PauseAsync(Guid survey, CancellationToken stop)
    {
        if (await ladders.FindAsync(survey, stop) is not { State: LadderState.Climbing } ladder)
        {
            return [new LadderNotClimbing()];
        }
        ladder.State = LadderState.Paused;
        ladder.PausedAt = time.GetUtcNow();
        ladder.PausedBy = actor.Name;
        ladder.Version++;
        audit.Write("PauseLadder", "survey", survey);
        return await db.TrySaveAsync(stop);
    }

    public async Task<IReadOnlyList<Refusal>> ResumeAsync(Guid survey, CancellationToken stop)
    {
        if (await ladders.FindAsync(survey, stop) is not { State: LadderState.Paused } ladder)
        {
            return [new LadderNotPaused()];
        }
        ladder.State = LadderState.Climbing;
        (ladder.PausedAt, ladder.PausedBy) = (null, null);
        // today is looked at again: somebody may have come due while it stood still
        ladder.ClimbedOn = null;
        ladder.Version++;
        audit.Write("ResumeLadder", "survey", survey);
        return await db.TrySaveAsync(stop);
    }
}
