// A household said no to this survey, or has moved: nothing more goes out to it about this survey, by any way.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;

namespace Hearth.Surveys.Fieldwork;

internal sealed class EndAsking(Outbox outbox)
{
    /// <summary>Takes back what waits for them.</summary>
    public async Task RunAsync(Invitation invitation, CancellationToken stop)
    {
        if (invitation.PersonId is { } person)
        {
            await outbox.CancelAsync(invitation.SurveyId, person, stop);
        }
    }

    /// <summary>Invitations that are not to be asked again about their survey.</summary>
    public static IQueryable<Guid> Ended(HearthDb db, Guid survey) =>
        db.Set<Attempt>()
            .Where(a =>
                a.SurveyId == survey
                && (a.Outcome == AttemptOutcome.Refused || a.Outcome == AttemptOutcome.RefusedSurveys || a.Outcome == AttemptOutcome.Moved)
            )
            .Select(a => a.InvitationId);
}
