// Moves a question of a draft one place up or down.
using Hearth.Storage.Public;

namespace Hearth.Surveys.Questionnaires.ArrangeQuestions;

internal sealed class MoveQuestion(HearthDb db, AuditTrail audit)
{
    public async Task<Outcome<Question>> RunAsync(Guid surveyId, Guid questionId, bool up, CancellationToken stop = default)
    {
        if (await Questionnaire.LoadAsync(db, surveyId, stop) is not { } questionnaire)
        {
            return new SurveyNotFound();
        }
        if (questionnaire.Find(questionId) is not { } question)
        {
            return new QuestionNotFound();
        }
        if (questionnaire.Move(question, up) is { } refusal)
        {
            return refusal;
        }
        audit.Write("MoveQuestion", "survey", surveyId, $"{question.Key} to {question.Position}");
        return await db.TrySaveAsync(stop) is [var late, ..] ? late : question;
    }
}
