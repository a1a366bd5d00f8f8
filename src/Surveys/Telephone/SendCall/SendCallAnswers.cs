// Sends what was answered on a call: once, the first answer of a home counted, a second one kept aside.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Answering.CheckAnswers;
using Hearth.Surveys.Fieldwork;

namespace Hearth.Surveys.Telephone.SendCall;

internal sealed class SendCallAnswers(HearthDb db, SendAnswers send, KeepAside aside, RingUp ringUp, Actor actor, TimeProvider time)
{
    /// <returns>Null where they are in; the answer that was first, where these are set aside.</returns>
    public async Task<FirstAnswer?> RunAsync(CallInHand call, Guid sending, CancellationToken stop)
    {
        var (invitation, now) = (call.Visit.Invitation, time.GetUtcNow());
        var attempt = new Attempt
        {
            SurveyId = invitation.SurveyId,
            InvitationId = invitation.Id,
            Way = AttemptWay.Telephone,
            Outcome = AttemptOutcome.Answered,
            At = now,
            ById = actor.Id,
            By = actor.Name,
        };
        var sent = await send.RunAsync(call.Visit, sending, Taken.ByTelephone with { Beside = attempt }, stop);
        FirstAnswer? first = null;
        if (sent == Sent.AlreadyAnother)
        {
            db.ChangeTracker.Clear();
            first = await FirstAnswer.OfAsync(db, invitation.SurveyId, invitation.HouseholdId, stop);
            var answers = call.Visit.Sheet.Only(call.Visit.Shown).Write();
            await aside.RunAsync(invitation, sending, ResponseChannel.Telephone, WhyAside.AnsweredBefore, null, now, answers, stop);
        }
        await ringUp.LetGoAsync(invitation.SurveyId, invitation.Id, stop);
        return first;
    }
}
