// Puts one more survey into the year, or takes one out that has no survey yet.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Programme.AddCycle;

internal sealed class AddCycle(HearthDb db, AuditTrail audit)
{
    public async Task<Outcome<Cycle>> RunAsync(Guid id, string topic, DateOnly startsOn, CancellationToken stop = default)
    {
        if (await db.Set<ProgrammeYear>().FindAsync([id], stop) is not { } year)
        {
            return new YearNotFound();
        }
        var highest = await db.Set<Cycle>().Where(c => c.YearId == id).MaxAsync(c => (int?)c.Number, stop) ?? 0;
        var cycle = new Cycle
        {
            YearId = id,
            Number = highest + 1,
            Topic = topic.Trim(),
            StartsOn = startsOn,
            MeetsOn = YearPlan.MeetingOf(startsOn, new WorkingWeek()),
        };
        List<Refusal> faults = [.. cycle.Faults()];
        if (startsOn < year.StartsOn || cycle.EndsOn > year.EndsOn)
        {
            faults.Add(new MovedOutOfTheYear(year.StartsOn, year.EndsOn));
        }
        if (faults.Count > 0)
        {
            return faults;
        }
        db.Add(cycle);
        audit.Write("AddCycle", "cycle", cycle.Id, $"{cycle.Title}, from {startsOn:yyyy-MM-dd}");
        var refusals = await db.SaveYearAsync(year, stop);
        return refusals.Count > 0 ? (List<Refusal>)[.. refusals] : cycle;
    }

    public async Task<IReadOnlyList<Refusal>> TakeOutAsync(Guid id, CancellationToken stop = default)
    {
        if (await db.CycleAsync(id, stop) is not { } found)
        {
            return [new CycleNotFound()];
        }
        var (year, cycle, _) = found;
        if (cycle.SurveyId is not null)
        {
            return [new HasASurvey()];
        }
        db.Remove(cycle);
        foreach (var idea in await db.Set<TopicIdea>().Where(i => i.CycleId == id).ToListAsync(stop))
        {
            idea.CycleId = null;
        }
        audit.Write("TakeOutCycle", "cycle", id, cycle.Title);
        return await db.SaveYearAsync(year, stop);
    }
}
