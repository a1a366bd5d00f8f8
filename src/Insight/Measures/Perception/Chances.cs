// Homes drawn with unequal chances: figures frozen before answers were weighted by the draw stand for all only where weights put the strata back to their size.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception;

internal static class Chances
{
    /// <summary>The strata that homes were drawn unevenly from and that are not weighted by; empty where every home had the same chance, or weights even it out.</summary>
    public static IReadOnlyList<string> NotEvened(IEnumerable<DrawOfSurvey> draws, WeightingDone? weighting) =>
        weighting is { Supplied: true } or { Draw: not null }
            ? []
            :
            [
                .. draws
                    .Where(draw => draw.IsUneven)
                    .SelectMany(draw => draw.StrataBy)
                    .Distinct(StringComparer.Ordinal)
                    .Except(weighting?.Characteristics ?? [], StringComparer.Ordinal),
            ];

    /// <summary>“ward and age”.</summary>
    public static string Words(IReadOnlyList<string> strata) => string.Join(" and ", strata.Select(name => name.ToLowerInvariant()));
}
