// Hiding small numbers in a table and in everything it can be filtered to, so that no two of them give one away by subtraction.
namespace Hearth.Statistics;

/// <summary>Protects a table together with every table it becomes when one or more filters are set to any of their values.</summary>
/// <remarks>
/// <para>
/// <b>Promise.</b> For a reader who has seen the table, and has set every filter to every value, and can do sums, no count below the threshold can be
/// worked out: there is always another set of counts that fits all that is shown and has another number in that place. Where that cannot be had,
/// <see cref="Protect"/> gives <c>null</c>, and the filters must be refused.
/// </para>
/// <para>
/// <b>Method.</b> The hypercube method for tables of several dimensions (R. D. Repsilber, <i>Preservation of confidentiality in aggregated data</i>,
/// 1994; S. Giessing and D. Repsilber, <i>Tools and strategies to protect multiple tables with the GHQUAR cell suppression engine</i>, in J. Domingo-Ferrer,
/// ed., <i>Inference Control in Statistical Databases</i>, 2002). A small count is made one corner of a cube of hidden counts that differs from it in
/// every dimension: adding to every second corner and taking from the others leaves every total, of every smaller table, as it was. What is hidden in a
/// table is hidden in all that is cut from it; a hidden total must still be able to move when its parts are seen, or the filters are refused.
/// </para>
/// <para>
/// <b>Not covered.</b> The same people in tables of other questions; before and after one person joined. See <see cref="Suppression"/>.
/// </para>
/// </remarks>
public sealed class FilteredTables
{
    private const int Rows = 1;
    private const int RowsAndColumns = 3;

    private readonly CountCube cube;
    private readonly Faces faces;
    private readonly int threshold;
    private readonly Dictionary<int, int[]> counts = [];
    private readonly Dictionary<int, bool[]> hidden = [];

    private FilteredTables(CountCube cube, int threshold)
    {
        (this.cube, this.threshold) = (cube, threshold);
        faces = new Faces(cube.Sizes);
    }

    /// <summary>Protects the table and all that is cut from it; <c>null</c> where that cannot be done.</summary>
    /// <param name="cube">The counts: rows, columns, then a dimension for each filter.</param>
    /// <param name="hiddenRows">Rows of the unfiltered table whose total is hidden.</param>
    /// <param name="hiddenCells">What the unfiltered table hides already, by row, then column.</param>
    /// <param name="threshold">Counts below this are hidden.</param>
    /// <exception cref="ArgumentException">What is hidden does not fit the cube.</exception>
    public static FilteredTables? Protect(
        CountCube cube,
        IReadOnlyList<bool> hiddenRows,
        IReadOnlyList<IReadOnlyList<bool>> hiddenCells,
        int threshold = 10
    )
    {
        ArgumentNullException.ThrowIfNull(cube);
        ArgumentNullException.ThrowIfNull(hiddenRows);
        ArgumentNullException.ThrowIfNull(hiddenCells);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        if (hiddenRows.Count != cube.Sizes[0] || hiddenCells.Count != cube.Sizes[0] || hiddenCells.Any(row => row.Count != cube.Sizes[1]))
        {
            throw new ArgumentException("What is hidden has as many rows and columns as the cube.", nameof(hiddenCells));
        }
        var tables = new FilteredTables(cube, threshold);
        return tables.TryHide(hiddenRows, hiddenCells) ? tables : null;
    }

    /// <summary>A count, or the total of several: hidden or not.</summary>
    /// <param name="at">A value for each dimension; −1 for all of its values together.</param>
    public bool IsHidden(params ReadOnlySpan<int> at)
    {
        var mask = MaskOf(at);
        return mask != 0 && hidden.TryGetValue(mask, out var pattern) && pattern[faces.Pack(at, mask)];
    }

    /// <summary>A count, or the total of several, whether it is hidden or not.</summary>
    /// <param name="at">A value for each dimension; −1 for all of its values together.</param>
    public int CountOf(params ReadOnlySpan<int> at)
    {
        var mask = MaskOf(at);
        return mask == 0 ? cube.Total : Counts(mask)[faces.Pack(at, mask)];
    }

    private static int MaskOf(ReadOnlySpan<int> at)
    {
        var mask = 0;
        for (var axis = 0; axis < at.Length; axis++)
        {
            mask |= at[axis] < 0 ? 0 : 1 << axis;
        }
        return mask;
    }

    private int[] Counts(int mask) => counts.TryGetValue(mask, out var known) ? known : counts[mask] = cube.Margin(faces, mask);

    private bool TryHide(IReadOnlyList<bool> hiddenRows, IReadOnlyList<IReadOnlyList<bool>> hiddenCells)
    {
        hidden[Rows] = [.. hiddenRows];
        hidden[RowsAndColumns] = [.. hiddenCells.SelectMany(row => row)];
        // smaller tables first: what they hide is hidden in those cut from them
        foreach (var mask in Enumerable.Range(1, faces.Whole).OrderBy(int.PopCount).ThenBy(mask => mask))
        {
            if (mask is not (Rows or RowsAndColumns) && !TryHide(mask))
            {
                return false;
            }
        }
        return Enumerable.Range(1, faces.Whole - 1).All(CanStillMove);
    }

    private bool TryHide(int mask)
    {
        var values = Counts(mask);
        var pattern = hidden[mask] = new bool[values.Length];
        var at = new int[faces.Dimensions];
        for (var cell = 0; cell < values.Length; cell++)
        {
            faces.Unpack(cell, mask, at);
            pattern[cell] = values[cell] < threshold || HiddenAbove(mask, at);
        }
        foreach (
            var cell in Enumerable.Range(0, values.Length).Where(cell => values[cell] < threshold).OrderByDescending(cell => values[cell])
        )
        {
            if (Cubes.Best(faces, mask, values, pattern, cell, threshold) is not { } corners)
            {
                return false;
            }
            foreach (var corner in corners)
            {
                pattern[corner] = true;
            }
        }
        return true;
    }

    private bool HiddenAbove(int mask, ReadOnlySpan<int> at)
    {
        for (var axis = 0; axis < faces.Dimensions; axis++)
        {
            var above = mask & ~(1 << axis);
            if (above != mask && above != 0 && hidden.TryGetValue(above, out var pattern) && pattern[faces.Pack(at, above)])
            {
                return true;
            }
        }
        return false;
    }

    // A hidden total of the table must be able to be another although its parts are seen: some cube of hidden totals moves within one set of other values.
    private bool CanStillMove(int mask)
    {
        var values = Counts(mask);
        var pattern = hidden[mask];
        return Enumerable
            .Range(0, values.Length)
            .Where(cell => values[cell] < threshold)
            .All(cell => Cubes.MovesWithin(faces, mask, pattern, cell, Counts(faces.Whole)));
    }
}
