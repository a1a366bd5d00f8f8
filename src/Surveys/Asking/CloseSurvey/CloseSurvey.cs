// Closes a survey after its last day, or earlier with a reason; starts the clock of telling everyone; takes back what has not gone out.
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.CloseSurvey;

internal sealed class CloseSurvey(HearthDb db, AuditTrail audit, TimeProvider time, LoopLedger ledger, Outbox outbox)
{
    /// <param name="because">Why it stops before its last day is over; null after it.</param>
    /// <param name="at">The instant it counts as closed; now where it is null.</param>
    public async Task<IReadOnlyList<Refusal>> RunAsync(
        Guid id,
        string? because = null,
        DateTimeOffset? at = null,
        CancellationToken stop = default
    )
    {
        if (await db.Set<Survey>().FindAsync([id], stop) is not { } survey)
        {
            return [new SurveyNotFound()];
        }
        var now = at ?? time.GetUtcNow();
        if (survey.Close(now, because) is { } refusal)
        {
            return [refusal];
        }
        var thing = await ledger.PlaceAsync("survey", survey.Id, survey.Title, $"/surveys/{survey.Id}", survey.OpensOn, stop);
        thing.ClosedOn = survey.LastDay;
        thing.TellBy = survey.TellBy;
        audit.Write("CloseSurvey", "survey", id, survey.StoppedBecause);

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.TrySaveAsync(stop) is { Count: > 0 } refusals)
        {
            return refusals;
        }
        // nobody asks them any more: how many there were stands with the survey
        await db.Set<RestingHome>().Where(home => home.SurveyId == id).ExecuteDeleteAsync(stop);
        await outbox.CancelAsync(id, [InvitationWords.InvitationPurpose, InvitationWords.ReminderPurpose], stop);
        await transaction.CommitAsync(stop);
        return [];
    }
}
