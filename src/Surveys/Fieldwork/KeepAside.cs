// Keeps answers apart that came second or too late: once, however often they are sent.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Fieldwork;

internal sealed class KeepAside(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    /// <summary>Written at once; the caller has nothing else in its unit of work.</summary>
    public async Task RunAsync(
        Invitation invitation,
        Guid id,
        ResponseChannel channel,
        WhyAside why,
        string? detail,
        DateTimeOffset givenAt,
        string answers,
        CancellationToken stop
    )
    {
        db.Add(
            new AnswersSetAside
            {
                Id = id,
                SurveyId = invitation.SurveyId,
                InvitationId = invitation.Id,
                Channel = channel,
                Why = why,
                Detail = detail,
                GivenAt = givenAt,
                CameAt = time.GetUtcNow(),
                TakenById = actor.Id,
                TakenBy = actor.Name,
                Answers = answers,
            }
        );
        audit.Write("SetAnswersAside", "survey", invitation.SurveyId, AsideWords.Of(why));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            // the same answers, sent twice at once: they are kept
        }
        db.ChangeTracker.Clear();
    }
}
