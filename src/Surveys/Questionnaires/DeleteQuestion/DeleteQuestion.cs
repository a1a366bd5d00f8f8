// Takes a question out of a draft.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires.Audio;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Questionnaires.DeleteQuestion;

internal sealed class DeleteQuestion(HearthDb db, AuditTrail audit)
{
    public async Task<IReadOnlyList<Refusal>> RunAsync(Guid surveyId, Guid questionId, CancellationToken stop = default)
    {
        if (await Questionnaire.LoadAsync(db, surveyId, stop) is not { } questionnaire)
        {
            return [new SurveyNotFound()];
        }
        if (questionnaire.Find(questionId) is not { } question)
        {
            return [];
        }
        if (questionnaire.Remove(question) is { } refusal)
        {
            return [refusal];
        }
        if (!question.Retired)
        {
            db.Remove(question);
        }
        db.RemoveRange(await db.Set<QuestionVoice>().Where(voice => voice.QuestionId == questionId).ToListAsync(stop));
        audit.Write("DeleteQuestion", "survey", surveyId, question.Key);
        return await db.TrySaveAsync(stop);
    }
}
