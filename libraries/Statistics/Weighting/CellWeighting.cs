// Weights by one classification: each cell's share of everyone over its share of those who answered.
namespace Hearth.Statistics.Weighting;

/// <summary>Cell weighting, also called post-stratification: every cell of one classification, or of several crossed, is brought to its target.</summary>
/// <remarks>
/// D. Holt and T. M. F. Smith, <i>JRSS A</i> 142 (1979) 33–46. It asks for a target, and for respondents, in every cell; where the crossed
/// targets are not known or cells are small, use <see cref="Raking"/>, which needs the variables' own targets only.
/// </remarks>
public static class CellWeighting
{
    /// <summary>Weights the respondents to the cells, in one step; limits, merging and refusals as in <see cref="Raking.Rake"/>.</summary>
    /// <param name="cells">The classification; <see cref="Cross"/> makes one of two.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="baseWeights">The weight each respondent comes with; none for 1 each.</param>
    public static WeightingResult Weigh(
        WeightingVariable cells,
        WeightingOptions? options = null,
        ReadOnlyMemory<double> baseWeights = default
    ) => Raking.Rake([cells], options, baseWeights);

    /// <summary>
    /// Two variables crossed to one: category <c>a · many + b</c>, named “first, second”. A respondent of whom either is not known is not known.
    /// The targets of the two themselves are not used.
    /// </summary>
    /// <param name="first">The one, whose categories come in blocks.</param>
    /// <param name="second">The other, with as many codes.</param>
    /// <param name="targets">The target of each cell: for each category of the first all of the second.</param>
    /// <exception cref="ArgumentException">Codes or targets do not fit.</exception>
    public static WeightingVariable Cross(WeightingVariable first, WeightingVariable second, IReadOnlyList<double> targets)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(targets);
        var many = second.Categories.Count;
        if (first.Codes.Length != second.Codes.Length || targets.Count != first.Categories.Count * many)
        {
            throw new ArgumentException("Both have a code for each respondent, and every cell has a target.", nameof(targets));
        }
        var codes = new int[first.Codes.Length];
        var one = first.Codes.Span;
        var two = second.Codes.Span;
        for (var i = 0; i < codes.Length; i++)
        {
            if (
                one[i] < WeightingVariable.Unknown
                || one[i] >= first.Categories.Count
                || two[i] < WeightingVariable.Unknown
                || two[i] >= many
            )
            {
                throw new ArgumentException($"Respondent {i + 1} has a code without a category.", nameof(first));
            }
            codes[i] =
                one[i] == WeightingVariable.Unknown || two[i] == WeightingVariable.Unknown
                    ? WeightingVariable.Unknown
                    : (one[i] * many) + two[i];
        }
        return new WeightingVariable(
            $"{first.Name} and {second.Name}",
            codes,
            [.. first.Categories.SelectMany(a => second.Categories.Select(b => $"{a}, {b}"))],
            targets
        );
    }
}
