// The stocks a figure is of, as people read them and as addresses say them.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception;

internal static class StockWords
{
    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<StockType> Reported { get; } =
    [StockType.LowCostRental, StockType.LowCostHomeOwnership, StockType.Combined];

    public static string Of(StockType stock) =>
        stock switch
        {
            StockType.LowCostRental => "Low cost rental",
            StockType.LowCostHomeOwnership => "Low cost home ownership",
            StockType.Combined => "Both together",
            _ => "All homes",
        };

    /// <summary>“lcra”.</summary>
    public static string Code(StockType stock) =>
        stock switch
        {
            StockType.LowCostRental => "lcra",
            StockType.LowCostHomeOwnership => "lcho",
            StockType.Combined => "combined",
            _ => "all",
        };

    public static StockType? Find(string? code) =>
        Reported.Cast<StockType?>().FirstOrDefault(stock => Code(stock!.Value) == code?.ToLowerInvariant());
}
