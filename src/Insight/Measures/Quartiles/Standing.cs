// How a landlord's figure stands beside all others: said only so far as its range allows.
namespace Hearth.Insight.Measures.Quartiles;

internal enum Standing
{
    /// <summary>Better than three quarters of landlords.</summary>
    Best,

    /// <summary>Better than half.</summary>
    Better,

    /// <summary>About the middle, or too close to it to tell.</summary>
    Middle,

    /// <summary>Half do better.</summary>
    Worse,

    /// <summary>Three quarters do better.</summary>
    Worst,
}

internal static class Standings
{
    /// <summary>Where a figure stands; null where more is neither better nor worse.</summary>
    /// <param name="low">The lower end of its range; the figure itself where everything was counted.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="moreIsBetter">False where less is better.</param>
    public static Standing? Of(NationalFigure all, decimal low, decimal high, bool? moreIsBetter) =>
        moreIsBetter switch
        {
            true => Of(low, high, all.Quarter, all.Middle, all.ThreeQuarters),
            false => Of(-high, -low, -all.ThreeQuarters, -all.Middle, -all.Quarter),
            null => null,
        };

    // “better than” is strict: what three quarters of landlords reach is not better than three quarters
    private static Standing Of(decimal low, decimal high, decimal quarter, decimal middle, decimal threeQuarters) =>
        low > threeQuarters ? Standing.Best
        : low > middle ? Standing.Better
        : high < quarter ? Standing.Worst
        : high < middle ? Standing.Worse
        : Standing.Middle;
}
