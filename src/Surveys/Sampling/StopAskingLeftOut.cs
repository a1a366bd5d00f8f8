// A home is left out while a survey of the regulator's measures asks it: nobody asks it again, and what waits for it is taken back.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Sampling;

internal sealed class StopAskingLeftOut(HearthDb db, Outbox outbox, AuditTrail audit, TimeProvider time) : IHearsOfLeftOut
{
    public async Task<string?> LeftOutAsync(Guid household, LeftOutReason reason, CancellationToken stop)
    {
        var surveys = await db.Set<Survey>()
            .Where(survey => survey.Status == SurveyStatus.Open)
            .Where(survey => db.Set<Question>().Any(question => question.SurveyId == survey.Id && question.Measure != null))
            .Select(survey => new { survey.Id, survey.Title })
            .ToListAsync(stop);
        var now = time.GetUtcNow();
        List<string> answered = [];
        foreach (var (survey, title) in surveys.Select(one => (one.Id, one.Title)))
        {
            // what a home has said is not unsaid: the answer counts, and the home with it
            if (await db.Set<Response>().AnyAsync(response => response.SurveyId == survey && response.HouseholdId == household, stop))
            {
                answered.Add(title);
                continue;
            }
            var invitation = await db.Silent(survey)
                .AsNoTracking()
                .Where(i => i.HouseholdId == household)
                .Select(i => new { i.Id, i.PersonId })
                .FirstOrDefaultAsync(stop);
            var back = 0;
            if (invitation is not null)
            {
                await db.Set<Invitation>()
                    .Where(i => i.Id == invitation.Id)
                    .ExecuteUpdateAsync(
                        i =>
                            i.SetProperty(x => x.EndedAt, (DateTimeOffset?)now)
                                .SetProperty(x => x.EndedBecause, (AttemptOutcome?)AttemptOutcome.LeftOut),
                        stop
                    );
                back = await outbox.CancelAsync(survey, invitation.PersonId!.Value, stop);
            }
            else if (
                // it was to be asked when it had rested
                await db.Set<RestingHome>().Where(home => home.SurveyId == survey && home.HouseholdId == household).ExecuteDeleteAsync(stop)
                    == 0
                && !await IsOnlyInTheFrameAsync(survey, household, stop)
            )
            {
                continue;
            }
            if (await db.Set<Sample>().FindAsync([survey], stop) is { } sample)
            {
                sample.LeaveOut(LeftOutOfSurveys.NameOf(reason));
                sample.Version++;
            }
            audit.Write("StopAsking", "survey", survey, $"a home is left out; {(back == 1 ? "1 message" : $"{back} messages")} taken back");
        }
        return answered.Count == 0
            ? null
            : $"It has answered {string.Join(" and ", answered.Select(title => $"“{title}”"))} already: that answer stays and counts.";
    }

    // it could be drawn, or waits in the reserve, and has not been asked
    private async Task<bool> IsOnlyInTheFrameAsync(Guid survey, Guid household, CancellationToken stop) =>
        await db.Set<FrameHome>().AnyAsync(home => home.SurveyId == survey && home.HouseholdId == household, stop)
        && !await db.Set<Invitation>().AnyAsync(i => i.SurveyId == survey && i.HouseholdId == household, stop);
}
