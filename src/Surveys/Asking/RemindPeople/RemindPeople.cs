// Reminds those who have not answered, each at most once in seven days, and takes back what is still waiting for those who have.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.RemindPeople;

/// <summary>Who would be reminded now, and who would not.</summary>
/// <param name="Answered">Households that have answered.</param>
/// <param name="Recent">Not answered, but written to in the last seven days, or with a message still on its way.</param>
/// <param name="Ended">Not answered; they said no at the door or on the telephone, or have moved.</param>
/// <param name="Resting">Not answered; something else asked them lately.</param>
/// <param name="NotReached">Not answered; they have said no since, may not be contacted, or no way to them is held any more.</param>
internal sealed record Reminding(
    IReadOnlyList<(Invitation Invitation, AudienceMember Member, Channel Channel)> People,
    int Answered,
    int Recent,
    int NotReached,
    int Resting = 0,
    int Ended = 0
);

internal sealed class RemindPeople(
    HearthDb db,
    AuditTrail audit,
    TimeProvider time,
    Audience audience,
    Outbox outbox,
    RestReader rest,
    WordsOfSurveys written
)
{
    /// <summary>Looks, and changes nothing.</summary>
    public async Task<Reminding> LookAsync(Guid surveyId, DateTimeOffset at, CancellationToken stop = default)
    {
        var answered = await db.Set<Response>().Where(r => r.SurveyId == surveyId).CountAsync(stop);
        var silent = await db.Silent(surveyId).AsNoTracking().ToListAsync(stop);
        var ended = await db.Ended(surveyId).CountAsync(stop);
        var waiting = await outbox.WaitingAsync(surveyId, stop);
        var before = at.AddDays(-RemindersAsked.DaysBetween);
        var due = silent.Where(i => i.LastAskedAt <= before && !waiting.Contains(i.PersonId!.Value)).ToList();
        var members = await audience.ForPeopleAsync([.. due.Select(i => i.PersonId!.Value)], stop);
        var resting = await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == surveyId, stop) is { } survey
            ? await rest.OfAsync(survey, at, null, stop)
            : Rest.None;
        var rested = 0;
        List<(Invitation, AudienceMember, Channel)> people = [];
        foreach (var invitation in due)
        {
            if (members.TryGetValue(invitation.PersonId!.Value, out var member) && Reach.WayTo(member) is { } channel)
            {
                if (resting.Holds(member, at.DayInLondon()))
                {
                    rested++;
                    continue;
                }
                people.Add((invitation, member, channel));
            }
        }
        return new(people, answered, silent.Count - due.Count, due.Count - people.Count - rested, rested, ended);
    }

    /// <summary>Reminds them; gives how many.</summary>
    public async Task<Outcome<Reminding>> RunAsync(Guid surveyId, DateTimeOffset? at = null, CancellationToken stop = default)
    {
        var now = at ?? time.GetUtcNow();
        if (await db.Set<Survey>().FindAsync([surveyId], stop) is not { } survey)
        {
            return new SurveyNotFound();
        }
        if (survey.Status != SurveyStatus.Open)
        {
            return new SurveyNotOpen();
        }
        var look = await LookAsync(surveyId, now, stop);
        if (look.People.Count == 0)
        {
            return new NobodyToRemind();
        }
        survey.Touch();
        audit.Write("RemindPeople", "survey", surveyId, $"{look.People.Count} people");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // of two officers who press the button at once, one gets no further than this
        if (await db.TrySaveAsync(stop) is [var late, ..])
        {
            return late;
        }
        var words = await written.OfAsync(survey, stop);
        await outbox.AddManyAsync(
            look.People.Select(x => words.Remind(x.Member, x.Channel, x.Invitation.Code, x.Invitation.Reminders + 1)).ByDay(now),
            stop
        );
        await AskedAgain.MarkAsync(db, look.People.Select(x => (x.Invitation, x.Channel)), now, stop);
        // after the mark: whoever says no at this moment either waits for it, or is seen here
        await TakeBackAsync(surveyId, stop);
        await transaction.CommitAsync(stop);
        return look;
    }

    // a household answers once, and a no holds: whatever still waits for somebody who did either is taken back
    private async Task TakeBackAsync(Guid surveyId, CancellationToken stop)
    {
        var done = await (
            from response in db.Set<Response>()
            join invitation in db.Set<Invitation>() on response.InvitationId equals invitation.Id
            where response.SurveyId == surveyId && invitation.PersonId != null
            select invitation.PersonId!.Value
        ).ToListAsync(stop);
        await outbox.CancelAsync(surveyId, [.. done, .. await db.EndedPeopleAsync(surveyId, stop)], stop);
    }
}
