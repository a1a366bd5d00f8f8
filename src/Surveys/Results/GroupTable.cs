// A question's answers by group, as anyone may see them: small numbers hidden, and those from which a small one could be worked out.
using Hearth.Statistics;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Results;

/// <summary>A share of a group with its range; or, in its place, why it is not shown.</summary>
/// <param name="Value">Per cent to one place, or the mean of numbers.</param>
/// <param name="Low">Lower end of the range, in per cent.</param>
/// <param name="High">Upper end.</param>
/// <param name="Hidden">Hidden to protect people; otherwise a missing value means too few to say.</param>
internal readonly record struct GroupShare(decimal? Value, decimal? Low = null, decimal? High = null, bool Hidden = false)
{
    public static GroupShare Protected { get; } = new(null, Hidden: true);
    public static GroupShare TooFew { get; } = new(null);
}

/// <param name="People">The group's base; null when hidden.</param>
internal sealed record GroupRow(string Name, int? People, IReadOnlyList<GroupShare> Shares);

/// <param name="Columns">What each share is of: “Satisfied”, an option's label, “Mean”.</param>
internal sealed record GroupTable(Grouping Grouping, IReadOnlyList<string> Columns, IReadOnlyList<GroupRow> Rows)
{
    /// <summary>A share is given from this many answers on: under it, chance says more than people do.</summary>
    public const int FewestForShare = 30;

    public bool AnyHidden => Rows.Any(row => row.People is null || row.Shares.Any(share => share.Hidden));
    public bool AnyTooFew => Rows.Any(row => row.People is not null && row.Shares.Any(share => !share.Hidden && share.Value is null));

    public static GroupTable From(Question question, Grouping grouping, Snapshot snapshot)
    {
        var counts = GroupCounts.Of(question, grouping, snapshot);
        var order = grouping.InOrder(counts.Names).Select(name => counts.Names.ToList().IndexOf(name)).ToList();
        // First, which groups may be shown at all: the same ones in every column.
        var bases = Suppression.ProtectList([.. order.Select(at => counts.Bases[at])]);
        var shown = bases.Total.IsHidden ? [] : order.Where((_, i) => !bases.Counts[i].IsHidden).ToList();
        var beside = snapshot.NestedIn(grouping).Select(nesting => (nesting, Table: snapshot.Alone(question, nesting.Coarser))).ToList();
        foreach (var (nesting, table) in beside)
        {
            var also = nesting.Showable(counts.Bases, snapshot.Names(nesting.Coarser), name => table.Find(name).People is not null);
            shown = [.. shown.Intersect(also)];
        }
        var hidden = order.Except(shown).ToList();
        var shares = SharesOf(counts, shown, hidden, question, snapshot.Asked.ByGroup.GetValueOrDefault(grouping));
        foreach (var (nesting, table) in beside)
        {
            HideBeside(shares, counts, nesting, snapshot.Names(nesting.Coarser), table);
        }
        return new GroupTable(
            grouping,
            counts.Columns,
            [
                .. order.Select(at =>
                    shares.TryGetValue(at, out var row)
                        ? new GroupRow(counts.Names[at], counts.Bases[at], row)
                        : new GroupRow(counts.Names[at], null, [.. counts.Columns.Select(_ => GroupShare.Protected)])
                ),
            ]
        );
    }

    private GroupRow Find(string name) => Rows.First(row => row.Name == name);

    private static void HideBeside(
        Dictionary<int, List<GroupShare>> shares,
        GroupCounts counts,
        Nesting nesting,
        IReadOnlyList<string> names,
        GroupTable coarser
    )
    {
        var first = 0;
        foreach (var part in counts.Tables)
        {
            var from = first;
            bool IsHidden(string name, int column) => column < part.Shown && coarser.Find(name).Shares[from + column].Hidden;
            foreach (var (at, column) in nesting.Hidden(part.Cells, shares.Keys, names, IsHidden).Where(cell => cell.Column < part.Shown))
            {
                shares[at][from + column] = GroupShare.Protected;
            }
            first += part.Shown;
        }
    }

    private static Dictionary<int, List<GroupShare>> SharesOf(
        GroupCounts counts,
        List<int> shown,
        List<int> hidden,
        Question question,
        IReadOnlyDictionary<string, int>? asked
    )
    {
        if (counts.Means is { } means)
        {
            return shown.ToDictionary(
                at => at,
                at => new List<GroupShare> { counts.Bases[at] < FewestForShare ? GroupShare.TooFew : new(means[at]) }
            );
        }
        var result = shown.ToDictionary(at => at, _ => new List<GroupShare>());
        foreach (var part in counts.Tables)
        {
            // The hidden groups are one more row, so that what is published and the whole together still give nothing away.
            var rows = shown.Select(at => part.Cells[at]).ToList();
            if (hidden.Count > 0)
            {
                rows.Add([.. part.Cells[0].Select((_, column) => hidden.Sum(at => part.Cells[at][column]))]);
            }
            var table = Suppression.ProtectTable(rows);
            var lost =
                table.GrandTotal.IsHidden
                || table.ColumnTotals.Any(total => total.IsHidden)
                || table.RowTotals.Any(total => total.IsHidden);
            foreach (var (row, at) in shown.Index())
            {
                int? population = question.ShowIfQuestionId is null && asked is not null ? asked.GetValueOrDefault(counts.Names[at]) : null;
                for (var column = 0; column < part.Shown; column++)
                {
                    result[at].Add(lost ? GroupShare.Protected : Share(table.Rows[row][column], counts.Bases[at], population));
                }
            }
        }
        return result;
    }

    private static GroupShare Share(ProtectedCount count, int @base, int? population)
    {
        if (count.Value is not { } people)
        {
            return GroupShare.Protected;
        }
        if (@base < FewestForShare)
        {
            return GroupShare.TooFew;
        }
        var range = Proportion.Wilson(people, @base, population: population)!.Value;
        return new(Rounding.Percentage(people, @base), Percent(range.Lower), Percent(range.Upper));
    }

    private static decimal Percent(double share) => decimal.Round((decimal)share * 100, 1, MidpointRounding.AwayFromZero);
}
