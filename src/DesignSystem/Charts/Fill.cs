// The fills of charts: each differs by pattern as well as colour, and reads in black and white. The patterns stand in _Patterns.cshtml.
namespace Hearth.DesignSystem.Charts;

internal sealed record Fill(string Paint, string Edge)
{
    public static Fill Ground { get; } = new("#f0e8e0", "none");

    public static Fill Plum { get; } = new("#6a2459", "#6a2459");

    public static Fill PlumStripes { get; } = new("url(#p-plum)", "#6a2459");

    public static Fill Teal { get; } = new("#0e6b5f", "#0e6b5f");

    public static Fill TealStripes { get; } = new("url(#p-teal)", "#0e6b5f");

    public static Fill AmberDots { get; } = new("url(#p-amber)", "#8a5200");

    public static Fill EmberStripes { get; } = new("url(#p-ember)", "#b83a12");

    public static Fill EmberLight { get; } = new("url(#p-emberlight)", "#b83a12");

    public static Fill Ember { get; } = new("#b83a12", "#b83a12");

    public static Fill GreyDots { get; } = new("url(#p-grey)", "#75676f");

    public bool Solid => !Paint.StartsWith("url", StringComparison.Ordinal);
}
