// Adds the regulator's questions to a draft, worded as prescribed, each filter question with them.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;

namespace Hearth.Surveys.Questionnaires.AddMeasures;

internal sealed class AddMeasures(HearthDb db, AuditTrail audit, ILandlord landlord)
{
    /// <param name="codes">TP01 to TP12, in any order.</param>
    public async Task<Outcome<IReadOnlyList<Question>>> RunAsync(
        Guid surveyId,
        IReadOnlyCollection<string> codes,
        CancellationToken stop = default
    )
    {
        if (await Questionnaire.LoadAsync(db, surveyId, stop) is not { } questionnaire)
        {
            return new SurveyNotFound();
        }
        var added = questionnaire.AddMeasures(codes, landlord.Current.Name);
        if (added.Refused)
        {
            return added;
        }
        db.AddRange(added.Made!);
        audit.Write("AddMeasures", "survey", surveyId, string.Join(' ', codes));
        return await db.TrySaveAsync(stop) is [var refusal, ..] ? refusal : added;
    }
}
