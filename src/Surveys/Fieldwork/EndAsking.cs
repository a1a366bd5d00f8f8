// A household said no to this survey, or has moved: nothing more goes out to it about this survey, by any way.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Fieldwork;

internal sealed class EndAsking(HearthDb db, Outbox outbox, AuditTrail audit)
{
    /// <summary>Ends it and takes back what waits, in the transaction that is open; the caller saves.</summary>
    /// <param name="invitation">Whose.</param>
    /// <param name="because">What came of the try; one that <see cref="AttemptWords.Ends"/>.</param>
    /// <param name="way">Where they said it.</param>
    /// <param name="at">When.</param>
    /// <param name="stop">Gives up.</param>
    public async Task RunAsync(Invitation invitation, AttemptOutcome because, AttemptWay way, DateTimeOffset at, CancellationToken stop)
    {
        // the row first: whoever is just asking this home again holds it, and what they sent is then seen below and taken back
        await db.Set<Invitation>()
            .Where(i => i.Id == invitation.Id)
            .ExecuteUpdateAsync(
                i => i.SetProperty(x => x.EndedAt, (DateTimeOffset?)at).SetProperty(x => x.EndedBecause, (AttemptOutcome?)because),
                stop
            );
        var back = invitation.PersonId is { } person ? await outbox.CancelAsync(invitation.SurveyId, person, stop) : 0;
        audit.Write(
            "StopAsking",
            "survey",
            invitation.SurveyId,
            $"{AttemptWords.Name(because, way)}, {AttemptWords.Where(way)}; {(back == 1 ? "1 message" : $"{back} messages")} taken back"
        );
    }
}
