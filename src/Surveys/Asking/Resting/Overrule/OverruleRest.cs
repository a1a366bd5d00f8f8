// Somebody with authority decides that a survey may ask people who should rest. The reason stays with the survey and in the audit.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.Resting.Overrule;

internal sealed record ReasonMissing()
    : Refusal($"Enter why they are asked all the same, in {OverruleRest.Shortest} letters or more", "Reason");

internal sealed record ReasonTooLong() : Refusal($"Enter at most {OverruleRest.Longest} letters", "Reason");

internal sealed record OverruledAlready() : Refusal("It has been decided already that they are asked all the same");

internal sealed class OverruleRest(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    public const int Shortest = 10;
    public const int Longest = 500;

    public async Task<IReadOnlyList<Refusal>> RunAsync(Guid survey, string? reason, CancellationToken stop)
    {
        reason = reason?.Trim() ?? "";
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == survey, stop) is not { } found)
        {
            return [new SurveyNotFound()];
        }
        if (found.Status == SurveyStatus.Closed)
        {
            return [new SurveyAlreadyClosed()];
        }
        if (reason.Length < Shortest || reason.Length > Longest)
        {
            return [reason.Length < Shortest ? new ReasonMissing() : new ReasonTooLong()];
        }
        if (await db.Set<RestOverruled>().AnyAsync(overruled => overruled.SurveyId == survey, stop))
        {
            return [new OverruledAlready()];
        }
        db.Add(
            new RestOverruled
            {
                SurveyId = survey,
                Reason = reason,
                At = time.GetUtcNow(),
                By = actor.Name,
            }
        );
        audit.Write("OverruleRest", "survey", survey, reason);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return [new OverruledAlready()];
        }
        return [];
    }

    /// <summary>They rest again.</summary>
    public async Task TakeBackAsync(Guid survey, CancellationToken stop)
    {
        if (await db.Set<RestOverruled>().FirstOrDefaultAsync(overruled => overruled.SurveyId == survey, stop) is { } overruled)
        {
            db.Remove(overruled);
            audit.Write("LetRestAgain", "survey", survey);
            await db.SaveChangesAsync(stop);
        }
    }
}
