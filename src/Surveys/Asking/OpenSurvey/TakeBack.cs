// Takes a survey that waits for its first day back to a draft, so that it can be changed.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Asking.OpenSurvey;

internal sealed class TakeBack(HearthDb db, AuditTrail audit)
{
    public async Task<IReadOnlyList<Refusal>> RunAsync(Guid id, CancellationToken stop = default)
    {
        if (await db.Set<Survey>().FindAsync([id], stop) is not { } survey)
        {
            return [new SurveyNotFound()];
        }
        if (survey.Status != SurveyStatus.Scheduled)
        {
            return [new SurveyNotScheduled()];
        }
        survey.Status = SurveyStatus.Draft;
        survey.Touch();
        audit.Write("TakeBackSurvey", "survey", id);
        return await db.TrySaveAsync(stop);
    }
}
