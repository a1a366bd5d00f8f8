// Rounding that a reader can check: percentages with ties up, and parts that add up to their total.
namespace Hearth.Statistics;

/// <summary>Percentages rounded as the regulator rounds them, and parts rounded so that they add up.</summary>
public static class Rounding
{
    /// <summary>
    /// 100 × part / whole, ties away from zero (65.25 becomes 65.3); <c>null</c> when <paramref name="whole"/> is 0.
    /// </summary>
    /// <remarks>In <c>decimal</c>: binary fractions, or .NET's default of ties to even, get published figures wrong by a tenth.</remarks>
    /// <param name="part">The people counted, or their weights added.</param>
    /// <param name="whole">The base.</param>
    /// <param name="decimals">Decimal places, 0 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the decimal places are outside 0 to 10.</exception>
    public static decimal? Percentage(decimal part, decimal whole, int decimals = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfNegative(whole);
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 10);
        return whole == 0 ? null : decimal.Round(100m * part / whole, decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>
    /// Shares out <paramref name="total"/> whole units in proportion to the weights: each gets its share rounded down, and the units
    /// left over go to the largest remainders; among equals to the larger weight, then to the earlier. One number for each weight, in
    /// their order, adding up to <paramref name="total"/>. If there are no weights, or all are 0, every number is 0.
    /// </summary>
    /// <remarks>Method: Hamilton's, or Hare–Niemeyer's, apportionment (Balinski and Young, <i>Fair Representation</i>, 1982). Exact while weight × total has at most 28 digits.</remarks>
    /// <param name="weights">Weights, none negative.</param>
    /// <param name="total">Units to share out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight or the total is negative.</exception>
    public static IReadOnlyList<int> LargestRemainder(IReadOnlyList<decimal> weights, int total)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
        }

        var sum = weights.Sum();
        var parts = new int[weights.Count];
        if (sum == 0)
        {
            return parts;
        }

        var remainders = new decimal[weights.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var units = weights[i] * total;
            remainders[i] = units % sum;
            parts[i] = (int)((units - remainders[i]) / sum);
        }

        var next = Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).ThenByDescending(i => weights[i]);
        foreach (var i in next.Take(total - parts.Sum()))
        {
            parts[i]++;
        }

        return parts;
    }

    /// <inheritdoc cref="LargestRemainder(IReadOnlyList{decimal}, int)"/>
    public static IReadOnlyList<int> LargestRemainder(IReadOnlyList<int> weights, int total)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return LargestRemainder([.. weights.Select(weight => (decimal)weight)], total);
    }

    /// <summary>
    /// Percentages of the counts that add up to exactly 100, in the order of the counts; all 0 when the counts are.
    /// </summary>
    /// <remarks>
    /// For a table whose column a reader will add. A figure may differ by one last place from <see cref="Percentage"/>:
    /// never use these for a published satisfaction measure, which has its own rule.
    /// </remarks>
    /// <param name="counts">Counts, none negative.</param>
    /// <param name="decimals">Decimal places, 0 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the decimal places are outside 0 to 4.</exception>
    public static IReadOnlyList<decimal> PercentagesThatAddUp(IReadOnlyList<int> counts, int decimals = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 4);
        var scale = 1;
        for (var i = 0; i < decimals; i++)
        {
            scale *= 10;
        }

        return [.. LargestRemainder(counts, 100 * scale).Select(units => (decimal)units / scale)];
    }
}
