// Figures and changes as officers read them.
namespace Hearth.Insight.Measures.Perception;

internal static class Spoken
{
    /// <summary>“59.9%”, or the marker for no figure.</summary>
    public static string Percent(decimal? percent) => percent is { } found ? $"{found.ToString("0.0", Words.British)}%" : "[u]";

    /// <summary>“57.0 to 62.8”.</summary>
    public static string Range(decimal? low, decimal? high) =>
        low is { } from && high is { } to ? $"{from.ToString("0.0", Words.British)} to {to.ToString("0.0", Words.British)}" : "No range";

    /// <summary>“+3.2”, “−1.0”, “0.0”.</summary>
    public static string Points(decimal points) =>
        points == 0 ? "0.0" : (points > 0 ? "+" : "−") + Math.Abs(points).ToString("0.0", Words.British);

    /// <summary>Of people or of weights: “1,204”, “881.2”.</summary>
    public static string Count(decimal count) => count.ToString("#,0.#", Words.British);

    /// <summary>Whether a change is more than chance, in plain words.</summary>
    public static string Change(ComparisonWithBefore compared) =>
        compared switch
        {
            { Difference: null } => "Nothing to compare with",
            { MoreThanChance: true, Difference: > 0 } => $"Up. More than chance: {Between(compared)}",
            { MoreThanChance: true } => $"Down. More than chance: {Between(compared)}",
            { MoreThanChance: false } => $"No clear change. Chance alone could make it: {Between(compared)}",
            _ => "Whether it is more than chance cannot be said",
        };

    private static string Between(ComparisonWithBefore compared) =>
        compared is { Low: { } low, High: { } high } ? $"between {Points(low)} and {Points(high)} points" : "no range";
}
