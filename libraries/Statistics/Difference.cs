// The difference between two groups' proportions, with its range, and how easily chance alone would make one as large.
using MathNet.Numerics.Distributions;

namespace Hearth.Statistics;

/// <summary>Compares two groups that share nobody.</summary>
public static class Difference
{
    /// <summary>The first proportion less the second, with its range and the chance; <c>null</c> when either base is 0.</summary>
    /// <remarks>
    /// Range: method 10 of R. G. Newcombe, <i>Statistics in Medicine</i> 17 (1998) 873–890, from two Wilson ranges. Chance: two-sided, the score test with
    /// the pooled proportion, no continuity correction. No correction for a finite population: the range is a little wide where a good part of everyone answered.
    /// </remarks>
    /// <param name="first">People counted in the first group.</param>
    /// <param name="firstBase">Its base.</param>
    /// <param name="second">People counted in the second group.</param>
    /// <param name="secondBase">Its base.</param>
    /// <param name="confidence">Confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or above its base, or the confidence is outside its range.</exception>
    public static DifferenceInterval? Between(int first, int firstBase, int second, int secondBase, double confidence = 0.95)
    {
        if (
            Proportion.Wilson(first, firstBase, confidence) is not { } one
            || Proportion.Wilson(second, secondBase, confidence) is not { } two
        )
        {
            return null;
        }
        var estimate = one.Estimate - two.Estimate;
        var down = Math.Sqrt(Squared(one.Estimate - one.Lower) + Squared(two.Upper - two.Estimate));
        var up = Math.Sqrt(Squared(one.Upper - one.Estimate) + Squared(two.Estimate - two.Lower));
        var pooled = (double)(first + second) / (firstBase + secondBase);
        var error = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / firstBase) + (1.0 / secondBase)));
        var chance = error == 0 ? 1 : 2 * Normal.CDF(0, 1, -Math.Abs(estimate) / error);
        return new DifferenceInterval(estimate, Math.Max(-1, estimate - down), Math.Min(1, estimate + up), Math.Min(1, chance));
    }

    /// <summary>
    /// The chances of several comparisons, each as it counts when all of them are looked at together: the first of twenty comparisons of nothing with
    /// nothing is often under 0.05. In the order given.
    /// </summary>
    /// <remarks>Step-down method of S. Holm, <i>Scandinavian Journal of Statistics</i> 6 (1979) 65–70. It holds whatever the comparisons have to do with one another.</remarks>
    /// <param name="chances">Each from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is outside 0 to 1.</exception>
    public static IReadOnlyList<double> Together(IReadOnlyList<double> chances)
    {
        ArgumentNullException.ThrowIfNull(chances);
        if (chances.Any(chance => chance is not (>= 0 and <= 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(chances), "A chance lies between 0 and 1.");
        }
        var adjusted = new double[chances.Count];
        var highest = 0.0;
        foreach (var (step, at) in Enumerable.Range(0, chances.Count).OrderBy(at => chances[at]).Index())
        {
            highest = Math.Max(highest, Math.Min(1, (chances.Count - step) * chances[at]));
            adjusted[at] = highest;
        }
        return adjusted;
    }

    /// <summary>
    /// Whether the rows of a table differ in their columns by more than chance: Pearson's test of independence. <c>null</c> where fewer than two rows or
    /// columns have anyone in them.
    /// </summary>
    /// <param name="rows">Counts, every row as long as the first, none negative.</param>
    public static IndependenceTest? Independence(IReadOnlyList<IReadOnlyList<int>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var used = rows.Where(row => row.Sum() > 0).ToList();
        var columns = used.Count == 0 ? [] : Enumerable.Range(0, used[0].Count).Where(c => used.Any(row => row[c] > 0)).ToList();
        if (used.Count < 2 || columns.Count < 2)
        {
            return null;
        }
        double all = used.Sum(row => row.Sum());
        var (statistic, least) = (0.0, double.MaxValue);
        foreach (var row in used)
        {
            foreach (var column in columns)
            {
                var expected = row.Sum() * used.Sum(r => (double)r[column]) / all;
                least = Math.Min(least, expected);
                statistic += Squared(row[column] - expected) / expected;
            }
        }
        var degrees = (used.Count - 1) * (columns.Count - 1);
        var strength = Math.Sqrt(statistic / (all * Math.Min(used.Count - 1, columns.Count - 1)));
        return new IndependenceTest(statistic, degrees, 1 - ChiSquared.CDF(degrees, statistic), strength, least);
    }

    private static double Squared(double number) => number * number;
}

/// <summary>A difference of two proportions with its range, all as fractions from −1 to 1.</summary>
/// <param name="Estimate">First less second.</param>
/// <param name="Lower">The lower end of the range.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Chance">How often chance alone makes a difference as large, 0 to 1.</param>
public readonly record struct DifferenceInterval(double Estimate, double Lower, double Upper, double Chance);

/// <summary>Whether two things have to do with one another.</summary>
/// <param name="Statistic">Pearson's chi-squared.</param>
/// <param name="Degrees">Degrees of freedom.</param>
/// <param name="Chance">How often chance alone makes it as large, 0 to 1.</param>
/// <param name="Strength">Cramér's V: 0 nothing, 1 all.</param>
/// <param name="LeastExpected">The smallest expected count: under 5, the chance is rough.</param>
public sealed record IndependenceTest(double Statistic, int Degrees, double Chance, double Strength, double LeastExpected);
