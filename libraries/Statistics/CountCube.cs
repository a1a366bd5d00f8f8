// Counts of people in every combination of two questions and some filters.
namespace Hearth.Statistics;

/// <summary>Counts of people by several things at once: the rows and the columns of a table, then what it can be filtered by.</summary>
/// <remarks>The first two dimensions are the table's rows and columns; each further one is a filter, with a place for those whose value is not known.</remarks>
public sealed class CountCube
{
    private readonly int[] cells;

    /// <summary>An empty cube.</summary>
    /// <param name="sizes">How many values each dimension has: rows, columns, filters. At least one each, at least two dimensions.</param>
    /// <exception cref="ArgumentException">There are fewer than two dimensions, or one without a value.</exception>
    public CountCube(params int[] sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        if (sizes.Length < 2 || sizes.Any(size => size < 1))
        {
            throw new ArgumentException("A cube has rows and columns, and at least one value of each.", nameof(sizes));
        }
        Sizes = [.. sizes];
        cells = new int[sizes.Aggregate(1, (all, size) => checked(all * size))];
    }

    /// <summary>How many values each dimension has.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>Everyone counted.</summary>
    public int Total => cells.Sum();

    /// <summary>The count in one place.</summary>
    /// <param name="at">A value for each dimension, from 0.</param>
    public int this[params ReadOnlySpan<int> at]
    {
        get => cells[Place(at)];
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            cells[Place(at)] = value;
        }
    }

    /// <summary>Counts one person more.</summary>
    /// <param name="at">A value for each dimension, from 0.</param>
    public void Count(params ReadOnlySpan<int> at) => cells[Place(at)]++;

    /// <summary>The counts with the dimensions that are not in the mask added up.</summary>
    internal int[] Margin(Faces faces, int mask)
    {
        var sums = new int[faces.Length(mask)];
        var at = new int[Sizes.Count];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            faces.Unpack(cell, faces.Whole, at);
            sums[faces.Pack(at, mask)] += cells[cell];
        }
        return sums;
    }

    private int Place(ReadOnlySpan<int> at)
    {
        if (at.Length != Sizes.Count)
        {
            throw new ArgumentException($"The cube has {Sizes.Count} dimensions, not {at.Length}.", nameof(at));
        }
        var place = 0;
        for (var axis = 0; axis < at.Length; axis++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(at[axis], nameof(at));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(at[axis], Sizes[axis], nameof(at));
            place = (place * Sizes[axis]) + at[axis];
        }
        return place;
    }
}

/// <summary>The tables that can be cut from a cube: each is a set of its dimensions, kept as bits, the first the lowest.</summary>
internal sealed class Faces(IReadOnlyList<int> sizes)
{
    internal int Whole => (1 << sizes.Count) - 1;

    internal int Dimensions => sizes.Count;

    internal int SizeOf(int axis) => sizes[axis];

    internal static bool Has(int mask, int axis) => ((mask >> axis) & 1) == 1;

    internal int Length(int mask)
    {
        var length = 1;
        for (var axis = 0; axis < sizes.Count; axis++)
        {
            length *= Has(mask, axis) ? sizes[axis] : 1;
        }
        return length;
    }

    /// <summary>The place of a combination among the cells of a table; values of other dimensions are passed over.</summary>
    internal int Pack(ReadOnlySpan<int> at, int mask)
    {
        var place = 0;
        for (var axis = 0; axis < sizes.Count; axis++)
        {
            if (Has(mask, axis))
            {
                place = (place * sizes[axis]) + at[axis];
            }
        }
        return place;
    }

    /// <summary>The combination at a place; values of other dimensions stay as they are.</summary>
    internal void Unpack(int place, int mask, Span<int> at)
    {
        for (var axis = sizes.Count - 1; axis >= 0; axis--)
        {
            if (Has(mask, axis))
            {
                at[axis] = place % sizes[axis];
                place /= sizes[axis];
            }
        }
    }
}
