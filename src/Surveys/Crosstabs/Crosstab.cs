// Two questions or groups laid against each other, small numbers hidden, in the whole survey or in what filters leave of it.
using Hearth.Statistics;
using Hearth.Surveys.Results;

namespace Hearth.Surveys.Crosstabs;

/// <param name="Rows">Down the side.</param>
/// <param name="Columns">Along the top.</param>
/// <param name="Shown">What may be seen, rows as <paramref name="Rows"/>.</param>
internal sealed record Crosstab(Axis Rows, Axis Columns, IReadOnlyList<Filter> Filters, TableShown Shown)
{
    /// <summary>Steps that protecting a table may take: a second or two.</summary>
    private const long MostWork = 200_000_000;

    /// <summary>Homes asked of each row, where they are known and nothing is filtered: ranges are narrowed by them.</summary>
    public int?[] Populations { get; private init; } = new int?[Rows.Values.Count];

    /// <summary>The counts, or why they are not given.</summary>
    public static (Crosstab? Table, FilterRefused? Refused) Of(Axis rows, Axis columns, IReadOnlyList<Filter> filters, Asked asked)
    {
        // one way round for all, so that two pages never protect the same table differently
        var turned = columns.Order < rows.Order;
        var (down, along) = turned ? (columns, rows) : (rows, columns);
        var plain = Count(down, along);
        var shown = TableShown.Protect(plain);
        if (filters.Count > 0)
        {
            var (narrowed, refused) = Narrow(down, along, filters, shown);
            if (refused is not null)
            {
                return (null, refused);
            }
            shown = narrowed!;
        }
        var table = new Crosstab(rows, columns, filters, turned ? shown.Turned() : shown);
        if (
            filters.Count == 0
            && rows.Grouping is { } grouping
            && columns.Question is { ShowIfQuestionId: null }
            && asked.ByGroup.TryGetValue(grouping, out var known)
        )
        {
            table = table with { Populations = [.. rows.Values.Select(name => (int?)known.GetValueOrDefault(name))] };
        }
        return (table, null);
    }

    private static int[][] Count(Axis down, Axis along)
    {
        var cells = down.Values.Select(_ => new int[along.Values.Count]).ToArray();
        var (r, c) = (down.Places, along.Places);
        for (var i = 0; i < r.Length; i++)
        {
            if (r[i] >= 0 && c[i] >= 0)
            {
                cells[r[i]][c[i]]++;
            }
        }
        return cells;
    }

    private static (TableShown? Shown, FilterRefused? Refused) Narrow(Axis down, Axis along, IReadOnlyList<Filter> asked, TableShown whole)
    {
        // in one order, however they were typed
        Filter[] filters = [.. asked.OrderBy(filter => filter.Axis.Order)];
        // Homes without an answer to what is filtered by are a value too: they are what remains when all others are taken away.
        var cube = new CountCube([
            down.Values.Count,
            along.Values.Count,
            .. filters.Select(f => f.Axis.Values.Count + (f.Axis.HasBlanks ? 1 : 0)),
        ]);
        if (cube.Sizes.Aggregate(1L, (all, size) => all * size * Math.Max(1, size - 1) * 2) > MostWork)
        {
            return (null, new FilterRefused("This table has too many cells to protect under these filters. Take a filter away"));
        }
        Span<int> at = stackalloc int[cube.Sizes.Count];
        for (var i = 0; i < down.Places.Length; i++)
        {
            (at[0], at[1]) = (down.Places[i], along.Places[i]);
            if (at[0] < 0 || at[1] < 0)
            {
                continue;
            }
            for (var f = 0; f < filters.Length; f++)
            {
                var place = filters[f].Axis.Places[i];
                at[f + 2] = place < 0 ? filters[f].Axis.Values.Count : place;
            }
            cube.Count(at);
        }
        int[] chosen = [.. filters.Select(f => f.Value)];
        if (Left(cube, chosen) is var left && left < QuestionResult.Fewest)
        {
            return (null, new FilterRefused($"Fewer than {QuestionResult.Fewest} homes are left. Choose a wider filter, or take one away"));
        }
        var tables = FilteredTables.Protect(
            cube,
            [.. whole.Bases.Select(count => count is null)],
            [.. whole.Cells.Select(row => row.Select(count => count is null).ToList())],
            QuestionResult.Fewest
        );
        if (tables is null)
        {
            return (
                null,
                new FilterRefused(
                    "With this filter a number that is hidden could be worked out from what is shown elsewhere. Choose a wider filter, or take one away"
                )
            );
        }
        for (var some = 1; some < 1 << filters.Length; some++)
        {
            int[] part = [-1, -1, .. chosen.Select((value, f) => ((some >> f) & 1) == 1 ? value : -1)];
            if (tables.IsHidden(part))
            {
                return (
                    null,
                    new FilterRefused(
                        $"This would differ by fewer than {QuestionResult.Fewest} homes from something that can be seen already, so what those few said could be worked out. Choose a wider filter, or take one away"
                    )
                );
            }
        }
        return (
            new TableShown(
                [.. down.Values.Select((_, r) => Seen(tables, [r, -1, .. chosen]))],
                [.. down.Values.Select((_, r) => along.Values.Select((_, c) => Seen(tables, [r, c, .. chosen])).ToArray())]
            ),
            null
        );
    }

    private static int Left(CountCube cube, int[] chosen)
    {
        var left = 0;
        for (var r = 0; r < cube.Sizes[0]; r++)
        {
            for (var c = 0; c < cube.Sizes[1]; c++)
            {
                left += cube[[r, c, .. chosen]];
            }
        }
        return left;
    }

    private static int? Seen(FilteredTables tables, int[] at) => tables.IsHidden(at) ? null : tables.CountOf(at);
}
