// Takes a household's answers in: response, comments, part taken in the loop, draft gone, all or nothing; acknowledged after the commit. One a home.
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Answering.CheckAnswers;

internal enum Sent
{
    Accepted,

    /// <summary>The same sending came twice (a double click, a reload): it is in, once.</summary>
    AlreadyThisOne,

    /// <summary>Somebody else in the home was first.</summary>
    AlreadyAnother,
}

internal sealed class SendAnswers(Intake intake, TimeProvider time)
{
    /// <summary>Sends the answers on the visit's sheet to the questions that are shown.</summary>
    /// <param name="visit">An open visit.</param>
    /// <param name="sending">Id of this sending: the same page sent twice carries the same.</param>
    /// <param name="stop">Gives up waiting; the answers may still go in.</param>
    public async Task<Sent> RunAsync(Visit visit, Guid sending, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await intake.WriteAsync((scope, token) => WriteAsync(scope, visit, sending, token), stop);
            }
            catch (DbUpdateException) when (attempt < 4)
            {
                // another device, another survey house's file or the same person by another home got in between: look again
            }
        }
    }

    private async Task<Sent> WriteAsync(IServiceProvider scope, Visit visit, Guid sending, CancellationToken stop)
    {
        var db = scope.GetRequiredService<HearthDb>();
        var (survey, invitation) = (visit.Survey, visit.Invitation);
        var first = await db.Set<Response>()
            .Where(r => r.SurveyId == survey.Id && r.HouseholdId == invitation.HouseholdId)
            .Select(r => (Guid?)r.Id)
            .FirstOrDefaultAsync(stop);
        if (first is not null)
        {
            return first == sending ? Sent.AlreadyThisOne : Sent.AlreadyAnother;
        }
        var now = time.GetUtcNow();
        var answers = visit.Sheet.Only(visit.Shown);
        var response = Response.To(invitation, ResponseChannel.Online, now, answers, visit.Shown, sending);
        db.Add(response);
        db.AddRange(Comment.In(response, answers, visit.Shown));
        await scope.GetRequiredService<TookPart>().AddAsync(invitation, ResponseChannel.Online, now, stop);
        await db.Set<DraftResponse>().Where(d => d.InvitationId == invitation.Id).ExecuteDeleteAsync(stop);
        if (invitation.PersonId is { } person)
        {
            await scope.GetRequiredService<Outbox>().CancelAsync(survey.Id, person, stop);
        }
        scope.GetRequiredService<AuditTrail>().Write("SendAnswers", "survey", survey.Id);
        return Sent.Accepted;
    }
}
