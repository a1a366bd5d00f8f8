// Sets how a survey asks those who stay silent, before it opens or while it runs.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.Ladders.ChangeLadder;

internal sealed class ChangeLadder(HearthDb db, LaddersOfSurveys ladders, AuditTrail audit)
{
    /// <param name="survey">Not closed.</param>
    /// <param name="rungs">From the bottom up; null asks everybody once.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<IReadOnlyList<Refusal>> RunAsync(Guid survey, IReadOnlyList<Rung>? rungs, CancellationToken stop = default)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == survey, stop) is not { } found)
        {
            return [new SurveyNotFound()];
        }
        if (found.Status == SurveyStatus.Closed)
        {
            return [new LadderOfAClosedSurvey()];
        }
        var ladder = await ladders.FindAsync(survey, stop);
        if (ladder is null)
        {
            ladder = await ladders.OfAsync(found, stop);
            db.Add(ladder);
        }
        if (rungs is null)
        {
            ladder.State = LadderState.Off;
        }
        else
        {
            ladder.Rungs = [.. rungs];
            ladder.State = ladder.State == LadderState.Off ? LadderState.Climbing : ladder.State;
        }
        ladder.ClimbedOn = null;
        ladder.Version++;
        audit.Write("ChangeLadder", "survey", survey, ladder.InWords);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.TrySaveAsync(stop) is { Count: > 0 } late)
        {
            return late;
        }
        // there may be a rung left for them now
        await db.Set<Invitation>()
            .Where(i => i.SurveyId == survey && i.ToppedAt != null)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.ToppedAt, (DateTimeOffset?)null), stop);
        await transaction.CommitAsync(stop);
        return [];
    }
}
