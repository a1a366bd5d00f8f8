// Gives a topic that was found to a survey of the year that has not begun.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Programme.Topics;

internal sealed class TakeTopic(HearthDb db, AuditTrail audit)
{
    /// <param name="ideaId">The suggestion it comes from; null where it comes from results or comments.</param>
    public async Task<Outcome<Cycle>> RunAsync(Guid yearId, Guid cycleId, string topic, Guid? ideaId, CancellationToken stop = default)
    {
        topic = topic.Trim();
        if (topic.Length == 0)
        {
            return new TopicMissing();
        }
        if (await db.CycleAsync(cycleId, stop) is not { } found || found.Year.Id != yearId)
        {
            return new NoCycleChosen();
        }
        var (year, cycle, _) = found;
        // what was taken before waits again: its survey asks about something else now
        foreach (var earlier in await db.Set<TopicIdea>().Where(i => i.CycleId == cycleId).ToListAsync(stop))
        {
            earlier.CycleId = null;
        }
        cycle.Topic = topic;
        if (ideaId is { } id && await db.Set<TopicIdea>().FindAsync([id], stop) is { SetAsideAt: null } idea)
        {
            idea.CycleId = cycleId;
        }
        var faults = cycle.Faults().ToList();
        if (faults.Count > 0)
        {
            return (List<Refusal>)[.. db.Refuse(faults)];
        }
        audit.Write("TakeTopic", "cycle", cycleId, cycle.Title);
        var refusals = await db.SaveYearAsync(year, stop);
        return refusals.Count > 0 ? (List<Refusal>)[.. refusals] : cycle;
    }
}
