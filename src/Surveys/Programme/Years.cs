// What the slices of the year share: finding what they change, and saving it so that two officers do not undo each other.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Programme;

internal static class Years
{
    /// <summary>A cycle with its year and the other cycles, tracked; null where it is not there.</summary>
    public static async Task<(ProgrammeYear Year, Cycle Cycle, List<Cycle> All)?> CycleAsync(
        this HearthDb db,
        Guid id,
        CancellationToken stop
    )
    {
        if (await db.Set<Cycle>().FindAsync([id], stop) is not { } cycle)
        {
            return null;
        }
        var year = await db.Set<ProgrammeYear>().SingleAsync(y => y.Id == cycle.YearId, stop);
        return (
            year,
            cycle,
            await db.Set<Cycle>().Where(c => c.YearId == cycle.YearId).OrderBy(c => c.StartsOn).ThenBy(c => c.Number).ToListAsync(stop)
        );
    }

    /// <summary>Saves a change to a year; refuses where somebody else changed it in between.</summary>
    public static async Task<IReadOnlyList<Refusal>> SaveYearAsync(this HearthDb db, ProgrammeYear year, CancellationToken stop)
    {
        year.Touch();
        return (await db.TrySaveAsync(stop)).Count == 0 ? [] : [new YearChangedMeanwhile()];
    }

    /// <summary>Leaves nothing of a change that was refused for the next save to pick up.</summary>
    public static IReadOnlyList<Refusal> Refuse(this HearthDb db, params IEnumerable<Refusal> refusals)
    {
        db.ChangeTracker.Clear();
        return [.. refusals];
    }
}
