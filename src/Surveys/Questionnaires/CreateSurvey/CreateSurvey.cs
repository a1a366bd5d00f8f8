// Begins a survey as a draft, empty or with the regulator's questions.
using Hearth.Storage.Public;

namespace Hearth.Surveys.Questionnaires.CreateSurvey;

internal sealed class CreateSurvey(HearthDb db, AuditTrail audit, TimeProvider time)
{
    public async Task<Outcome<Survey>> RunAsync(SurveyDetails details, CancellationToken stop = default)
    {
        var survey = new Survey { CreatedAt = time.GetUtcNow() };
        details.WriteTo(survey);
        var faults = survey.Faults().ToList();
        if (faults.Count > 0)
        {
            return faults;
        }
        db.Add(survey);
        audit.Write("CreateSurvey", "survey", survey.Id, survey.Title);
        await db.SaveChangesAsync(stop);
        return survey;
    }
}
