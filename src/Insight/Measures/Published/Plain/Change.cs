// What may be said of a figure beside the year before's.
using Hearth.Insight.Measures.Perception;

namespace Hearth.Insight.Measures.Published.Plain;

internal enum Changed
{
    /// <summary>More than chance, upwards.</summary>
    Up,
    Down,

    /// <summary>So small that it may be chance.</summary>
    Same,

    /// <summary>Nothing can be said of chance.</summary>
    Plain,

    /// <summary>We asked in another way: the two may not compare.</summary>
    Break,
}

internal static class Change
{
    /// <summary>Null where there is no figure to compare with. A change of how we ask forbids every claim.</summary>
    public static Changed? Of(ComparisonWithBefore? compared) =>
        compared is not { Before: not null, Difference: { } difference } ? null
        : compared.Breaks.Count > 0 ? Changed.Break
        : compared.MoreThanChance switch
        {
            null => Changed.Plain,
            false => Changed.Same,
            true => difference > 0 ? Changed.Up : Changed.Down,
        };
}
