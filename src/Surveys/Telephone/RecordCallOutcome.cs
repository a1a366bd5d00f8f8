// Writes down what came of a call, and what follows: a call-back in the diary, no more asking, no more ringing.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Telephone;

internal sealed record NotYourCall()
    : Refusal("Nothing was written down: this call is not yours any more. A colleague took it, as nothing was done for half an hour");

internal sealed record CallBackOutside(DateOnly Until)
    : Refusal($"Enter a day and a time to ring, after now and by {Until.Spoken()}, between 8am and 9pm", "CallBackOn");

internal sealed record NoteTooLong() : Refusal($"The note must be {Attempt.LongestNote} letters or fewer", "Note");

internal sealed class RecordCallOutcome(
    HearthDb db,
    ClaimHouseholds claims,
    RingUp ringUp,
    EndAsking endAsking,
    Refusals refusals,
    AuditTrail audit,
    Actor actor,
    TimeProvider time
)
{
    private static readonly (TimeOnly From, TimeOnly Until) Polite = (new(8, 0), new(21, 0));

    public async Task<Outcome<Attempt>> RunAsync(
        CallInHand call,
        AttemptOutcome outcome,
        DateTimeOffset? callBackAt,
        string? note,
        CancellationToken stop
    )
    {
        var (now, invitation, survey) = (time.GetUtcNow(), call.Visit.Invitation, call.Visit.Survey);
        if (!await claims.IsMineAsync(invitation.Id, AttemptWay.Telephone, stop))
        {
            return new NotYourCall();
        }
        if (outcome == AttemptOutcome.CallBack && !(callBackAt is { } at && IsPolite(at, now, survey.ClosesOn)))
        {
            return new CallBackOutside(survey.ClosesOn);
        }
        if (note?.Length > Attempt.LongestNote)
        {
            return new NoteTooLong();
        }
        var attempt = new Attempt
        {
            SurveyId = survey.Id,
            InvitationId = invitation.Id,
            Way = AttemptWay.Telephone,
            Outcome = outcome,
            At = now,
            ById = actor.Id,
            By = actor.Name,
            CallBackAt = outcome == AttemptOutcome.CallBack ? callBackAt : null,
            Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
        };
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        db.Add(attempt);
        audit.Write("RecordCall", "survey", survey.Id, AttemptWords.Name(outcome, AttemptWay.Telephone));
        if (outcome is AttemptOutcome.RefusedSurveys or AttemptOutcome.NotByPhone && invitation.PersonId is { } person)
        {
            var kind = outcome == AttemptOutcome.NotByPhone ? MessageKind.Calls : MessageKind.Surveys;
            refusals.SayNo(person, kind, now, $"Telephone, {actor.Name}");
            audit.Write("RecordConsent", "person", person, $"{kind}: no");
        }
        if (AttemptWords.Ends(outcome))
        {
            await endAsking.RunAsync(invitation, outcome, AttemptWay.Telephone, now, stop);
        }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        await ringUp.LetGoAsync(survey.Id, invitation.Id, stop);
        return attempt;
    }

    private static bool IsPolite(DateTimeOffset at, DateTimeOffset now, DateOnly lastDay)
    {
        var (day, hour) = (at.DayInLondon(), TimeOnly.FromTimeSpan(at.InLondon().TimeOfDay));
        return at > now && day <= lastDay && hour >= Polite.From && hour <= Polite.Until;
    }
}
