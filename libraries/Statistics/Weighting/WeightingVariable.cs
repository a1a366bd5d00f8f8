// One thing that people are weighted by: who answered, and how many there are of everyone.
namespace Hearth.Statistics.Weighting;

/// <summary>A variable to weight by: a column of codes, and what is known of everyone.</summary>
/// <param name="Name">What a reader calls it: “Age”.</param>
/// <param name="Codes">
/// Each respondent's category, an index into <paramref name="Categories"/>, or <see cref="Unknown"/>. Read, never changed and not copied. All
/// variables of one weighting have as many, in the same order.
/// </param>
/// <param name="Categories">The categories' names.</param>
/// <param name="Targets">For each category, how many of everyone belong to it: counts or shares (<see cref="WeightingOptions.Targets"/>).</param>
public sealed record WeightingVariable(
    string Name,
    ReadOnlyMemory<int> Codes,
    IReadOnlyList<string> Categories,
    IReadOnlyList<double> Targets
)
{
    /// <summary>
    /// The code of a respondent of whom this is not known. Together they keep the share they have before weighting; the targets hold among the
    /// others, so that they are neither guessed at nor thrown away.
    /// </summary>
    public const int Unknown = -1;

    /// <summary>Whether categories have an order, as ages do: it says which may be merged (<see cref="WeightingOptions.CollapseBelow"/>).</summary>
    public CategoryOrder Order { get; init; } = CategoryOrder.Nominal;

    /// <summary>Of categories without order, the one that too small ones are merged into, such as “Other”; <c>null</c>: into the smallest of the rest.</summary>
    public int? Other { get; init; }
}

/// <summary>Whether categories have an order.</summary>
public enum CategoryOrder
{
    /// <summary>None, as with wards: a category too small goes into the one named <see cref="WeightingVariable.Other"/>, or into the smallest of the rest.</summary>
    Nominal,

    /// <summary>The order in which they stand, as with ages: a category too small goes into the smaller of its neighbours, the earlier of equals.</summary>
    Ordered,
}
