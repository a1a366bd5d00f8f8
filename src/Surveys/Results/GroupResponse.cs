// How many of a group were asked and answered. Under 10, and what would give such a number away, is hidden from everyone.
using Hearth.Statistics;

namespace Hearth.Surveys.Results;

/// <param name="Asked">Null when hidden; also null where a group cannot be asked by it (a channel).</param>
/// <param name="Answered">Null when hidden.</param>
/// <param name="Percent">Of those asked; null where either is.</param>
internal sealed record GroupResponse(string Name, int? Asked, int? Answered, decimal? Percent)
{
    public static IReadOnlyList<GroupResponse> From(Grouping grouping, Snapshot snapshot)
    {
        var names = snapshot.Names(grouping);
        var answered = new int[names.Count];
        foreach (var group in snapshot.Groups(grouping))
        {
            answered[group]++;
        }
        var order = grouping.InOrder(names).Select(name => names.ToList().IndexOf(name)).ToList();
        var shownAnswered = Suppression.ProtectList([.. order.Select(at => answered[at])]).Counts;
        if (!snapshot.Asked.ByGroup.TryGetValue(grouping, out var byName))
        {
            return [.. order.Select((at, i) => new GroupResponse(names[at], null, shownAnswered[i].Value, null))];
        }
        var asked = order.Select(at => byName.GetValueOrDefault(names[at])).ToList();
        var shownAsked = Suppression.ProtectList(asked).Counts;
        return
        [
            .. order.Select(
                (at, i) =>
                    new GroupResponse(
                        names[at],
                        shownAsked[i].Value,
                        shownAnswered[i].Value,
                        shownAnswered[i].Value is { } people && shownAsked[i].Value is { } of ? Rounding.Percentage(people, of) : null
                    )
            ),
        ];
    }
}
