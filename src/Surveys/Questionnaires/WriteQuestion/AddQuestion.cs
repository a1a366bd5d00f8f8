// Adds a question of the landlord's own at the end of a draft.
using Hearth.Storage.Public;

namespace Hearth.Surveys.Questionnaires.WriteQuestion;

internal sealed class AddQuestion(HearthDb db, AuditTrail audit)
{
    public async Task<Outcome<Question>> RunAsync(Guid surveyId, QuestionDraft draft, CancellationToken stop = default)
    {
        if (await Questionnaire.LoadAsync(db, surveyId, stop) is not { } questionnaire)
        {
            return new SurveyNotFound();
        }
        var added = questionnaire.Add(draft);
        if (added.Refused)
        {
            return added;
        }
        db.Add(added.Made!);
        audit.Write("AddQuestion", "survey", surveyId, added.Made!.Key);
        return await db.TrySaveAsync(stop) is [var refusal, ..] ? refusal : added;
    }
}
