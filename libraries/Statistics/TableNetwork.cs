// A table as a network: counts are flows that balance at every row and column, so another table that fits is another flow.
namespace Hearth.Statistics;

internal sealed class TableNetwork(int nodes, SuppressionRule rule)
{
    private readonly List<TableArc> arcs = [];
    private readonly HashSet<int> totals = [];
    private readonly List<int>[] meeting = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
    private int grandTotal = -1;

    // What a reader knows of any hidden count: it is not negative, and not nought where noughts are shown.
    private int Least => rule.ShowZeros ? 1 : 0;

    internal int Add(int from, int to, int value)
    {
        arcs.Add(
            new TableArc(from, to, value)
            {
                Fixed = value == 0 && rule.ShowZeros,
                State = value < rule.Threshold && !(value == 0 && rule.ShowZeros) ? CellState.HiddenSmall : CellState.Shown,
            }
        );
        var index = arcs.Count - 1;
        meeting[from].Add(index);
        meeting[to].Add(index);
        return index;
    }

    internal int AddTotal(int from, int to, int value)
    {
        var index = Add(from, to, value);
        totals.Add(index);
        return index;
    }

    internal int AddGrandTotal(int from, int to, int value) => grandTotal = AddTotal(from, to, value);

    internal ProtectedCount Publish(int arc) => new(arcs[arc].Value, arcs[arc].State);

    /// <summary>Hides what must be hidden. Later hiding only widens what earlier counts could be, so one pass is enough.</summary>
    internal void Protect()
    {
        int[] small =
        [
            .. arcs.Index().Where(arc => arc.Item.State == CellState.HiddenSmall).OrderBy(arc => arc.Item.Value).Select(arc => arc.Index),
        ];
        ShowWhatIsNotNeeded(small.ToDictionary(arc => arc, Widen));
    }

    // A reader loses more by a total than by a count in the body, and most by the grand total: that goes only if a small count could be one value only.
    private Reach Widen(int arc)
    {
        var full = new Reach(rule.Threshold - arcs[arc].Value, arcs[arc].Value - Least);
        var reach = Widen(arc, full, i => !totals.Contains(i));
        reach = reach == full ? reach : Widen(arc, full, i => i != grandTotal);
        return reach == default ? Widen(arc, full, _ => true) : reach;
    }

    private Reach Widen(int arc, Reach full, Func<int, bool> mayHide)
    {
        return new Reach(Moved(full.Up, up: true), Moved(full.Down, up: false));

        int Moved(int amount, bool up)
        {
            var search = new FlowSearch(arcs, meeting, Least, mayHide);
            var moved = search.Move(arc, amount, up);
            foreach (var i in search.Used.Where(i => !arcs[i].IsHidden))
            {
                arcs[i].State = CellState.HiddenToProtectAnother;
            }

            return moved;
        }
    }

    // One pass is enough, and leaves no count pinned: a hidden count that could have one value only would help no other, and so be shown here.
    private void ShowWhatIsNotNeeded(Dictionary<int, Reach> reach)
    {
        int[] extra =
        [
            .. arcs.Index()
                .Where(arc => arc.Item.State == CellState.HiddenToProtectAnother)
                .OrderByDescending(arc => totals.Contains(arc.Index))
                .ThenByDescending(arc => arc.Item.Value)
                .Select(arc => arc.Index),
        ];
        foreach (var candidate in extra)
        {
            arcs[candidate].State = CellState.Shown;
            if (!reach.All(small => CanMove(small.Key, small.Value.Up, up: true) && CanMove(small.Key, small.Value.Down, up: false)))
            {
                arcs[candidate].State = CellState.HiddenToProtectAnother;
            }
        }
    }

    private bool CanMove(int arc, int amount, bool up) =>
        amount == 0 || new FlowSearch(arcs, meeting, Least, _ => false).Move(arc, amount, up) == amount;

    private readonly record struct Reach(int Up, int Down);
}

/// <summary>A count, or a total, as an arc of the network.</summary>
internal sealed class TableArc(int from, int to, int value)
{
    internal int From { get; } = from;

    internal int To { get; } = to;

    internal int Value { get; } = value;

    /// <summary>What hiding it would cost a reader.</summary>
    internal long Cost => Value + 1L;

    /// <summary>Whether every reader knows it whatever is hidden: a nought where noughts are shown.</summary>
    internal required bool Fixed { get; init; }

    internal required CellState State { get; set; }

    internal bool IsHidden => State != CellState.Shown;
}
