// Changes the words, choices or bounds of a question in a draft.
using Hearth.Storage.Public;

namespace Hearth.Surveys.Questionnaires.WriteQuestion;

internal sealed class ChangeQuestion(HearthDb db, AuditTrail audit)
{
    public async Task<IReadOnlyList<Refusal>> RunAsync(
        Guid surveyId,
        Guid questionId,
        QuestionDraft draft,
        CancellationToken stop = default
    )
    {
        if (await Questionnaire.LoadAsync(db, surveyId, stop) is not { } questionnaire)
        {
            return [new SurveyNotFound()];
        }
        if (questionnaire.Find(questionId) is not { } question)
        {
            return [new QuestionNotFound()];
        }
        var refusals = questionnaire.Change(question, draft with { Kind = question.Kind });
        if (refusals.Count > 0)
        {
            return refusals;
        }
        questionnaire.Survey.Touch();
        audit.Write("ChangeQuestion", "survey", surveyId, question.Key);
        return await db.TrySaveAsync(stop);
    }
}
