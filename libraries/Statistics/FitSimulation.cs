// The p value of a goodness-of-fit test by drawing samples, for classes too small for the chi-square table.
using MathNet.Numerics.Random;

namespace Hearth.Statistics;

internal static class FitSimulation
{
    // A sample exactly as far off as ours must count, whatever the last binary digits say.
    private const double Tie = 1 - 1e-9;

    internal static double PValue(IReadOnlyList<FitClass> classes, int n, int? population, int simulations, int seed)
    {
        // Named generator, not System.Random: its sequence is fixed, so a published chance can be worked out again.
        var random = new MersenneTwister(seed, threadSafe: false);
        var found = FitClass.Statistic(classes) * Tie;
        var urn = population is { } size
            ? Rounding.LargestRemainder([.. classes.Select(one => (decimal)one.Expected)], size).ToArray()
            : null;
        var ways = urn is null ? null : new HypergeometricDraw(urn.Sum());
        var cumulative = Cumulative(classes, n);
        var counts = new int[classes.Count];
        var asFar = 0;
        for (var i = 0; i < simulations; i++)
        {
            Array.Clear(counts);
            if (urn is null)
            {
                Draw(random, cumulative, n, counts);
            }
            else
            {
                DrawWithoutReplacement(random, ways!, urn, n, counts);
            }

            var statistic = 0.0;
            for (var c = 0; c < counts.Length; c++)
            {
                var gap = counts[c] - classes[c].Expected;
                statistic += gap * gap / classes[c].Expected;
            }

            asFar += statistic >= found ? 1 : 0;
        }

        return (1.0 + asFar) / (1.0 + simulations);
    }

    private static double[] Cumulative(IReadOnlyList<FitClass> classes, int n)
    {
        var sums = new double[classes.Count];
        var sum = 0.0;
        for (var c = 0; c < sums.Length; c++)
        {
            sum += classes[c].Expected / n;
            sums[c] = sum;
        }

        sums[^1] = 1;
        return sums;
    }

    private static void Draw(MersenneTwister random, double[] cumulative, int n, int[] counts)
    {
        for (var i = 0; i < n; i++)
        {
            var at = random.NextDouble();
            var c = 0;
            while (at >= cumulative[c])
            {
                c++;
            }

            counts[c]++;
        }
    }

    // Class by class, each given those before it: one number from the generator a class, however many people are drawn.
    private static void DrawWithoutReplacement(MersenneTwister random, HypergeometricDraw ways, int[] urn, int n, int[] counts)
    {
        var left = urn.Sum();
        for (var c = 0; c < urn.Length; c++)
        {
            counts[c] = ways.Draw(random.NextDouble(), left, urn[c], n);
            left -= urn[c];
            n -= counts[c];
        }
    }
}
