// Changes the title, words and dates of a draft; of an open survey only the last day, and only to a later one.
using Hearth.Loop.Public;
using Hearth.Storage.Public;

namespace Hearth.Surveys.Questionnaires.EditSurvey;

internal sealed class EditSurvey(HearthDb db, AuditTrail audit, LoopLedger ledger)
{
    public async Task<IReadOnlyList<Refusal>> RunAsync(Guid id, int version, SurveyDetails details, CancellationToken stop = default)
    {
        if (await db.Set<Survey>().FindAsync([id], stop) is not { } survey)
        {
            return [new SurveyNotFound()];
        }
        if (survey.QuestionsLocked() is { } locked)
        {
            return [locked];
        }
        if (survey.Version != version)
        {
            return [new ChangedMeanwhile()];
        }
        details.WriteTo(survey);
        var faults = survey.Faults().ToList();
        if (faults.Count > 0)
        {
            db.ChangeTracker.Clear();
            return faults;
        }
        survey.Touch();
        audit.Write("EditSurvey", "survey", survey.Id, survey.Title);
        return await db.TrySaveAsync(stop);
    }

    /// <summary>Gives people longer to answer. The promise to tell them moves with it.</summary>
    public async Task<IReadOnlyList<Refusal>> ExtendAsync(Guid id, DateOnly until, CancellationToken stop = default)
    {
        if (await db.Set<Survey>().FindAsync([id], stop) is not { } survey)
        {
            return [new SurveyNotFound()];
        }
        if (survey.Status != SurveyStatus.Open)
        {
            return [new SurveyNotOpen()];
        }
        if (until < survey.ClosesOn)
        {
            return [new LastDayMovedBack(survey.ClosesOn)];
        }
        audit.Write("ExtendSurvey", "survey", survey.Id, $"{survey.ClosesOn:yyyy-MM-dd} to {until:yyyy-MM-dd}");
        survey.ClosesOn = until;
        survey.Touch();
        var thing = await ledger.PlaceAsync("survey", survey.Id, survey.Title, $"/surveys/{survey.Id}", survey.OpensOn, stop);
        thing.TellBy = survey.TellBy;
        return await db.TrySaveAsync(stop);
    }
}
