// What stands in place of a number that is not shown: never a blank, never a nought.
namespace Hearth.DesignSystem.Public.Charts;

/// <summary>A marker and what it means.</summary>
public sealed record Marker(string Text, string Meaning)
{
    /// <summary>The number is shown.</summary>
    public static Marker None { get; } = new("", "");

    public static Marker Hidden { get; } = new("[c]", "Hidden to protect people");

    public static Marker TooFew { get; } = new("[u]", "Too few to say");

    public static Marker NotAsked { get; } = new("[x]", "Not asked");

    /// <summary>Every marker that stands for something.</summary>
    public static IReadOnlyList<Marker> All { get; } = [Hidden, TooFew, NotAsked];
}
