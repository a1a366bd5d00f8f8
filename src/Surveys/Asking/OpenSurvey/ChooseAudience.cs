// Says who a draft asks.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Asking.OpenSurvey;

internal sealed class ChooseAudience(HearthDb db, AuditTrail audit)
{
    public async Task<IReadOnlyList<Refusal>> RunAsync(Guid id, AudienceFilter filter, CancellationToken stop = default)
    {
        if (await db.Set<Survey>().FindAsync([id], stop) is not { } survey)
        {
            return [new SurveyNotFound()];
        }
        switch (survey.Status)
        {
            case SurveyStatus.Open:
                return [new SurveyAlreadyOpen()];
            case SurveyStatus.Closed:
                return [new SurveyAlreadyClosed()];
            case SurveyStatus.Scheduled:
                return [new QuestionsAreLocked(survey.Status)];
        }
        survey.Audience = WhoIsAsked.Write(filter);
        survey.Touch();
        audit.Write("ChooseAudience", "survey", id, WhoIsAsked.Words(filter));
        return await db.TrySaveAsync(stop);
    }
}
