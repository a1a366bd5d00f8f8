// A member of staff suggests a topic; an officer may set it aside.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Programme.Topics;

internal sealed class SuggestTopic(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    public async Task<IReadOnlyList<Refusal>> RunAsync(string topic, string why, CancellationToken stop = default)
    {
        topic = topic.Trim();
        why = why.Trim();
        List<Refusal> faults = [];
        if (topic.Length == 0)
        {
            faults.Add(new TopicMissing());
        }
        if (topic.Length > Cycle.LongestTopic)
        {
            faults.Add(new TopicTooLong());
        }
        if (why.Length > TopicIdea.LongestWhy)
        {
            faults.Add(new WhyTooLong());
        }
        if (faults.Count > 0)
        {
            return faults;
        }
        var idea = new TopicIdea
        {
            Topic = topic,
            Why = why,
            SuggestedBy = actor.Name,
            SuggestedAt = time.GetUtcNow(),
        };
        db.Add(idea);
        audit.Write("SuggestTopic", "topic", idea.Id, topic);
        await db.SaveChangesAsync(stop);
        return [];
    }

    /// <summary>It is not offered any more. One that is not there, or was taken, stays as it is.</summary>
    public async Task SetAsideAsync(Guid id, CancellationToken stop = default)
    {
        if (await db.Set<TopicIdea>().FindAsync([id], stop) is not { CycleId: null, SetAsideAt: null } idea)
        {
            return;
        }
        idea.SetAsideAt = time.GetUtcNow();
        audit.Write("SetTopicAside", "topic", id, idea.Topic);
        await db.SaveChangesAsync(stop);
    }
}
