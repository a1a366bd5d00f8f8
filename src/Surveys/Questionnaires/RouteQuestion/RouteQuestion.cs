// Says who sees a question: everyone, or those who gave a certain answer earlier.
using Hearth.Storage.Public;

namespace Hearth.Surveys.Questionnaires.RouteQuestion;

internal sealed class RouteQuestion(HearthDb db, AuditTrail audit)
{
    /// <param name="on">The earlier question; null shows it to everyone.</param>
    /// <param name="codes">Codes of its options, any of which is enough.</param>
    public async Task<IReadOnlyList<Refusal>> RunAsync(
        Guid surveyId,
        Guid questionId,
        Guid? on,
        IReadOnlyList<string> codes,
        CancellationToken stop = default
    )
    {
        if (await Questionnaire.LoadAsync(db, surveyId, stop) is not { } questionnaire)
        {
            return [new SurveyNotFound()];
        }
        var before = on is { } earlier ? questionnaire.Find(earlier) : null;
        if (questionnaire.Find(questionId) is not { } question || (on is not null && before is null))
        {
            return [new QuestionNotFound()];
        }
        if (questionnaire.ShowOnlyIf(question, before, codes) is { } refusal)
        {
            return [refusal];
        }
        questionnaire.Survey.Touch();
        audit.Write("RouteQuestion", "survey", surveyId, question.Key);
        return await db.TrySaveAsync(stop);
    }
}
