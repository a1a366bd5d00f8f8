// Moves a cycle to another first day, and the later ones with it where that is asked.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Programme.MoveCycle;

/// <param name="To">The new first day of week 1: a day and not a distance, so that pressing twice moves once.</param>
/// <param name="LaterToo">Cycles that begin after it move by as many days.</param>
internal sealed record Move(Guid Cycle, DateOnly To, bool LaterToo = false);

internal sealed class MoveCycle(HearthDb db, AuditTrail audit)
{
    /// <summary>How many cycles were moved.</summary>
    public async Task<Outcome<int>> RunAsync(Move move, CancellationToken stop = default)
    {
        if (await db.CycleAsync(move.Cycle, stop) is not { } found)
        {
            return new CycleNotFound();
        }
        var (year, cycle, all) = found;
        var days = move.To.DayNumber - cycle.StartsOn.DayNumber;
        if (days == 0)
        {
            return 0;
        }
        var from = cycle.StartsOn;
        var moved = all.Where(other => other.Id == cycle.Id || (move.LaterToo && other.StartsOn > from)).ToList();
        foreach (var other in moved)
        {
            other.MoveTo(other.StartsOn.AddDays(days));
        }
        if (cycle.StartsOn < year.StartsOn || cycle.EndsOn > year.EndsOn)
        {
            return (List<Refusal>)[.. db.Refuse(new MovedOutOfTheYear(year.StartsOn, year.EndsOn))];
        }
        if (moved.FirstOrDefault(other => other.EndsOn > year.EndsOn) is { } last)
        {
            return (List<Refusal>)[.. db.Refuse(new LaterOnesMovedOut(last.Number, year.EndsOn))];
        }
        audit.Write(
            "MoveCycle",
            "cycle",
            cycle.Id,
            $"{cycle.Title}: {from:yyyy-MM-dd} to {move.To:yyyy-MM-dd}{(moved.Count > 1 ? $", and {moved.Count - 1} later" : "")}"
        );
        var refusals = await db.SaveYearAsync(year, stop);
        return refusals.Count > 0 ? (List<Refusal>)[.. refusals] : moved.Count;
    }

    /// <summary>“Survey 8 moved to 4 January 2027, and 1 later one with it.”</summary>
    public static string Said(Cycle cycle, DateOnly to, int moved) =>
        moved switch
        {
            0 => $"Survey {cycle.Number} begins on {to.Written()} already.",
            1 => $"Survey {cycle.Number} moved to {to.Written()}.",
            2 => $"Survey {cycle.Number} moved to {to.Written()}, and 1 later one by as many days.",
            _ => $"Survey {cycle.Number} moved to {to.Written()}, and {moved - 1} later ones by as many days.",
        };
}
