// An officer decides on answers that were kept apart: count them after all, or leave them uncounted for good.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Answering.CheckAnswers;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Fieldwork.SetAside;

internal sealed record AlreadySettled() : Refusal("Somebody has already decided on these answers");

internal sealed record AsideCannotCount(string Why) : Refusal(Why);

internal sealed class SettleAside(HearthDb db, SendAnswers send, AuditTrail audit, Actor actor, TimeProvider time)
{
    /// <summary>True where these may still be counted: given while the survey ran, and no other answer from this home is in.</summary>
    public static bool MayCount(AnswersSetAside kept, Survey survey, bool hasAnswered) =>
        kept.Why == WhyAside.AfterClosing
        && !hasAnswered
        && kept.GivenAt.DayInLondon() >= survey.OpensOn
        && kept.GivenAt.DayInLondon() <= survey.LastDay;

    public async Task<Outcome<AnswersSetAside>> RunAsync(Guid id, bool count, CancellationToken stop)
    {
        if (await db.Set<AnswersSetAside>().FirstOrDefaultAsync(a => a.Id == id && a.SettledAt == null, stop) is not { } kept)
        {
            return new AlreadySettled();
        }
        if (count)
        {
            var invitation = await db.Set<Invitation>().AsNoTracking().FirstAsync(i => i.Id == kept.InvitationId, stop);
            var questionnaire = (await Questionnaire.LoadAsync(db, kept.SurveyId, stop))!;
            var answered = await db.Set<Response>()
                .AnyAsync(r => r.SurveyId == kept.SurveyId && r.HouseholdId == invitation.HouseholdId, stop);
            if (!MayCount(kept, questionnaire.Survey, answered) || invitation.PersonId is null)
            {
                return new AsideCannotCount(
                    answered
                        ? "This home has answered another way: only that answer counts"
                        : "These answers were not given while the survey ran, so they cannot be counted"
                );
            }
            var visit = new Visit(questionnaire.Survey, questionnaire.Questions, invitation, DoorState.Open)
            {
                Sheet = AnswerSheet.Read(kept.Answers),
            };
            var taken = new Taken(kept.Channel, kept.GivenAt, "CountSetAside", "answers that had been set aside", ByStaff: true);
            if (await send.RunAsync(visit, kept.Id, taken, stop) == Sent.AlreadyAnother)
            {
                return new AsideCannotCount("This home has answered another way: only that answer counts");
            }
        }
        (kept.SettledAt, kept.SettledBy, kept.Counted) = (time.GetUtcNow(), actor.Name, count);
        if (count)
        {
            // they are in the response now
            kept.Answers = "{}";
        }
        audit.Write(count ? "CountSetAside" : "LeaveSetAside", "survey", kept.SurveyId);
        await db.SaveChangesAsync(stop);
        return kept;
    }
}
