// A home is left out while a survey of the regulator's measures asks it: nobody asks it again, and what waits for it is taken back.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Sampling;

internal sealed class StopAskingLeftOut(HearthDb db, Outbox outbox, AuditTrail audit, TimeProvider time) : IHearsOfLeftOut
{
    public async Task LeftOutAsync(Guid household, LeftOutReason reason, CancellationToken stop)
    {
        var surveys = await db.Set<Survey>()
            .Where(survey => survey.Status == SurveyStatus.Open)
            .Where(survey => db.Set<Question>().Any(question => question.SurveyId == survey.Id && question.Measure != null))
            .Select(survey => survey.Id)
            .ToListAsync(stop);
        var now = time.GetUtcNow();
        foreach (var survey in surveys)
        {
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
            else if (!await IsOnlyInTheFrameAsync(survey, household, stop))
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
    }

    // it could be drawn, or waits in the reserve, and has not been asked
    private async Task<bool> IsOnlyInTheFrameAsync(Guid survey, Guid household, CancellationToken stop) =>
        await db.Set<FrameHome>().AnyAsync(home => home.SurveyId == survey && home.HouseholdId == household, stop)
        && !await db.Set<Invitation>().AnyAsync(i => i.SurveyId == survey && i.HouseholdId == household, stop);
}
