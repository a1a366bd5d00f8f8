// Puts the regulator's questions of a draft back into their prescribed words, with the landlord's name of today.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires.Measures;

namespace Hearth.Surveys.Questionnaires.RestoreWording;

internal sealed class RestoreWording(HearthDb db, AuditTrail audit, TimeProvider time, ILandlord landlord)
{
    /// <summary>How many questions were changed.</summary>
    public async Task<Outcome<int>> RunAsync(Guid surveyId, CancellationToken stop = default)
    {
        if (await Questionnaire.LoadAsync(db, surveyId, stop) is not { } questionnaire)
        {
            return new SurveyNotFound();
        }
        if (questionnaire.Survey.QuestionsLocked() is { } locked)
        {
            return locked;
        }
        var changed = PrescribedWording.Restore(
            questionnaire,
            MeasureSet.ToHold(questionnaire.Survey, time.Today()),
            landlord.Current.Name
        );
        if (changed == 0)
        {
            return 0;
        }
        audit.Write("RestoreWording", "survey", surveyId, $"{changed} questions");
        return await db.TrySaveAsync(stop) is [var refusal, ..] ? refusal : changed;
    }
}
