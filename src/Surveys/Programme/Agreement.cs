// A version of the year that the panel agreed, frozen as it stood; and what has changed since.
using System.Text.Json;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Programme;

/// <summary>A cycle as it stood when it was agreed.</summary>
internal sealed record AgreedCycle(Guid Id, int Number, string Topic, string Lead, DateOnly StartsOn, DateOnly MeetsOn)
{
    public static AgreedCycle Of(Cycle cycle) => new(cycle.Id, cycle.Number, cycle.Topic, cycle.Lead, cycle.StartsOn, cycle.MeetsOn);
}

internal sealed class Agreement
{
    public const int LongestBy = 100;
    public const int LongestNote = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid YearId { get; init; }

    /// <summary>1 for the first version agreed, 2 for the next.</summary>
    public int Number { get; init; }
    public DateOnly AgreedOn { get; init; }

    /// <summary>Who agreed it: “Tenants’ panel”.</summary>
    public string By { get; init; } = "";
    public string Note { get; init; } = "";

    /// <summary>The cycles as they stood: JSON of <see cref="AgreedCycle"/>s in the order of their numbers.</summary>
    public string Frozen { get; init; } = "[]";
    public DateTimeOffset RecordedAt { get; init; }

    public IReadOnlyList<AgreedCycle> Cycles => JsonSerializer.Deserialize<List<AgreedCycle>>(Frozen) ?? [];

    public static string Freeze(IEnumerable<Cycle> cycles) =>
        JsonSerializer.Serialize(cycles.OrderBy(cycle => cycle.Number).Select(AgreedCycle.Of));

    /// <summary>What is different now, a line for each thing; empty where nothing is.</summary>
    public IReadOnlyList<string> ChangedSince(IReadOnlyList<Cycle> now)
    {
        List<string> changes = [];
        var then = Cycles;
        foreach (var was in then)
        {
            if (now.FirstOrDefault(cycle => cycle.Id == was.Id) is not { } cycle)
            {
                changes.Add($"Survey {was.Number}{Named(was.Topic)} was taken out.");
                continue;
            }
            if (cycle.Topic != was.Topic)
            {
                changes.Add(
                    was.Topic.Length == 0 ? $"Survey {was.Number} now has a topic: “{cycle.Topic}”."
                    : cycle.Topic.Length == 0 ? $"Survey {was.Number} lost its topic, “{was.Topic}”."
                    : $"Survey {was.Number} asks about “{cycle.Topic}” in place of “{was.Topic}”."
                );
            }
            if (cycle.StartsOn != was.StartsOn)
            {
                changes.Add($"Survey {was.Number} moved from {was.StartsOn.Written()} to {cycle.StartsOn.Written()}.");
            }
            // a meeting that moved with its cycle is said once
            if (cycle.MeetsOn.DayNumber - cycle.StartsOn.DayNumber != was.MeetsOn.DayNumber - was.StartsOn.DayNumber)
            {
                changes.Add($"The meeting of survey {was.Number} moved from {was.MeetsOn.Written()} to {cycle.MeetsOn.Written()}.");
            }
            if (cycle.Lead != was.Lead)
            {
                changes.Add(
                    cycle.Lead.Length == 0 ? $"Nobody leads on survey {was.Number} any more; it was {was.Lead}."
                    : was.Lead.Length == 0 ? $"{cycle.Lead} leads on survey {was.Number}."
                    : $"{cycle.Lead} leads on survey {was.Number} in place of {was.Lead}."
                );
            }
        }
        var known = then.Select(was => was.Id).ToHashSet();
        changes.AddRange(
            now.Where(cycle => !known.Contains(cycle.Id))
                .OrderBy(cycle => cycle.StartsOn)
                .Select(cycle => $"Survey {cycle.Number}{Named(cycle.Topic)} was added, from {cycle.StartsOn.Written()}.")
        );
        return changes;
    }

    private static string Named(string topic) => topic.Length == 0 ? "" : $", “{topic}”,";
}
