// A table as a network: counts are flows that balance at every row and column, so another table that fits is another flow.
namespace Hearth.Statistics;

internal sealed class TableNetwork(int nodes, SuppressionRule rule)
{
    private readonly List<TableArc> arcs = [];
    private readonly List<int> totals = [];
    private readonly List<int>[] meeting = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
    private int grandTotal = -1;

    // What a reader knows of any hidden count: it is not negative, and not nought where noughts are shown.
    private int Least => rule.ShowZeros ? 1 : 0;

    internal int Add(int from, int to, int value)
    {
        arcs.Add(new TableArc(from, to, value)
        {
            Fixed = value == 0 && rule.ShowZeros,
            State = value < rule.Threshold && !(value == 0 && rule.ShowZeros) ? CellState.HiddenSmall : CellState.Shown,
            Cost = value + 1L,
        });
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
        // Losing a total costs a reader more than losing any count in the body.
        foreach (var total in totals)
        {
            arcs[total].Cost += arcs[grandTotal].Value;
        }

        int[] small = [.. arcs.Index().Where(arc => arc.Item.State == CellState.HiddenSmall).OrderBy(arc => arc.Item.Value).Select(arc => arc.Index)];
        var reach = small.ToDictionary(arc => arc, _ => default(Reach));
        foreach (var arc in small)
        {
            reach[arc] = Widen(arc, mayHideGrandTotal: false);
            if (reach[arc] == default)
            {
                reach[arc] = Widen(arc, mayHideGrandTotal: true);
            }
        }

        ShowWhatIsNotNeeded(reach);
    }

    private Reach Widen(int arc, bool mayHideGrandTotal)
    {
        var up = Moved(arc, rule.Threshold - arcs[arc].Value, up: true);
        var down = Moved(arc, arcs[arc].Value - Least, up: false);
        return new Reach(up, down);

        int Moved(int moved, int amount, bool up)
        {
            var search = new FlowSearch(arcs, meeting, Least, i => mayHideGrandTotal || i != grandTotal);
            var reached = search.Move(moved, amount, up);
            foreach (var i in search.Used.Where(i => arcs[i].State == CellState.Shown))
            {
                arcs[i].State = CellState.HiddenToProtectAnother;
            }

            return reached;
        }
    }

    private void ShowWhatIsNotNeeded(Dictionary<int, Reach> reach)
    {
        int[] extra = [.. arcs.Index().Where(arc => arc.Item.State == CellState.HiddenToProtectAnother)
            .OrderByDescending(arc => arc.Item.Cost).Select(arc => arc.Index)];
        foreach (var candidate in extra)
        {
            arcs[candidate].State = CellState.Shown;
            var safe = reach.All(small => CanMove(small.Key, small.Value.Up, up: true) && CanMove(small.Key, small.Value.Down, up: false))
                && extra.Where(i => arcs[i].IsHidden).All(i => CanMove(i, 1, up: true) || CanMove(i, 1, up: false));
            if (!safe)
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

    /// <summary>What hiding it would cost.</summary>
    internal required long Cost { get; set; }

    /// <summary>Whether every reader knows it whatever is hidden: a nought where noughts are shown.</summary>
    internal required bool Fixed { get; init; }

    internal required CellState State { get; set; }

    internal bool IsHidden => State != CellState.Shown;
}
