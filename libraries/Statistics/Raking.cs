// Weights that make those who answered stand for everyone, by several things at once.
namespace Hearth.Statistics;

/// <summary>Raking (iterative proportional fitting): weights whose totals by each margin equal what is known of everyone.</summary>
/// <remarks>
/// W. E. Deming and F. F. Stephan, <i>Annals of Mathematical Statistics</i> 11 (1940) 427–444. Weights average 1. They are cut at five times and a
/// fifth of the average, so that nobody speaks for very many; what that leaves of a difference is told by <see cref="RakedWeights.Furthest"/>.
/// </remarks>
public static class Raking
{
    private const double Most = 5;
    private const int Rounds = 200;
    private const double Close = 1e-10;

    /// <summary>Weights of the people who answered, in their order; all 1 where there is nobody or no margin.</summary>
    /// <param name="margins">For each thing weighted by, each person's group, from 0. All of one length.</param>
    /// <param name="shares">For each of them, the groups' shares of everyone, none negative; they are scaled to add up to 1. A group that nobody who answered belongs to is left out.</param>
    /// <exception cref="ArgumentException">Margins and shares do not fit each other, or a group with people has no share at all.</exception>
    public static RakedWeights Weights(IReadOnlyList<IReadOnlyList<int>> margins, IReadOnlyList<IReadOnlyList<double>> shares)
    {
        ArgumentNullException.ThrowIfNull(margins);
        ArgumentNullException.ThrowIfNull(shares);
        var people = margins.Count == 0 ? 0 : margins[0].Count;
        if (margins.Count != shares.Count || margins.Any(margin => margin.Count != people))
        {
            throw new ArgumentException("Each margin has its shares, and a group for everyone.", nameof(shares));
        }
        var wanted = margins.Zip(shares, (margin, share) => Wanted(margin, share, people)).ToList();
        var weights = Enumerable.Repeat(1.0, people).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var moved = 0.0;
            foreach (var (margin, totals) in margins.Zip(wanted))
            {
                var now = Totals(margin, weights, totals.Length);
                for (var i = 0; i < people; i++)
                {
                    var factor = totals[margin[i]] / now[margin[i]];
                    weights[i] *= factor;
                    moved = Math.Max(moved, Math.Abs(factor - 1));
                }
            }
            for (var i = 0; i < people; i++)
            {
                weights[i] = Math.Clamp(weights[i], 1 / Most, Most);
            }
            if (moved < Close)
            {
                break;
            }
        }
        var furthest = margins
            .Zip(wanted)
            .SelectMany(pair =>
                Totals(pair.First, weights, pair.Second.Length).Zip(pair.Second, (now, want) => Math.Abs(now - want) / people)
            )
            .DefaultIfEmpty(0)
            .Max();
        return new RakedWeights(weights, furthest);
    }

    private static double[] Wanted(IReadOnlyList<int> margin, IReadOnlyList<double> share, int people)
    {
        var there = new bool[share.Count];
        foreach (var group in margin)
        {
            there[group] = true;
        }
        var all = share.Where((_, group) => there[group]).Sum();
        if (share.Any(part => part < 0) || there.Index().Any(group => group.Item && share[group.Index] <= 0))
        {
            throw new ArgumentException("A group with people in it has a share above 0.", nameof(share));
        }
        return [.. share.Select((part, group) => there[group] ? part / all * people : 0)];
    }

    private static double[] Totals(IReadOnlyList<int> margin, double[] weights, int groups)
    {
        var totals = new double[groups];
        for (var i = 0; i < weights.Length; i++)
        {
            totals[margin[i]] += weights[i];
        }
        return totals;
    }
}

/// <summary>Weights, and what they cost.</summary>
/// <param name="Values">A weight for each person.</param>
/// <param name="Furthest">The largest share by which a group is still off, 0 to 1.</param>
public sealed record RakedWeights(IReadOnlyList<double> Values, double Furthest)
{
    /// <summary>Kish's design effect: by how much the weights widen a range, 1 or more; <c>null</c> where nobody answered (L. Kish, <i>Survey Sampling</i>, 1965, §11.7).</summary>
    public double? DesignEffect =>
        Values.Count == 0 ? null : Values.Count * Values.Sum(weight => weight * weight) / Math.Pow(Values.Sum(), 2);

    /// <summary>The number of people drawn by lot that would give as sure an answer.</summary>
    public double EffectiveSize => DesignEffect is { } effect ? Values.Count / effect : 0;
}
