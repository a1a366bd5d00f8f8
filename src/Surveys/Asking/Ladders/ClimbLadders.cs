// By day, sends every survey's silent households up their ladder; at any hour takes back what waits for those who have answered or said no.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.Ladders;

internal sealed class ClimbLadders(HearthDb db, ClimbSurvey climb, Outbox outbox, Refusals refusals, TimeProvider time) : IJob
{
    /// <summary>Others' jobs wait behind this one; what is left is done in the next run.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(30);

    public string Name => "climb-ladders";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken stop)
    {
        var today = time.Today();
        var surveys = await db.Set<Survey>()
            .AsNoTracking()
            .Where(s => s.Status == SurveyStatus.Open && s.ClosesOn >= today)
            .OrderBy(s => s.ClosesOn)
            .ToListAsync(stop);
        await TakeBackAsync([.. surveys.Select(s => s.Id)], stop);
        if (!PoliteHours.Are(time.GetUtcNow()))
        {
            return;
        }
        var began = time.GetTimestamp();
        bool Enough() => time.GetElapsedTime(began) > LongestRun;
        var ladders = await db.Set<Ladder>()
            .AsNoTracking()
            .Where(l => l.State == LadderState.Climbing && (l.ClimbedOn == null || l.ClimbedOn < today))
            .ToDictionaryAsync(l => l.SurveyId, stop);
        foreach (var survey in surveys)
        {
            if (ladders.TryGetValue(survey.Id, out var ladder) && await climb.RunAsync(survey, ladder, Enough, stop))
            {
                await db.Set<Ladder>()
                    .Where(l => l.SurveyId == survey.Id && l.Version == ladder.Version)
                    .ExecuteUpdateAsync(l => l.SetProperty(x => x.ClimbedOn, today), stop);
            }
        }
    }

    private async Task TakeBackAsync(IReadOnlyCollection<Guid> surveys, CancellationToken stop)
    {
        IReadOnlySet<Guid>? refused = null;
        foreach (var survey in surveys)
        {
            var waiting = await outbox.WaitingAsync(survey, stop);
            if (waiting.Count == 0)
            {
                continue;
            }
            refused ??= await refusals.OfAsync(MessageKind.Surveys, stop);
            var done = await (
                from response in db.Set<Response>()
                join invitation in db.Set<Invitation>() on response.InvitationId equals invitation.Id
                where response.SurveyId == survey && invitation.PersonId != null
                select invitation.PersonId!.Value
            ).ToListAsync(stop);
            var ended = await db.EndedPeopleAsync(survey, stop);
            List<Guid> back = [.. done.Concat(refused).Concat(ended).Where(waiting.Contains).Distinct()];
            if (back.Count > 0)
            {
                await outbox.CancelAsync(survey, back, stop);
            }
        }
    }
}
