// A rung that brought nothing home: the message came back, the number was wrong, nobody was in. The household goes up at once.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.Ladders;

internal sealed class BouncedRung(
    HearthDb db,
    Audience audience,
    Outbox outbox,
    RestReader rest,
    AuditTrail audit,
    WordsOfSurveys written,
    TimeProvider time
) : IMessageOutcomes
{
    public async Task OnOutcomeAsync(MessageOutcome outcome, CancellationToken stop)
    {
        if (
            outcome is not { Purpose: InvitationWords.InvitationPurpose or InvitationWords.ReminderPurpose, About: { } id }
            || !Guid.TryParse(outcome.Key.AsSpan(outcome.Key.LastIndexOf('/') + 1), out var household)
        )
        {
            return;
        }
        if (outcome.Status == MessageStatus.Sent)
        {
            await LeftAsync(id, household, outcome, stop);
            return;
        }
        var invitation = await db.Set<Invitation>().FirstOrDefaultAsync(i => i.SurveyId == id && i.HouseholdId == household, stop);
        // it has gone up since, or there is nobody to write to any more
        if (invitation is not { PersonId: { } person } || invitation.Rung != outcome.Channel)
        {
            return;
        }
        audit.Write("RungCameBack", "survey", id, LadderWords.Name(outcome.Channel));
        invitation.CameBackAt = outcome.At;
        if (
            outcome.Reason != OutcomeReasons.SaidNo
            && await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.Status == SurveyStatus.Open, stop)
                is { } survey
            && await db.Set<Ladder>().AsNoTracking().FirstOrDefaultAsync(l => l.SurveyId == id && l.State == LadderState.Climbing, stop)
                is { } ladder
            && await db.Silent(id).AnyAsync(i => i.Id == invitation.Id, stop)
            && (await audience.ForPeopleAsync([person], stop)).GetValueOrDefault(person) is { } member
        )
        {
            await GoUpAsync(survey, ladder, invitation, member, stop);
        }
    }

    // The days that a rung is given count from when the letter was posted or the person was met, not from when it was planned.
    private Task<int> LeftAsync(Guid survey, Guid household, MessageOutcome outcome, CancellationToken stop) =>
        outcome.Channel is Channel.Email or Channel.Text or Channel.WhatsApp
            ? Task.FromResult(0)
            : db.Set<Invitation>()
                .Where(i => i.SurveyId == survey && i.HouseholdId == household && i.Rung == outcome.Channel && i.LastAskedAt < outcome.At)
                .ExecuteUpdateAsync(i => i.SetProperty(x => x.LastAskedAt, outcome.At), stop);

    private async Task GoUpAsync(Survey survey, Ladder ladder, Invitation invitation, AudienceMember member, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var climber = new Climber(
            invitation.Id,
            invitation.HouseholdId,
            member.PersonId,
            invitation.Code,
            invitation.Rung,
            invitation.Tried,
            invitation.LastAskedAt,
            invitation.CameBackAt,
            invitation.Reminders
        );
        var resting = await rest.OfAsync(survey, now, [(member.PersonId, invitation.HouseholdId)], stop);
        var until = resting.Until(member.PersonId, invitation.HouseholdId);
        var step = new Climb(ladder.Rungs, survey.ClosesOn).Next(climber.At(member, inHand: false, until), now.DayInLondon());
        if (step.Kind != StepKind.GoUp || step.On > now.DayInLondon())
        {
            return;
        }
        var words = await written.OfAsync(survey, stop);
        var message = words.Climb(member, step.To, invitation.Code, climber.NeverReached) with { NotBefore = PoliteHours.FromThen(now) };
        if ((await outbox.KnownKeysAsync([message.Key], stop)).Count == 0)
        {
            outbox.Add(message);
        }
        invitation.Reminders += climber.NeverReached ? 0 : 1;
        invitation.Tried = (invitation.Tried ?? invitation.Rung?.Flag() ?? Ways.None) | step.To.Flag();
        invitation.Rung = step.To;
        invitation.LastAskedAt = now;
        invitation.CameBackAt = null;
        if (step.To == Channel.Letter)
        {
            invitation.CodeInLetterAt ??= now;
        }
    }
}
