// Where a comparison with the year before crosses a change of how we ask, in words.
using Hearth.Insight.Measures.Perception;

namespace Hearth.Insight.Measures.Approach;

internal static class BreakWords
{
    public static IEnumerable<string> Of(PerceptionYear year) =>
        year.Compared.SelectMany(one => one.Breaks).Distinct().Select(change => $"Compare with last year with care: {change}.");
}
