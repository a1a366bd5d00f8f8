// How far people who sort the same things into the same boxes agree, beyond what chance would give.
namespace Hearth.Statistics;

/// <summary>Agreement between coders who did not see each other's work.</summary>
public static class Agreement
{
    /// <summary>
    /// Cohen's kappa of two coders: 1 is full agreement, 0 what chance gives, below 0 less than that. <c>null</c> when nothing was coded by both,
    /// or when both put everything into one category (chance would agree on everything too).
    /// </summary>
    /// <remarks>J. Cohen, <i>Educational and Psychological Measurement</i> 20 (1960) 37–46.</remarks>
    /// <param name="pairs">For each thing, the category of the first coder and of the second.</param>
    /// <typeparam name="T">What a category is.</typeparam>
    public static double? CohenKappa<T>(IReadOnlyCollection<(T First, T Second)> pairs)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count == 0)
        {
            return null;
        }
        double all = pairs.Count;
        var same = pairs.Count(pair => EqualityComparer<T>.Default.Equals(pair.First, pair.Second)) / all;
        var first = pairs.CountBy(pair => pair.First).ToDictionary(count => count.Key, count => count.Value / all);
        var chance = pairs.CountBy(pair => pair.Second).Sum(count => first.GetValueOrDefault(count.Key) * count.Value / all);
        return chance >= 1 ? null : (same - chance) / (1 - chance);
    }

    /// <summary>
    /// Krippendorff's alpha for categories: any number of coders, any of them missing for any thing. <c>null</c> when no thing has two codes, or when only
    /// one category was ever used.
    /// </summary>
    /// <remarks>K. Krippendorff, <i>Content Analysis</i>, 2nd ed. (2004), section 11.3, nominal data: 1 − (n − 1) Σ o(c≠k) / Σ n(c)n(k).</remarks>
    /// <param name="units">For each thing, the categories it was given, one for each coder who coded it.</param>
    /// <typeparam name="T">What a category is.</typeparam>
    public static double? KrippendorffAlpha<T>(IEnumerable<IReadOnlyCollection<T>> units)
        where T : notnull => KrippendorffAlpha(units, (first, second) => EqualityComparer<T>.Default.Equals(first, second) ? 0 : 1);

    /// <summary>As above, with a distance between what two coders gave: for sets of themes, how much two sets differ.</summary>
    /// <param name="units">For each thing, what it was given, one for each coder who coded it.</param>
    /// <param name="distance">0 for the same, up to 1; the same in both directions.</param>
    /// <typeparam name="T">What a code is.</typeparam>
    public static double? KrippendorffAlpha<T>(IEnumerable<IReadOnlyCollection<T>> units, Func<T, T, double> distance)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(distance);
        var paired = units.Where(unit => unit.Count > 1).ToList();
        var values = paired.SelectMany(unit => unit).CountBy(value => value).ToList();
        double all = values.Sum(value => value.Value);
        var observed = paired.Sum(unit => Pairs([.. unit], distance) / (unit.Count - 1)) / all;
        var expected = 0.0;
        foreach (var (one, many) in values)
        {
            expected += values.Sum(other => (double)many * other.Value * distance(one, other.Key));
        }
        expected /= all * (all - 1);
        return paired.Count == 0 || expected == 0 ? null : 1 - (observed / expected);
    }

    /// <summary>
    /// How much two sets differ, from 0 (the same) to 1 (nothing in common): one less Jaccard's share, weighted by whether one holds the other
    /// (R. Passonneau, <i>Measuring agreement on set-valued items</i>, LREC 2006).
    /// </summary>
    /// <param name="first">A set; may be empty.</param>
    /// <param name="second">Another.</param>
    /// <typeparam name="T">What is in them.</typeparam>
    public static double SetDistance<T>(IReadOnlySet<T> first, IReadOnlySet<T> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (shared, either) = (first.Count(second.Contains), first.Union(second).Count());
        if (either == 0 || first.SetEquals(second))
        {
            return 0;
        }
        var monotone =
            shared == 0 ? 0
            : first.IsSubsetOf(second) || second.IsSubsetOf(first) ? 2.0 / 3
            : 1.0 / 3;
        return 1 - ((double)shared / either * monotone);
    }

    private static double Pairs<T>(T[] unit, Func<T, T, double> distance)
    {
        var sum = 0.0;
        for (var i = 0; i < unit.Length; i++)
        {
            for (var j = 0; j < unit.Length; j++)
            {
                sum += i == j ? 0 : distance(unit[i], unit[j]);
            }
        }
        return sum;
    }
}
