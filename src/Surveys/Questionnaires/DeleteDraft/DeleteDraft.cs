// Deletes a draft that nobody was asked to answer.
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Questionnaires.Audio;
using Hearth.Surveys.Questionnaires.Translations;
using Hearth.Surveys.Sampling;
using Hearth.Surveys.Sampling.SetQuotas;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Questionnaires.DeleteDraft;

internal sealed class DeleteDraft(HearthDb db, AuditTrail audit)
{
    public async Task<IReadOnlyList<Refusal>> RunAsync(Guid id, CancellationToken stop = default)
    {
        if (await Questionnaire.LoadAsync(db, id, stop) is not { } questionnaire)
        {
            return [];
        }
        if (questionnaire.Survey.Status != SurveyStatus.Draft)
        {
            return [new NotADraft()];
        }
        db.RemoveRange(questionnaire.Questions);
        db.RemoveRange(await db.Set<Ladder>().Where(ladder => ladder.SurveyId == id).ToListAsync(stop));
        db.RemoveRange(await db.Set<QuestionVoice>().Where(voice => voice.SurveyId == id).ToListAsync(stop));
        db.RemoveRange(await db.Set<RestOverruled>().Where(overruled => overruled.SurveyId == id).ToListAsync(stop));
        db.RemoveRange(await db.Set<Translation>().Where(text => text.SurveyId == id).ToListAsync(stop));
        db.RemoveRange(await db.Set<Sample>().Where(sample => sample.SurveyId == id).ToListAsync(stop));
        db.RemoveRange(await db.Set<Quota>().Where(quota => quota.SurveyId == id).ToListAsync(stop));
        db.Remove(questionnaire.Survey);
        audit.Write("DeleteDraft", "survey", id, questionnaire.Survey.Title);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.TrySaveAsync(stop) is { Count: > 0 } late)
        {
            return late;
        }
        await db.Set<FrameHome>().Where(home => home.SurveyId == id).ExecuteDeleteAsync(stop);
        await transaction.CommitAsync(stop);
        return [];
    }
}
