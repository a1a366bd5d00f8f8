// How weights spread: whether a few people speak for many.
namespace Hearth.Statistics.Weighting;

/// <summary>The spread of weights.</summary>
/// <param name="Respondents">How many weights.</param>
/// <param name="Total">What they add up to.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
/// <param name="Quantiles">Quantiles by their shares: 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99.</param>
/// <param name="ShareOfHeaviest">The share of the total that the heaviest 1 in 100 hold, their number rounded up: 0.01 where all weigh alike.</param>
/// <param name="DesignEffect">Kish's design effect.</param>
/// <param name="EffectiveSize">How many people drawn by lot would give as sure an answer.</param>
public sealed record WeightDistribution(
    int Respondents,
    double Total,
    double Least,
    double Most,
    IReadOnlyList<WeightQuantile> Quantiles,
    double ShareOfHeaviest,
    double DesignEffect,
    double EffectiveSize
)
{
    private static readonly double[] Shares = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

    /// <summary>The average weight.</summary>
    public double Average => Total / Respondents;

    /// <summary>The largest over the smallest; <c>null</c> where the smallest is 0.</summary>
    public double? MostToLeast => Least > 0 ? Most / Least : null;

    /// <summary>The spread of weights; <c>null</c> where there are none, or all are 0.</summary>
    /// <remarks>Quantiles between two weights in proportion: definition 7 of R. J. Hyndman and Y. Fan, <i>American Statistician</i> 50 (1996) 361–365, as R's <c>quantile</c>.</remarks>
    /// <param name="weights">Weights, none negative, in any order; a sorted copy is made.</param>
    public static WeightDistribution? Of(ReadOnlySpan<double> weights)
    {
        if (Kish.DesignEffect(weights) is not { } effect)
        {
            return null;
        }
        var sorted = weights.ToArray();
        Array.Sort(sorted);
        var (total, heaviest, many) = (0.0, 0.0, (sorted.Length + 99) / 100);
        for (var i = 0; i < sorted.Length; i++)
        {
            total += sorted[i];
            heaviest += i >= sorted.Length - many ? sorted[i] : 0;
        }
        return new WeightDistribution(
            sorted.Length,
            total,
            sorted[0],
            sorted[^1],
            [.. Shares.Select(share => new WeightQuantile(share, Quantile(sorted, share)))],
            heaviest / total,
            effect,
            sorted.Length / effect
        );
    }

    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}

/// <summary>A quantile.</summary>
/// <param name="Share">The share of respondents whose weight is at most this, 0 to 1.</param>
/// <param name="Weight">The weight.</param>
public readonly record struct WeightQuantile(double Share, double Weight);
