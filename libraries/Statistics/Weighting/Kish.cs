// What unequal weights cost.
namespace Hearth.Statistics.Weighting;

/// <summary>Kish's approximations, which hold where weights have nothing to do with the answers.</summary>
/// <remarks>L. Kish, <i>Survey Sampling</i> (1965), §11.7, and <i>Journal of Official Statistics</i> 8 (1992) 183–200.</remarks>
public static class Kish
{
    /// <summary>By how much weights multiply the variance: n Σw² / (Σw)² = 1 + the square of their coefficient of variation; <c>null</c> where there is nobody, or all weights are 0.</summary>
    /// <param name="weights">Weights, none negative.</param>
    public static double? DesignEffect(ReadOnlySpan<double> weights)
    {
        var (sum, squares) = Sums(weights);
        return sum > 0 ? weights.Length * squares / (sum * sum) : null;
    }

    /// <summary>How many people drawn by lot would give as sure an answer: (Σw)² / Σw², from 1 to their number; 0 where there is nobody, or all weights are 0.</summary>
    /// <param name="weights">Weights, none negative.</param>
    public static double EffectiveSize(ReadOnlySpan<double> weights)
    {
        var (sum, squares) = Sums(weights);
        return sum > 0 ? sum * sum / squares : 0;
    }

    private static (double Sum, double Squares) Sums(ReadOnlySpan<double> weights)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var weight in weights)
        {
            sum += weight;
            squares += weight * weight;
        }
        return (sum, squares);
    }
}
