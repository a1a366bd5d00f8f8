// The first sentence of a year: how many in 100 are happy with the service overall.
using Hearth.DesignSystem.Public;
using Hearth.Insight.Measures.Perception;

namespace Hearth.Insight.Measures.Published.Plain;

internal static class Headline
{
    /// <param name="apart">More than one stock was asked: says which this is.</param>
    public static string Of(PerceptionYear year, bool apart, Phrases phrases)
    {
        var words = year["TP01"] is { Published: { } percent, Base: >= PlainMeasure.Fewest }
            ? phrases["measures.headline", ("number", PlainMeasure.Whole(percent))]
            : phrases["measures.headline-none"];
        return apart ? $"{Naming.Stock(year.Stock, phrases)}: {words}" : words;
    }
}
