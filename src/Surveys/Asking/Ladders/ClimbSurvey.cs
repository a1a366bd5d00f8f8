// Sends those who are due up one rung, some hundreds at a time: message, invitation and audit line together or not at all.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.Ladders;

internal sealed class ClimbSurvey(
    HearthDb db,
    AuditTrail audit,
    TimeProvider time,
    Audience audience,
    Outbox outbox,
    RestReader rest,
    WordsOfSurveys written
)
{
    private const int Batch = 500;

    /// <summary>Sends up everybody who is due today. It may be cut off after any batch and run again: whoever went up is not due any more.</summary>
    /// <param name="survey">An open survey.</param>
    /// <param name="ladder">Its ladder, climbing.</param>
    /// <param name="enough">True once this run has taken long enough.</param>
    /// <param name="stop">Gives up between two batches.</param>
    /// <returns>True when nobody is left who was due.</returns>
    public async Task<bool> RunAsync(Survey survey, Ladder ladder, Func<bool> enough, CancellationToken stop)
    {
        var today = time.Today();
        var climb = new Climb(ladder.Rungs, survey.ClosesOn);
        var due = await db.Silent(survey.Id).AsNoTracking().Due(ladder, today).Select(i => i.Id).ToListAsync(stop);
        var waiting = await outbox.WaitingAsync(survey.Id, stop);
        var all = true;
        foreach (var some in due.Chunk(Batch))
        {
            if (enough() || stop.IsCancellationRequested)
            {
                return false;
            }
            // somebody answered, or another node was first: look at these again
            var went = false;
            for (var look = 0; look < 3 && !went; look++)
            {
                db.ChangeTracker.Clear();
                went = await ClimbSomeAsync(survey, climb, some, waiting, today, stop);
            }
            all &= went;
        }
        db.ChangeTracker.Clear();
        return all;
    }

    private async Task<bool> ClimbSomeAsync(
        Survey survey,
        Climb climb,
        Guid[] some,
        IReadOnlySet<Guid> waiting,
        DateOnly today,
        CancellationToken stop
    )
    {
        var climbers = await db.Silent(survey.Id).AsNoTracking().Where(i => some.Contains(i.Id)).AsClimbers().ToListAsync(stop);
        var members = await audience.ForPeopleAsync([.. climbers.Select(c => c.Person)], stop);
        var resting = await rest.OfAsync(survey, time.GetUtcNow(), [.. climbers.Select(c => (c.Person, c.Household))], stop);
        List<GoingUp> up = [];
        List<Guid> topped = [];
        foreach (var climber in climbers)
        {
            var member = members.GetValueOrDefault(climber.Person);
            var step = climb.Next(
                climber.At(member, waiting.Contains(climber.Person), resting.Until(climber.Person, climber.Household)),
                today
            );
            if (step.Kind == StepKind.GoUp && step.On <= today)
            {
                up.Add(new(climber, member!, step.To));
            }
            else if (step.Kind == StepKind.Top)
            {
                topped.Add(climber.Invitation);
            }
        }
        return up.Count + topped.Count == 0 || await SaveAsync(survey, up, topped, stop);
    }

    private async Task<bool> SaveAsync(Survey survey, List<GoingUp> up, List<Guid> topped, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (up.Count > 0)
        {
            var by = up.CountBy(one => one.To).OrderBy(way => way.Key).Select(way => LadderWords.Count(way.Key, way.Value));
            audit.Write("ClimbLadder", "survey", survey.Id, string.Join(", ", by));
            await db.SaveChangesAsync(stop);
        }
        foreach (var group in up.GroupBy(one => (one.Climber.Rung, one.Climber.Tried, one.To, one.Climber.NeverReached)))
        {
            var ids = group.Select(one => one.Climber.Invitation).ToList();
            var stillThere = db.Silent(survey.Id).Where(i => ids.Contains(i.Id) && i.Rung == group.Key.Rung && i.Tried == group.Key.Tried);
            var tried = (group.Key.Tried ?? group.Key.Rung?.Flag() ?? Ways.None) | group.Key.To.Flag();
            if (await MarkAsync(stillThere, group.Key.To, tried, group.Key.NeverReached, now, stop) != ids.Count)
            {
                await transaction.RollbackAsync(stop);
                return false;
            }
        }
        await db.Set<Invitation>()
            .Where(i => topped.Contains(i.Id))
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.ToppedAt, now).SetProperty(x => x.CameBackAt, (DateTimeOffset?)null), stop);
        var words = await written.OfAsync(survey, stop);
        var messages = up.Select(one => words.Climb(one.Member, one.To, one.Climber.Code, one.Climber.NeverReached)).ToList();
        // each way once for each home, ever: also where an officer has taken a rung out and put it back
        var known = await outbox.KnownKeysAsync([.. messages.Select(message => message.Key)], stop);
        await outbox.AddManyAsync(messages.Where(message => !known.Contains(message.Key)), stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private static async Task<int> MarkAsync(
        IQueryable<Invitation> invitations,
        Channel to,
        Ways tried,
        bool first,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var again = first ? 0 : 1;
        DateTimeOffset? letter = to == Channel.Letter ? now : null;
        return await invitations.ExecuteUpdateAsync(
            i =>
                i.SetProperty(x => x.Rung, to)
                    .SetProperty(x => x.Tried, tried)
                    .SetProperty(x => x.LastAskedAt, now)
                    .SetProperty(x => x.CameBackAt, (DateTimeOffset?)null)
                    .SetProperty(x => x.Reminders, x => x.Reminders + again)
                    .SetProperty(x => x.CodeInLetterAt, x => x.CodeInLetterAt ?? letter),
            stop
        );
    }

    private sealed record GoingUp(Climber Climber, AudienceMember Member, Channel To);
}
