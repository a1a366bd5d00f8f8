// A sample that was drawn, and those who come next.
namespace Hearth.Statistics.Sampling;

/// <summary>A draw: everyone in the order of the lots, the sample, and reserves.</summary>
public sealed class DrawnSample
{
    private readonly int[] order;
    private readonly int[] strata;
    private readonly int[] places;

    internal DrawnSample(ulong seed, int[] order, int[] strata, IReadOnlyList<int> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        var populations = new int[sizes.Count];
        foreach (var stratum in strata)
        {
            if ((uint)stratum >= (uint)sizes.Count)
            {
                throw new ArgumentException($"Stratum {stratum} has no size: strata are 0 to {sizes.Count - 1}.", nameof(strata));
            }
            populations[stratum]++;
        }
        for (var stratum = 0; stratum < sizes.Count; stratum++)
        {
            if (sizes[stratum] < 0 || sizes[stratum] > populations[stratum])
            {
                throw new ArgumentException(
                    $"{sizes[stratum]} are wanted of stratum {stratum}, which holds {populations[stratum]}.",
                    nameof(sizes)
                );
            }
        }
        (Seed, this.order, this.strata) = (seed, order, strata);
        (Sizes, Populations) = ([.. sizes], populations);
        places = new int[order.Length];
        var drawn = new int[sizes.Count];
        for (var place = 0; place < order.Length; place++)
        {
            places[place] = drawn[strata[order[place]]]++;
        }
        Rows = Between(new int[sizes.Count], Sizes);
    }

    /// <summary>The seed of the draw.</summary>
    public ulong Seed { get; }

    /// <summary>How many were drawn of each stratum; one number where there are no strata.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>How many each stratum holds.</summary>
    public IReadOnlyList<int> Populations { get; }

    /// <summary>The rows drawn, from 0, in the order of the lots.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>Everyone, in the order of the lots.</summary>
    public IReadOnlyList<int> Order => order;

    /// <summary>The chance that a unit of this stratum had to be drawn: its size over what it holds; <c>null</c> for a stratum of nobody.</summary>
    /// <param name="stratum">From 0.</param>
    public double? Chance(int stratum) => Populations[stratum] == 0 ? null : (double)Sizes[stratum] / Populations[stratum];

    /// <summary>The design weight of a unit drawn from this stratum, one over its chance: for how many it stands; <c>null</c> where none were drawn.</summary>
    /// <param name="stratum">From 0.</param>
    public double? DesignWeight(int stratum) => Sizes[stratum] == 0 ? null : (double)Populations[stratum] / Sizes[stratum];

    /// <summary>
    /// The rows of a reserve of so many, shared over the strata as the sample is: the first reserve are those who come next after the sample, the
    /// second those after them. A stratum whose lots run out gives what it has left, and then none: count what comes back.
    /// </summary>
    /// <param name="number">Which reserve, from 1.</param>
    /// <param name="size">How many a reserve holds; the same for each number, or reserves overlap.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1, or the size below 0.</exception>
    public IReadOnlyList<int> Reserve(int number, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return Reserve(number, Rounding.LargestRemainder(Sizes, size));
    }

    /// <summary>The same, with so many of each stratum.</summary>
    /// <param name="number">Which reserve, from 1.</param>
    /// <param name="sizes">How many of each stratum a reserve holds; the same for each number.</param>
    /// <exception cref="ArgumentException">The number is below 1, or the sizes do not fit the strata.</exception>
    public IReadOnlyList<int> Reserve(int number, IReadOnlyList<int> sizes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentNullException.ThrowIfNull(sizes);
        if (sizes.Count != Sizes.Count || sizes.Any(size => size < 0))
        {
            throw new ArgumentException("Each stratum has a size of 0 or more.", nameof(sizes));
        }
        return Between(
            [.. Sizes.Zip(sizes, (drawn, size) => drawn + (long)(number - 1) * size).Select(Within)],
            [.. Sizes.Zip(sizes, (drawn, size) => drawn + (long)number * size).Select(Within)]
        );
    }

    private static int Within(long place) => (int)Math.Min(place, int.MaxValue);

    private List<int> Between(IReadOnlyList<int> from, IReadOnlyList<int> to)
    {
        var rows = new List<int>();
        for (var place = 0; place < order.Length; place++)
        {
            var stratum = strata[order[place]];
            if (places[place] >= from[stratum] && places[place] < to[stratum])
            {
                rows.Add(order[place]);
            }
        }
        return rows;
    }
}
