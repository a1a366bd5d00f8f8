// How many of a sample each stratum gets.
namespace Hearth.Statistics.Sampling;

/// <summary>
/// Shares a sample out over strata. Whole numbers that add up to the sample, rounded by largest remainder; no stratum is asked for more than it
/// holds, and what it cannot give goes to the others by the same rule.
/// </summary>
/// <remarks>
/// W. G. Cochran, <i>Sampling Techniques</i>, 3rd ed. (1977), §5.3 (proportional), §5.5 (Neyman's), §5.8 (strata asked for more than they hold), §5.12 (proportions).
/// With lowest and highest numbers the best sizes are those of the rule cut at these ends, the factor raised or lowered until they add up
/// (G. R. Bitran and A. C. Hax, <i>Management Science</i> 27 (1981) 431–441).
/// </remarks>
public static class Allocation
{
    /// <summary>Each stratum the same share of its population: weights need not differ.</summary>
    /// <param name="populations">How many each stratum holds, none negative.</param>
    /// <param name="sample">How many are drawn in all, 0 to the population.</param>
    /// <param name="minimum">The fewest of a stratum, for figures of its own; a stratum that holds fewer gives all.</param>
    /// <exception cref="ArgumentException">A number below 0, more wanted than there are, or minimums that add up to more than the sample.</exception>
    public static AllocatedSample Proportional(IReadOnlyList<int> populations, int sample, int minimum = 0)
    {
        ArgumentNullException.ThrowIfNull(populations);
        return Share(populations, [.. populations.Select(Convert.ToDouble)], sample, minimum);
    }

    /// <summary>Each stratum the same number, so that each can be spoken of as surely as the others.</summary>
    /// <inheritdoc cref="Proportional"/>
    public static AllocatedSample Equal(IReadOnlyList<int> populations, int sample, int minimum = 0)
    {
        ArgumentNullException.ThrowIfNull(populations);
        return Share(populations, [.. populations.Select(people => people > 0 ? 1.0 : 0)], sample, minimum);
    }

    /// <summary>
    /// Neyman's allocation: more of a stratum that is large or in which answers differ, which gives the smallest error for the whole.
    /// Where every stratum that is left has deviation 0, the rest is shared by the people left.
    /// </summary>
    /// <remarks>J. Neyman, <i>Journal of the Royal Statistical Society</i> 97 (1934) 558–625: <c>n_h ∝ N_h S_h</c>.</remarks>
    /// <param name="populations">How many each stratum holds, none negative.</param>
    /// <param name="deviations">The standard deviation of the answers within each stratum, known or guessed from an earlier survey; none negative.</param>
    /// <param name="sample">How many are drawn in all, 0 to the population.</param>
    /// <param name="minimum">The fewest of a stratum; a stratum that holds fewer gives all.</param>
    /// <exception cref="ArgumentException">A number below 0 or not a number, more wanted than there are, or minimums that add up to more than the sample.</exception>
    public static AllocatedSample Neyman(IReadOnlyList<int> populations, IReadOnlyList<double> deviations, int sample, int minimum = 0)
    {
        ArgumentNullException.ThrowIfNull(populations);
        ArgumentNullException.ThrowIfNull(deviations);
        if (deviations.Count != populations.Count || deviations.Any(deviation => deviation is not (>= 0 and < double.PositiveInfinity)))
        {
            throw new ArgumentException("Each stratum has a standard deviation of 0 or more.", nameof(deviations));
        }
        return Share(populations, [.. populations.Zip(deviations, (people, deviation) => people * deviation)], sample, minimum);
    }

    /// <summary>Neyman's allocation for a share of people, such as those satisfied: the deviation in a stratum is √(p(1−p)).</summary>
    /// <param name="populations">How many each stratum holds, none negative.</param>
    /// <param name="proportions">The share expected in each stratum, 0 to 1, from an earlier survey; one half where nothing is known.</param>
    /// <param name="sample">How many are drawn in all, 0 to the population.</param>
    /// <param name="minimum">The fewest of a stratum; a stratum that holds fewer gives all.</param>
    /// <exception cref="ArgumentException">A number outside its range, more wanted than there are, or minimums that add up to more than the sample.</exception>
    public static AllocatedSample NeymanForProportions(
        IReadOnlyList<int> populations,
        IReadOnlyList<double> proportions,
        int sample,
        int minimum = 0
    )
    {
        ArgumentNullException.ThrowIfNull(proportions);
        if (proportions.Any(share => share is not (>= 0 and <= 1)))
        {
            throw new ArgumentException("A share lies between 0 and 1.", nameof(proportions));
        }
        return Neyman(populations, [.. proportions.Select(share => Math.Sqrt(share * (1 - share)))], sample, minimum);
    }

    private static AllocatedSample Share(IReadOnlyList<int> populations, double[] sizes, int sample, int minimum)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sample);
        ArgumentOutOfRangeException.ThrowIfNegative(minimum);
        if (populations.Any(people => people < 0))
        {
            throw new ArgumentException("A stratum holds 0 people or more.", nameof(populations));
        }
        var all = populations.Sum(people => (long)people);
        if (sample > all)
        {
            throw new ArgumentException($"{sample} are wanted and there are {all}: ask everyone.", nameof(sample));
        }
        int[] fewest = [.. populations.Select(people => Math.Min(minimum, people))];
        var bound = fewest.Sum(people => (long)people);
        if (bound > sample)
        {
            throw new ArgumentException($"At least {minimum} of each stratum come to {bound}, and {sample} are drawn.", nameof(minimum));
        }
        var quotas = Quotas(populations, fewest, sizes, sample);
        var parts = Whole(quotas, populations, sample);
        return new AllocatedSample(
            parts,
            quotas,
            [.. parts.Index().Where(x => x.Item > 0 && x.Item == populations[x.Index]).Select(x => x.Index)]
        );
    }

    // Those cut at an end stay there; whichever end asks for the greater correction is settled first, so that none is settled wrongly.
    private static double[] Quotas(IReadOnlyList<int> most, int[] fewest, double[] sizes, int sample)
    {
        var quotas = new double[sizes.Length];
        var open = Enumerable.Range(0, sizes.Length).ToList();
        double left = sample;
        while (open.Count > 0)
        {
            var size = open.Sum(h => sizes[h]);
            if (size == 0)
            {
                // nothing to go by any more: by those who are left above the fewest
                var room = open.Sum(h => (double)most[h] - fewest[h]);
                var over = left - open.Sum(h => (double)fewest[h]);
                open.ForEach(h => quotas[h] = fewest[h] + (room == 0 ? 0 : over * (most[h] - fewest[h]) / room));
                return quotas;
            }
            open.ForEach(h => quotas[h] = left * sizes[h] / size);
            var above = open.Sum(h => Math.Max(0, quotas[h] - most[h]));
            var below = open.Sum(h => Math.Max(0, fewest[h] - quotas[h]));
            if (above == 0 && below == 0)
            {
                return quotas;
            }
            var settled = open.Where(h => above >= below ? quotas[h] > most[h] : quotas[h] < fewest[h]).ToList();
            foreach (var h in settled)
            {
                quotas[h] = above >= below ? most[h] : fewest[h];
                left -= quotas[h];
                open.Remove(h);
            }
        }
        return quotas;
    }

    private static int[] Whole(double[] quotas, IReadOnlyList<int> most, int sample)
    {
        // a quota that is whole but for the dust of division is whole
        const double Dust = 1e-9;
        int[] parts = [.. quotas.Select(quota => (int)Math.Floor(quota + Dust))];
        var next = Enumerable
            .Range(0, parts.Length)
            .Where(h => parts[h] < most[h])
            .OrderByDescending(h => Math.Round(quotas[h] - parts[h], 9))
            .ThenByDescending(h => most[h]);
        foreach (var h in next.Take(sample - parts.Sum()).ToList())
        {
            parts[h]++;
        }
        return parts;
    }
}

/// <summary>A sample shared out over strata.</summary>
/// <param name="Sizes">Whole numbers, one a stratum, which add up to the sample.</param>
/// <param name="Quotas">The same before rounding.</param>
/// <param name="TakenWhole">The strata of which everyone is asked.</param>
public sealed record AllocatedSample(IReadOnlyList<int> Sizes, IReadOnlyList<double> Quotas, IReadOnlyList<int> TakenWhole);
