// Starts, or throws away, a working copy of the questions of an open survey. Tenants see nothing of it until it is put in use.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Questionnaires.Editions.ChangeLive;

internal sealed record OnlyWhileOpen()
    : Refusal("Only an open survey needs a new version. A draft is simply changed, and a closed one is copied");

internal sealed record ChangeIsUnderWay() : Refusal("Somebody has started a new version already. Go on with that one");

internal sealed class StartChange(HearthDb db, AuditTrail audit, TimeProvider time)
{
    public async Task<Outcome<Survey>> RunAsync(Guid id, CancellationToken stop = default)
    {
        if (await Questionnaire.LoadAsync(db, id, stop) is not { Survey.IsWorkingCopy: false } live)
        {
            return new SurveyNotFound();
        }
        if (live.Survey.Status != SurveyStatus.Open)
        {
            return new OnlyWhileOpen();
        }
        if (await WorkingCopyAsync(db, id, stop) is not null)
        {
            return new ChangeIsUnderWay();
        }
        var copy = live.Survey.WorkingCopy(time.GetUtcNow());
        copy.RevisionOf = id;
        db.Add(copy);
        db.AddRange(live.CopyFor(copy.Id));
        audit.Write("StartSurveyVersion", "survey", id, $"version {live.Survey.Edition + 1}");
        return await db.TrySaveAsync(stop) is [var late, ..] ? late : copy;
    }

    public async Task ThrowAwayAsync(Guid id, CancellationToken stop = default)
    {
        if (await WorkingCopyAsync(db, id, stop) is not { } copy)
        {
            return;
        }
        db.RemoveRange(
            await db.Set<Question>().IgnoreQueryFilters([Question.AskedNoMore]).Where(q => q.SurveyId == copy.Id).ToListAsync(stop)
        );
        db.Remove(copy);
        audit.Write("ThrowAwaySurveyVersion", "survey", id);
        await db.TrySaveAsync(stop);
    }

    /// <summary>The working copy of a survey's next version, tracked; null where there is none.</summary>
    public static Task<Survey?> WorkingCopyAsync(HearthDb db, Guid id, CancellationToken stop) =>
        db.Set<Survey>().IgnoreQueryFilters([Survey.Copies]).FirstOrDefaultAsync(survey => survey.RevisionOf == id, stop);
}
