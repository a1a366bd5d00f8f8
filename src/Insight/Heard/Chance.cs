// A chance in words an officer can say aloud.
using Hearth.Statistics;

namespace Hearth.Insight.Heard;

/// <summary>The chance that luck alone made a gap, said in words.</summary>
/// <param name="Before">Small words before the number: "under".</param>
/// <param name="Number">The number.</param>
/// <param name="After">Small words after it: "in 1,000".</param>
/// <param name="IsReal">Less than one chance in twenty: the gap may be called real.</param>
/// <param name="Meaning">What to make of it.</param>
internal sealed record Chance(string? Before, string Number, string? After, bool IsReal, string Meaning)
{
    private const double TooUnlikely = 0.05;

    public static Chance Of(GoodnessOfFitResult test) =>
        test.Chance switch
        {
            null => Untested(test.Outcome),
            < 0.001 => new("under", "1", "in 1,000", true, "It is a real gap"),
            < 0.01 and var p => new("about", Whole(1000 * p), "in 1,000", true, "It is a real gap"),
            < TooUnlikely and var p => new("about", Whole(100 * p), "in 100", true, "It is very likely a real gap"),
            var p => new("about", Whole(100 * p.Value), "in 100", false, "Luck alone could have made it. Do not call anyone short"),
        };

    private static Chance Untested(GoodnessOfFitOutcome outcome) =>
        outcome switch
        {
            GoodnessOfFitOutcome.EveryoneCounted => new(null, "None", null, false, "Everyone was heard, so luck plays no part"),
            GoodnessOfFitOutcome.NobodyCounted => new(null, "–", null, false, "Nobody has been heard yet"),
            GoodnessOfFitOutcome.OnlyOneClass => new(null, "–", null, false, "All tenants are in one group, so there is no gap to test"),
            _ => new(null, "–", null, false, "So few were heard that nothing can be said"),
        };

    private static string Whole(double number) => Words.Whole((int)Math.Max(1, Math.Round(number)));
}
