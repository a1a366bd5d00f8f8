// Gives a cycle its topic, its lead officer and the day of the meeting.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Programme.ChangeCycle;

/// <param name="LeadStaffId">Their account; null where they have none.</param>
internal sealed record CycleDetails(string Topic, string Lead, Guid? LeadStaffId, DateOnly MeetsOn);

internal sealed class ChangeCycle(HearthDb db, AuditTrail audit)
{
    public async Task<IReadOnlyList<Refusal>> RunAsync(Guid id, CycleDetails details, CancellationToken stop = default)
    {
        if (await db.CycleAsync(id, stop) is not { } found)
        {
            return [new CycleNotFound()];
        }
        var (year, cycle, _) = found;
        cycle.Topic = details.Topic.Trim();
        cycle.Lead = details.Lead.Trim();
        cycle.LeadStaffId = details.LeadStaffId;
        cycle.MeetsOn = details.MeetsOn;
        var faults = cycle.Faults().ToList();
        if (faults.Count > 0)
        {
            return db.Refuse(faults);
        }
        audit.Write("ChangeCycle", "cycle", id, $"{cycle.Title}; lead: {cycle.Lead}; meeting {cycle.MeetsOn:yyyy-MM-dd}");
        return await db.SaveYearAsync(year, stop);
    }
}
