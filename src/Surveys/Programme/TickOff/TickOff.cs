// Writes down that a step was done which Hearth cannot see itself: the report, the meeting, the next one prepared. Or that it was not.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Programme.TickOff;

internal sealed class TickOff(HearthDb db, AuditTrail audit, TimeProvider time)
{
    /// <param name="on">The day it was done; null where it was not done after all.</param>
    public async Task<IReadOnlyList<Refusal>> RunAsync(Guid id, Step step, DateOnly? on, CancellationToken stop = default)
    {
        if (await db.CycleAsync(id, stop) is not { } found)
        {
            return [new CycleNotFound()];
        }
        if (on > time.Today())
        {
            return [new DoneInTheFuture()];
        }
        var (year, cycle, _) = found;
        switch (step)
        {
            case Step.Reported:
                cycle.ReportedOn = on;
                break;
            case Step.Met:
                cycle.MetOn = on;
                break;
            case Step.Prepared:
                cycle.PreparedOn = on;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, "Hearth sees this step itself.");
        }
        audit.Write("TickOff", "cycle", id, $"{step}: {(on is { } day ? day.ToString("yyyy-MM-dd", Culture.English) : "not done")}");
        return await db.SaveYearAsync(year, stop);
    }
}
