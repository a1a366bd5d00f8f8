// The result of a five-point question: the percentage at the top two answers, as the regulator works it out.
namespace Hearth.Statistics;

/// <summary>
/// The result of a question with five ordered answers, best first (Very satisfied … Very dissatisfied; Strongly agree … Strongly disagree).
/// </summary>
/// <remarks>
/// Method: Tenant Satisfaction Measures, Technical Requirements, Regulator of Social Housing: 100 × (first + second) / (all five), to one
/// decimal place, ties away from zero. "Not applicable / don't know", people outside the filter and questions skipped are in neither part.
/// Every rented-homes figure in the regulator's data for 2023/24 and 2024/25 is reproduced from its counts.
/// </remarks>
public sealed record ScaleScore
{
    private readonly bool weighted;

    private ScaleScore(IReadOnlyList<decimal> counts, int notApplicable, bool weighted)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(notApplicable);
        if (counts.Count != 5)
        {
            throw new ArgumentException($"A five-point question has five counts, not {counts.Count}.", nameof(counts));
        }

        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
        }

        Counts = counts;
        NotApplicable = notApplicable;
        this.weighted = weighted;
    }

    /// <summary>The five counts, or weights added, best answer first.</summary>
    public IReadOnlyList<decimal> Counts { get; }

    /// <summary>People who answered "not applicable / don't know" where that was offered. Shown beside the result, never in it.</summary>
    public int NotApplicable { get; }

    /// <summary>The base: the five counts added.</summary>
    public decimal Base => Counts.Sum();

    /// <summary>The top two answers added.</summary>
    public decimal Satisfied => Counts[0] + Counts[1];

    /// <summary>The published figure: per cent at the top two answers, one decimal place, ties up. <c>null</c> (shown [u]) when the base is 0.</summary>
    public decimal? Percent => Rounding.Percentage(Satisfied, Base);

    /// <summary>The same before rounding (to ten decimal places); <c>null</c> when the base is 0.</summary>
    public decimal? UnroundedPercent => Rounding.Percentage(Satisfied, Base, 10);

    /// <summary>Per cent at the middle answer, one decimal place, ties up; <c>null</c> when the base is 0.</summary>
    public decimal? NeitherPercent => Rounding.Percentage(Counts[2], Base);

    /// <summary>Per cent at the bottom two answers, one decimal place, ties up; <c>null</c> when the base is 0.</summary>
    public decimal? DissatisfiedPercent => Rounding.Percentage(Counts[3] + Counts[4], Base);

    /// <summary>The mean with 5 for the best answer and 1 for the worst; <c>null</c> when the base is 0. Not a regulator's figure.</summary>
    public decimal? Mean => Base == 0 ? null : ((5 * Counts[0]) + (4 * Counts[1]) + (3 * Counts[2]) + (2 * Counts[3]) + Counts[4]) / Base;

    /// <summary>The result of people counted one each.</summary>
    /// <param name="counts">Five counts, best answer first, none negative.</param>
    /// <param name="notApplicable">People who answered "not applicable / don't know".</param>
    /// <exception cref="ArgumentException">There are not five counts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static ScaleScore FromCounts(IReadOnlyList<int> counts, int notApplicable = 0)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return new ScaleScore([.. counts.Select(count => (decimal)count)], notApplicable, weighted: false);
    }

    /// <summary>The result of a weighted survey: the weights of the people who gave each answer, added.</summary>
    /// <param name="weights">Five sums of weights, best answer first, none negative.</param>
    /// <param name="notApplicable">People (not weights) who answered "not applicable / don't know".</param>
    /// <exception cref="ArgumentException">There are not five sums.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A sum or the count is negative.</exception>
    public static ScaleScore FromWeights(IReadOnlyList<decimal> weights, int notApplicable = 0)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return new ScaleScore([.. weights], notApplicable, weighted: true);
    }

    /// <summary>
    /// The range in which the share at the top two answers may lie (<see cref="Proportion.Wilson"/>), as fractions;
    /// <c>null</c> when the base is 0.
    /// </summary>
    /// <param name="population">Households the sample stands for; <c>null</c> for no correction. For a question put to some only (repairs, complaints) leave it out: how many it could concern is not known.</param>
    /// <param name="confidence">Confidence, above 0 and below 1.</param>
    /// <exception cref="InvalidOperationException">The result is weighted: a sum of weights is not a number of people.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence or the population is outside its range.</exception>
    public ProportionInterval? Interval(int? population = null, double confidence = 0.95) =>
        weighted
            ? throw new InvalidOperationException("A weighted result has no simple interval: its sum of weights is not a number of people.")
            : Proportion.Wilson((int)Satisfied, (int)Base, confidence, population);
}
