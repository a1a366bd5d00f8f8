// Homes drawn with unequal chances: their answers stand for all only where weights put the strata back to their size.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception;

internal static class Chances
{
    /// <summary>The strata that were drawn otherwise than by size and are not weighted by; empty where every home had the same chance, or weights even it out.</summary>
    public static IReadOnlyList<string> NotEvened(IEnumerable<SampleFacts> samples, WeightingDone? weighting) =>
        weighting is { Supplied: true }
            ? []
            :
            [
                .. samples
                    .Where(sample => sample.Allocation is "Equal" or "Neyman")
                    .SelectMany(sample => sample.StrataBy)
                    .Distinct(StringComparer.Ordinal)
                    .Except(weighting?.Characteristics ?? [], StringComparer.Ordinal),
            ];

    /// <summary>“ward and age”.</summary>
    public static string Words(IReadOnlyList<string> strata) => string.Join(" and ", strata.Select(name => name.ToLowerInvariant()));
}
