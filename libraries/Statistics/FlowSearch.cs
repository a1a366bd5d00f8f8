// Finds another table that fits what is published, in which one count is larger or smaller, at the least cost in counts newly hidden.
namespace Hearth.Statistics;

/// <param name="arcs">The counts and totals.</param>
/// <param name="meeting">For each line of the table (node), the counts and totals in it.</param>
/// <param name="least">The least a hidden count may be.</param>
/// <param name="mayHide">Which shown counts may be hidden if need be.</param>
internal sealed class FlowSearch(
    IReadOnlyList<TableArc> arcs,
    IReadOnlyList<IReadOnlyList<int>> meeting,
    int least,
    Func<int, bool> mayHide
)
{
    private readonly int[] change = new int[arcs.Count];

    /// <summary>The counts that differ in the table found.</summary>
    internal IEnumerable<int> Used => change.Index().Where(arc => arc.Item != 0).Select(arc => arc.Index);

    /// <summary>Moves one count by <paramref name="amount"/>, or as far as it goes; returns how far.</summary>
    internal int Move(int arc, int amount, bool up)
    {
        // A larger count sends more into its end; the same must come back to its start by way of others.
        var (source, sink) = up ? (arcs[arc].To, arcs[arc].From) : (arcs[arc].From, arcs[arc].To);
        var moved = 0;
        while (moved < amount && CheapestPath(arc, source, sink) is { } path)
        {
            var step = path.Min(Room);
            step = Math.Min(step, amount - moved);
            foreach (var (index, forward) in path)
            {
                change[index] += forward ? step : -step;
            }

            moved += step;
        }

        return moved;
    }

    private int Room((int Index, bool Forward) step) => step.Forward ? int.MaxValue : arcs[step.Index].Value + change[step.Index] - least;

    private bool IsOpen(int index) => !arcs[index].Fixed && (arcs[index].IsHidden || change[index] != 0 || mayHide(index));

    // Dijkstra, with counts hidden already, or used already in this move, for nothing.
    private List<(int Index, bool Forward)>? CheapestPath(int moving, int source, int sink)
    {
        var cost = new long[meeting.Count];
        Array.Fill(cost, long.MaxValue);
        var by = new (int Index, bool Forward)[meeting.Count];
        var queue = new PriorityQueue<int, (long Cost, int Node)>();
        cost[source] = 0;
        queue.Enqueue(source, (0, source));
        while (queue.TryDequeue(out var node, out var at))
        {
            if (node == sink)
            {
                return PathTo(sink, source, by);
            }

            if (at.Cost > cost[node])
            {
                continue;
            }

            foreach (var index in meeting[node])
            {
                var forward = arcs[index].From == node;
                if (index == moving || !IsOpen(index) || Room((index, forward)) <= 0)
                {
                    continue;
                }

                var next = forward ? arcs[index].To : arcs[index].From;
                var nextCost = at.Cost + (arcs[index].IsHidden || change[index] != 0 ? 0 : arcs[index].Cost);
                if (nextCost < cost[next])
                {
                    cost[next] = nextCost;
                    by[next] = (index, forward);
                    queue.Enqueue(next, (nextCost, next));
                }
            }
        }

        return null;
    }

    private List<(int Index, bool Forward)> PathTo(int sink, int source, (int Index, bool Forward)[] by)
    {
        var path = new List<(int Index, bool Forward)>();
        for (var node = sink; node != source; )
        {
            path.Add(by[node]);
            node = by[node].Forward ? arcs[by[node].Index].From : arcs[by[node].Index].To;
        }

        return path;
    }
}
