// Is a gap between the people heard and all the people real, or could luck alone have made it?
using MathNet.Numerics;

namespace Hearth.Statistics;

/// <summary>Pearson's chi-square test of counts against the shares they ought to follow.</summary>
public static class GoodnessOfFit
{
    /// <summary>The expected count below which the chi-square table is not trusted and classes are merged.</summary>
    public const double SmallestTrustedExpectation = 5;

    /// <summary>
    /// Tests whether <paramref name="observed"/> could have come about by chance if every person, of whatever class, were equally likely to be counted.
    /// </summary>
    /// <remarks>
    /// <para>Statistic: Σ(observed − expected)²/expected (K. Pearson, 1900), p value from the upper tail of chi-square with (classes − 1) degrees of freedom.</para>
    /// <para>
    /// Classes whose expected count is under 5 (Cochran, <i>Biometrics</i> 10 (1954) 417–451), or whose share is 0, are merged, always the two
    /// smallest, until none is left; <see cref="GoodnessOfFitResult.Merged"/> says which. If fewer than two classes remain nothing is tested and
    /// the outcome says why.
    /// </para>
    /// <para>
    /// Given a seed, and only if classes were too small, the p value is also found without merging by drawing <see cref="GoodnessOfFitOptions.Simulations"/>
    /// samples: (1 + samples at least as far off) / (1 + samples) (A. C. A. Hope, <i>JRSS B</i> 30 (1968) 582–598; the same as R's <c>simulate.p.value</c>).
    /// </para>
    /// </remarks>
    /// <param name="observed">People counted in each class, none negative.</param>
    /// <param name="weights">Population of each class, or its share in any unit; as many as <paramref name="observed"/>, none negative.</param>
    /// <param name="options">Choices; <c>null</c> for the textbook test.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count, a weight or an option is outside its range.</exception>
    public static GoodnessOfFitResult Test(
        IReadOnlyList<int> observed,
        IReadOnlyList<decimal> weights,
        GoodnessOfFitOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(observed);
        ArgumentNullException.ThrowIfNull(weights);
        options ??= new GoodnessOfFitOptions();
        Check(observed, weights, options);

        var n = observed.Sum();
        var sum = (double)weights.Sum();
        if (n == 0 || sum == 0)
        {
            return GoodnessOfFitResult.Untested(GoodnessOfFitOutcome.NobodyCounted);
        }

        // Drawing without replacement varies less: the statistic must be held against a narrower spread.
        var correction = options.Population is { } population ? FinitePopulation.Correction(n, population) : 1;
        if (correction == 0)
        {
            return GoodnessOfFitResult.Untested(GoodnessOfFitOutcome.EveryoneCounted);
        }

        var single = observed.Select((count, i) => new FitClass([i], count, n * (double)weights[i] / sum)).ToList();
        if (single.Count(one => one.Expected > 0) < 2)
        {
            return GoodnessOfFitResult.Untested(GoodnessOfFitOutcome.OnlyOneClass);
        }

        var classes = FitClass.Merge(single, SmallestTrustedExpectation);
        int[] merged = [.. classes.Where(one => one.Members.Count > 1).SelectMany(one => one.Members).Order()];
        double? simulated =
            options.Seed is { } seed && merged.Length > 0
                ? FitSimulation.PValue(FitClass.Merge(single, double.Epsilon), n, options.Population, options.Simulations, seed)
                : null;

        if (classes.Count < 2)
        {
            return GoodnessOfFitResult.Untested(GoodnessOfFitOutcome.TooFewPeople) with { Merged = merged, SimulatedPValue = simulated };
        }

        var statistic = FitClass.Statistic(classes) / correction;
        var degrees = classes.Count - 1;
        return new GoodnessOfFitResult(
            merged.Length == 0 ? GoodnessOfFitOutcome.Tested : GoodnessOfFitOutcome.TestedAfterMerging,
            statistic,
            degrees,
            statistic == 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degrees / 2.0, statistic / 2),
            merged,
            simulated
        );
    }

    private static void Check(IReadOnlyList<int> observed, IReadOnlyList<decimal> weights, GoodnessOfFitOptions options)
    {
        if (observed.Count != weights.Count)
        {
            throw new ArgumentException($"There are {observed.Count} counts and {weights.Count} weights.", nameof(weights));
        }

        for (var i = 0; i < observed.Count; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(observed[i], nameof(observed));
            ArgumentOutOfRangeException.ThrowIfNegative(weights[i], nameof(weights));
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Simulations, nameof(options));
        if (options.Population is { } population)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(population, nameof(options));
        }
    }
}

/// <summary>Choices in a goodness-of-fit test.</summary>
/// <param name="Population">
/// How many people the counted ones were drawn from, none twice; the statistic is then divided by (N−n)/(N−1). Use it when a good part of all
/// people were counted (a census with 40% answering): the plain test, <c>null</c>, is too slow to call such a gap real.
/// </param>
/// <param name="Seed">Seed for the simulated p value; <c>null</c> for none. The same seed gives the same value.</param>
/// <param name="Simulations">Samples to draw, above 0.</param>
public sealed record GoodnessOfFitOptions(int? Population = null, int? Seed = null, int Simulations = 1_999);

/// <summary>What became of a goodness-of-fit test.</summary>
public enum GoodnessOfFitOutcome
{
    /// <summary>Tested, every class as it was given.</summary>
    Tested,

    /// <summary>Tested after classes with an expected count under 5 were merged.</summary>
    TestedAfterMerging,

    /// <summary>Not tested: so few people were counted that merging left one class.</summary>
    TooFewPeople,

    /// <summary>Not tested: fewer than two classes have any population.</summary>
    OnlyOneClass,

    /// <summary>Not tested: nobody was counted, or there is no population.</summary>
    NobodyCounted,

    /// <summary>Not tested: everyone was counted, so the gap is no matter of chance.</summary>
    EveryoneCounted,
}

/// <summary>The result of a goodness-of-fit test.</summary>
/// <param name="Outcome">Whether it was tested, and if not, why.</param>
/// <param name="Statistic">Chi-square, 0 or more; <c>null</c> when not tested.</param>
/// <param name="DegreesOfFreedom">Classes after merging, less one; 0 when not tested.</param>
/// <param name="PValue">The chance that luck alone would make a gap this large or larger; <c>null</c> when not tested.</param>
/// <param name="Merged">Positions (from 0) of the classes that were merged with others, in order; empty when none was.</param>
/// <param name="SimulatedPValue">The same chance by simulation, without merging; <c>null</c> when no seed was given or no class was small.</param>
public sealed record GoodnessOfFitResult(
    GoodnessOfFitOutcome Outcome,
    double? Statistic,
    int DegreesOfFreedom,
    double? PValue,
    IReadOnlyList<int> Merged,
    double? SimulatedPValue
)
{
    /// <summary>The p value to show: the simulated one where there is one, else that of the table; <c>null</c> when there is neither.</summary>
    public double? Chance => SimulatedPValue ?? PValue;

    internal static GoodnessOfFitResult Untested(GoodnessOfFitOutcome outcome) => new(outcome, null, 0, null, [], null);
}
