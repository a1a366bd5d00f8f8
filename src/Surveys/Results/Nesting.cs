// Groups that lie whole within the groups of another grouping, as wards within city and country. Beside each other on a page, the tables of both must give nobody away.
using Hearth.Statistics;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Results;

/// <summary>A grouping whose groups take in those of a finer one.</summary>
/// <param name="Coarser">The grouping that takes in.</param>
/// <param name="Parents">For each group of the finer one, the number of the group it lies in; −1 where nobody of it answered.</param>
internal sealed record Nesting(Grouping Coarser, int[] Parents)
{
    /// <summary>Every grouping that this one is nested in, by those who answered.</summary>
    public static IReadOnlyList<Nesting> Of(Grouping finer, Snapshot snapshot) =>
        [.. Groupings.OfPeople.Where(other => other != finer).Select(other => Find(finer, other, snapshot)).OfType<Nesting>()];

    /// <summary>Which groups of the finer grouping may be shown beside the coarser one.</summary>
    /// <param name="bases">Answers of each group of the finer grouping.</param>
    /// <param name="names">Names of the coarser groups, by number.</param>
    /// <param name="isShown">Whether the coarser table shows this group.</param>
    public IEnumerable<int> Showable(int[] bases, IReadOnlyList<string> names, Func<string, bool> isShown)
    {
        foreach (var family in Families().Where(family => isShown(names[family.Key])))
        {
            var children = family.ToList();
            var counts = Suppression.ProtectList([.. children.Select(at => bases[at])]);
            foreach (var (i, at) in children.Index())
            {
                if (!counts.Total.IsHidden && !counts.Counts[i].IsHidden)
                {
                    yield return at;
                }
            }
        }
    }

    /// <summary>The cells, by group and column, that must be hidden beside the coarser table; only of groups that are shown.</summary>
    /// <param name="cells">By group, then by column; each row adds up to the group's base.</param>
    /// <param name="shown">Groups whose rows are shown.</param>
    /// <param name="names">Names of the coarser groups, by number.</param>
    /// <param name="isHidden">Whether the coarser table hides this group's column.</param>
    public IEnumerable<(int Group, int Column)> Hidden(
        int[][] cells,
        IReadOnlyCollection<int> shown,
        IReadOnlyList<string> names,
        Func<string, int, bool> isHidden
    )
    {
        foreach (var family in Families())
        {
            var children = family.Where(shown.Contains).ToList();
            if (children.Count == 0)
            {
                continue;
            }
            var rows = children.Select(at => cells[at]).ToList();
            var rest = family.Except(children).ToList();
            if (rest.Count > 0)
            {
                rows.Add([.. cells[0].Select((_, column) => rest.Sum(at => cells[at][column]))]);
            }
            var table = Suppression.ProtectTable(rows);
            var lost = table.GrandTotal.IsHidden || table.RowTotals.Any(total => total.IsHidden);
            for (var column = 0; column < cells[0].Length; column++)
            {
                var whole = lost || table.ColumnTotals[column].IsHidden || isHidden(names[family.Key], column);
                foreach (var (row, at) in children.Index())
                {
                    if (whole || table.Rows[row][column].IsHidden)
                    {
                        yield return (at, column);
                    }
                }
            }
        }
    }

    private IEnumerable<IGrouping<int, int>> Families() =>
        Parents.Index().Where(group => group.Item >= 0).GroupBy(group => group.Item, group => group.Index);

    private static Nesting? Find(Grouping finer, Grouping coarser, Snapshot snapshot)
    {
        var inner = snapshot.Groups(finer);
        var outer = snapshot.Groups(coarser);
        var parents = new int[snapshot.Names(finer).Count];
        Array.Fill(parents, -1);
        for (var i = 0; i < inner.Length; i++)
        {
            ref var parent = ref parents[inner[i]];
            if (parent < 0)
            {
                parent = outer[i];
            }
            else if (parent != outer[i])
            {
                return null;
            }
        }
        // the same groups by another name take in nothing; two groups at least, or the coarser one is the whole
        var known = parents.Where(parent => parent >= 0).ToList();
        var different = known.Distinct().Count();
        return different > 1 && different < known.Count ? new Nesting(coarser, parents) : null;
    }
}
