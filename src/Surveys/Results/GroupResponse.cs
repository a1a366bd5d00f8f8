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
        var shownAnswered = Shown(grouping, snapshot, answered, order, response => response.Answered);
        if (!snapshot.Asked.ByGroup.TryGetValue(grouping, out var byName))
        {
            return [.. order.Select(at => new GroupResponse(names[at], null, shownAnswered[at], null))];
        }
        int[] asked = [.. names.Select(name => byName.GetValueOrDefault(name))];
        var shownAsked = Shown(grouping, snapshot, asked, order, response => response.Asked);
        return
        [
            .. order.Select(at => new GroupResponse(
                names[at],
                shownAsked[at],
                shownAnswered[at],
                shownAnswered[at] is { } people && shownAsked[at] is { } of ? Rounding.Percentage(people, of) : null
            )),
        ];
    }

    /// <summary>The counts of each group that may be shown, also beside the groups it lies in; null in place of one that may not.</summary>
    private static int?[] Shown(
        Grouping grouping,
        Snapshot snapshot,
        int[] counts,
        IReadOnlyList<int> order,
        Func<GroupResponse, int?> beside
    )
    {
        var shown = new int?[counts.Length];
        foreach (var (i, count) in Suppression.ProtectList([.. order.Select(at => counts[at])]).Counts.Index())
        {
            shown[order[i]] = count.Value;
        }
        foreach (var nesting in snapshot.NestedIn(grouping))
        {
            if (snapshot.ResponseAlone(nesting.Coarser).All(row => beside(row) is null))
            {
                // nothing stands beside it: nobody is asked by a channel
                continue;
            }
            var coarser = snapshot.ResponseAlone(nesting.Coarser);
            var also = nesting
                .Showable(counts, snapshot.Names(nesting.Coarser), name => beside(coarser.First(row => row.Name == name)) is not null)
                .ToHashSet();
            foreach (var at in Enumerable.Range(0, counts.Length).Where(at => nesting.Parents[at] >= 0 && !also.Contains(at)))
            {
                shown[at] = null;
            }
        }
        return shown;
    }
}
